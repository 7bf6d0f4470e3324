package io.doorstep.tenancy.isolation;

import java.util.List;

/** What a restricted agent's login may do, and that every table that hangs on a lead asks whether the agent may see it. */
final class SightCatalog {

    /** The tables that hang on a lead, and the lead's own. */
    static final String BOUND = """
            with recursive way (hung, depth) as (
                select 'lead'::regclass::oid, 0
                union
                select f.conrelid, way.depth + 1
                  from way join pg_constraint f on f.confrelid = way.hung
                 where f.contype = 'f' and f.conrelid <> f.confrelid and way.depth < 8
            )
            select distinct hung::regclass::text from way
            """;

    /** By foreign keys over any number of tables, and by the name of a column where somebody left the key out. */
    private static final CatalogAttack SIGHT = new CatalogAttack(Attack.COLLEAGUES_LEAD, """
            with recursive way (hung, depth) as (
                select 'lead'::regclass::oid, 0
                union
                select f.conrelid, way.depth + 1
                  from way join pg_constraint f on f.confrelid = way.hung
                 where f.contype = 'f' and f.conrelid <> f.confrelid and way.depth < 8
            ), bound as (
                select hung as oid from way
                union
                select a.attrelid from pg_attribute a
                 where a.attname in ('lead_id', 'deal_id', 'conversation_id', 'message_id', 'appointment_id', 'qualification_id') and not a.attisdropped
            )
            select c.relname as subject,
                   case when p.oid is null then 'hangs on a lead and does not ask who sees it: give it a foreign key, and migrate'
                        when p.polpermissive or p.polcmd <> '*' or p.polroles <> array['doorstep_agent'::regrole::oid] then 'its policy does not narrow'
                        when coalesce(pg_get_expr(p.polwithcheck, p.polrelid), pg_get_expr(p.polqual, p.polrelid)) <> pg_get_expr(p.polqual, p.polrelid)
                        then 'may be written where it may not be read'
                        when not exists (select from pg_depend d
                                          where d.classid = 'pg_policy'::regclass and d.objid = p.oid
                                            and case when c.relname = 'lead' then d.refobjid = to_regprocedure('current_member()')
                                                     else d.refclassid = 'pg_class'::regclass and d.refobjid <> c.oid
                                                      and d.refobjid in (select oid from bound) end)
                        then 'its policy does not ask about the lead'
                   end as problem
              from bound
              join pg_class c on c.oid = bound.oid and c.relkind in ('r', 'p')
               and c.relnamespace in (select oid from pg_namespace where nspname !~ '^(pg_|information_schema$)')
              left join pg_policy p on p.polrelid = c.oid and p.polname = 'sight'
             where exists (select from aclexplode(c.relacl) a where a.grantee = 'doorstep_agent'::regrole)
             order by 1
            """);

    /** Nobody gives himself another role, or chooses what he is shown. */
    private static final CatalogAttack OWN_RIGHTS = new CatalogAttack(Attack.COLLEAGUES_LEAD, """
            select 'doorstep_agent on ' || c.relname || '.' || a.attname as subject,
                   case when has_column_privilege('doorstep_agent', c.oid, a.attnum, 'UPDATE') then 'may change it' end as problem
              from pg_class c
              join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
             where c.relname = 'agency' or c.relname = 'member' and a.attname in ('tenant_id', 'id', 'user_id', 'role', 'status')
            union all
            select 'doorstep_agent beside doorstep_app on ' || c.relname,
                   'may ' || string_agg(p.name, ', ') filter (where has_table_privilege('doorstep_agent', c.oid, p.name)
                                                                and not has_table_privilege('doorstep_app', c.oid, p.name))
              from pg_class c
             cross join unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE']) p (name)
             where c.relkind in ('r', 'p', 'v')
               and c.relnamespace in (select oid from pg_namespace where nspname !~ '^(pg_|information_schema$)')
             group by c.relname
            """);

    static final List<CatalogAttack> ATTACKS = List.of(SIGHT, OWN_RIGHTS);

    private SightCatalog() {}
}
