package io.doorstep.tenancy.isolation;

import java.util.List;

/** Keys and indexes: foreign key and unique checks ignore row level security, so without the tenant they compare two agencies. */
final class KeyCatalog {

    private static final CatalogAttack FOREIGN_KEY = new CatalogAttack(Attack.KEY_WITHOUT_TENANT, """
            select c.relname || '.' || k.conname as subject,
                   case when p.relname = any (:globals) then 'a row of an agency refers to the global table ' || p.relname
                        when not exists (select from generate_subscripts(k.conkey, 1) i
                                           join pg_attribute child on child.attrelid = k.conrelid and child.attnum = k.conkey[i]
                                           join pg_attribute parent on parent.attrelid = k.confrelid and parent.attnum = k.confkey[i]
                                          where child.attname = 'tenant_id' and parent.attname = 'tenant_id')
                        then 'does not compare tenant_id with tenant_id'
                        when k.condeferred and k.conname <> all (:deferred) then 'is checked late and not reviewed'
                   end as problem
              from pg_constraint k
              join pg_class c on c.oid = k.conrelid
              join pg_class p on p.oid = k.confrelid
             where k.contype = 'f'
               and c.relname <> all (:globals)
             order by 1
            """);

    private static final CatalogAttack UNIQUE = new CatalogAttack(Attack.KEY_WITHOUT_TENANT, """
            select c.relname || '.' || i.relname as subject,
                   case when a.attname is distinct from 'tenant_id' then 'compares rows of two agencies: tenant_id is not its first column' end as problem
              from pg_index x
              join pg_class c on c.oid = x.indrelid
              join pg_class i on i.oid = x.indexrelid
              left join pg_attribute a on a.attrelid = c.oid and a.attnum = x.indkey[0]
             where (x.indisunique or x.indisexclusion)
               and c.relnamespace in (select oid from pg_namespace where nspname !~ '^(pg_|information_schema$)')
               and c.relname <> all (:globals)
             order by 1
            """);

    private static final CatalogAttack INDEX = new CatalogAttack(Attack.SHARD_RULE, """
            select c.relname || '.' || i.relname as subject,
                   case when a.attname is distinct from 'tenant_id' and i.relname <> all (:indexes) then 'tenant_id is not its first column' end as problem
              from pg_index x
              join pg_class c on c.oid = x.indrelid
              join pg_class i on i.oid = x.indexrelid
              left join pg_attribute a on a.attrelid = c.oid and a.attnum = x.indkey[0]
             where c.relnamespace in (select oid from pg_namespace where nspname !~ '^(pg_|information_schema$)')
               and c.relname <> all (:globals)
             order by 1
            """);

    /** An operator that is not leakproof runs after the policy, so its index is of no use, or it would tell about hidden rows. */
    private static final CatalogAttack OPERATOR = new CatalogAttack(Attack.UNSAFE_FUNCTION, """
            select c.relname || '.' || i.relname as subject,
                   case when i.relname <> all (:leakyIndexes) then
                       (select 'its operator ' || min(o.oprname || ' of ' || format_type(o.oprleft, null)) || ' is not leakproof'
                          from unnest(x.indclass::oid[]) key (class)
                          join pg_opclass class on class.oid = key.class
                          join pg_amop m on m.amopfamily = class.opcfamily and m.amoplefttype = class.opcintype and m.amoprighttype = class.opcintype
                          join pg_operator o on o.oid = m.amopopr
                          join pg_proc f on f.oid = o.oprcode
                         where not f.proleakproof)
                   end as problem
              from pg_index x
              join pg_class c on c.oid = x.indrelid
              join pg_class i on i.oid = x.indexrelid
             where c.relnamespace in (select oid from pg_namespace where nspname !~ '^(pg_|information_schema$)')
               and c.relname <> all (:globals)
             order by 1
            """);

    private static final CatalogAttack SEQUENCE_AND_TRIGGER = new CatalogAttack(Attack.SHARD_RULE, """
            select c.relname || '.' || t.tgname as subject,
                   case when f.prosecdef and f.oid::regprocedure::text <> all (:definers) then 'its function runs as the owner, across agencies' end as problem
              from pg_trigger t
              join pg_class c on c.oid = t.tgrelid
              join pg_proc f on f.oid = t.tgfoid
             where not t.tgisinternal
            union all
            select c.relname,
                   case when s.seqtypid <> 'bigint'::regtype then 'a sequence that is not bigint' else 'a sequence that counts for all agencies' end
              from pg_sequence s
              join pg_class c on c.oid = s.seqrelid
            """);

    static final List<CatalogAttack> ATTACKS = List.of(FOREIGN_KEY, UNIQUE, INDEX, OPERATOR, SEQUENCE_AND_TRIGGER);

    private KeyCatalog() {}
}
