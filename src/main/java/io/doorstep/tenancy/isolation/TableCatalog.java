package io.doorstep.tenancy.isolation;

import java.util.List;

/** Tables, their policies and what reads them. Partitions are tables too. */
final class TableCatalog {

    private static final CatalogAttack ROW_SECURITY = new CatalogAttack(Attack.ROW_SECURITY_OFF, """
            select c.relname as subject,
                   case when not c.relrowsecurity then 'row level security is off'
                        when not c.relforcerowsecurity then 'not forced, so its owner sees every agency'
                   end as problem
              from pg_class c
             where c.relkind in ('r', 'p')
               and c.relnamespace in (select oid from pg_namespace where nspname !~ '^(pg_|information_schema$)')
               and c.relname <> all (:globals)
             order by 1
            """);

    private static final CatalogAttack TENANT_COLUMN = new CatalogAttack(Attack.NO_TENANT_COLUMN, """
            select c.relname as subject,
                   case when a.attname is null then 'has no tenant_id and is not a reviewed global table'
                        when not a.attnotnull then 'tenant_id may be null'
                        when a.atttypid <> 'uuid'::regtype then 'tenant_id is not a uuid'
                   end as problem
              from pg_class c
              left join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
             where c.relkind in ('r', 'p')
               and c.relnamespace in (select oid from pg_namespace where nspname !~ '^(pg_|information_schema$)')
               and c.relname <> all (:globals)
             order by 1
            """);

    /** The expressions are compared without blanks, brackets and casts to text, in which server versions differ. */
    private static final CatalogAttack POLICY = new CatalogAttack(Attack.OTHER_POLICY, """
            with policy as (
                select p.*, c.relname,
                       (select string_agg(case when r = 0 then 'public' else pg_get_userbyid(r)::text end, ',') from unnest(p.polroles) r) as roles,
                       regexp_replace(pg_get_expr(p.polqual, p.polrelid), '\\s|[()]|AS current_tenant|::text', '', 'g') as visible,
                       regexp_replace(pg_get_expr(p.polwithcheck, p.polrelid), '\\s|[()]|AS current_tenant|::text', '', 'g') as writable
                  from pg_policy p join pg_class c on c.oid = p.polrelid
            ), judged as (
                select policy.*,
                       polpermissive and polcmd = '*' and roles in ('doorstep_app', 'doorstep_agent', 'doorstep_keeper')
                           and visible = 'tenant_id=SELECTcurrent_tenant'
                           and writable is not distinct from visible as template,
                       -- Narrows what the template lets through; attack 50 looks at how.
                       not polpermissive and polname = 'sight' and roles = 'doorstep_agent' as narrowing,
                       concat_ws('/', relname, polname, roles, visible) = any (:policies)
                           and writable is not distinct from visible as reviewed
                  from policy
            )
            select c.relname as subject,
                   case when count(*) filter (where j.template and j.roles = 'doorstep_app') <> 1 then 'the template policy is missing or changed'
                        when count(*) filter (where j.template and j.roles = 'doorstep_keeper') <> 1 then 'the keeper''s policy is missing or changed'
                        when count(*) filter (where j.template and j.roles = 'doorstep_agent') <> 1 and c.relacl::text like '%doorstep_agent=%'
                        then 'the agent''s policy is missing or changed'
                        when bool_or(not j.template and not j.narrowing and not j.reviewed) then 'a policy that nobody reviewed'
                   end || coalesce(': ' || string_agg(j.polname || ' to ' || j.roles || ' using ' || coalesce(j.visible, 'nothing')
                                    || ' with check ' || coalesce(j.writable, 'nothing'), '; '), '') as problem
              from pg_class c
              left join judged j on j.polrelid = c.oid
             where c.relkind in ('r', 'p')
               and c.relnamespace in (select oid from pg_namespace where nspname !~ '^(pg_|information_schema$)')
               and c.relname <> all (:globals)
             group by c.relname, c.relacl::text
             order by 1
            """);

    private static final CatalogAttack VIEW = new CatalogAttack(Attack.VIEW_AS_OWNER, """
            select 'views' as subject, null as problem
            union all
            select c.relname,
                   case c.relkind
                        when 'v' then
                            case when coalesce((select option_value::boolean from pg_options_to_table(c.reloptions)
                                                 where option_name = 'security_invoker'), false) then null
                                 else 'reads as its owner: create it with (security_invoker)'
                            end
                        when 'm' then 'a materialized view keeps the rows of all agencies'
                        else 'a foreign table knows no policy'
                   end
              from pg_class c
             where c.relkind in ('v', 'm', 'f')
               and c.relnamespace in (select oid from pg_namespace where nspname !~ '^(pg_|information_schema$)')
               and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
            """);

    /** A plan may keep the result of an IMMUTABLE function, and give the tenant of yesterday. */
    private static final CatalogAttack FUNCTION_IN_POLICY = new CatalogAttack(Attack.UNSAFE_FUNCTION, """
            select c.relname as subject,
                   'uses ' || string_agg(f.oid::regprocedure::text, ', ') || ', which is not STABLE' as problem
              from pg_class c
              left join pg_policy p on p.polrelid = c.oid
              left join pg_depend d on d.classid = 'pg_policy'::regclass and d.objid = p.oid and d.refclassid = 'pg_proc'::regclass
              left join pg_proc f on f.oid = d.refobjid and f.provolatile <> 's'
             where c.relkind in ('r', 'p')
               and c.relnamespace in (select oid from pg_namespace where nspname !~ '^(pg_|information_schema$)')
               and c.relname <> all (:globals)
             group by c.relname
             order by 1
            """);

    /** The one question that every policy asks, and the answers to it that were reviewed. */
    private static final CatalogAttack TENANT_QUESTION = new CatalogAttack(Attack.UNSAFE_FUNCTION, """
            select 'current_tenant()' as subject,
                   case when f.oid is null then 'does not exist'
                        when f.provolatile <> 's' then 'is not STABLE, so a kept plan may remember its answer'
                        when f.proparallel <> 's' then 'is not PARALLEL SAFE, so queries lose their plans'
                        when pg_get_userbyid(f.proowner) <> 'doorstep_owner' then 'belongs to ' || pg_get_userbyid(f.proowner)
                        when (select count(*) from pg_proc other where other.proname = 'current_tenant') > 1 then 'is there twice'
                        when md5(btrim(regexp_replace(coalesce(pg_get_function_sqlbody(f.oid), f.prosrc), '\\s+', ' ', 'g'))) <> all (:tenantQuestions)
                        then 'answers from a body that nobody reviewed: ' || coalesce(pg_get_function_sqlbody(f.oid), f.prosrc)
                   end as problem
              from (select) one
              left join pg_proc f on f.oid = to_regprocedure('public.current_tenant()')
            """);

    /** A default that names another tenant than the policy's would only be refused; one that names none would fail. Still: one question. */
    private static final CatalogAttack TENANT_DEFAULT = new CatalogAttack(Attack.OTHER_POLICY, """
            select c.relname || ' default' as subject,
                   case when pg_get_expr(d.adbin, d.adrelid) is distinct from 'current_tenant()'
                        then 'tenant_id defaults to ' || coalesce(pg_get_expr(d.adbin, d.adrelid), 'nothing')
                   end as problem
              from pg_class c
              join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
              left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
             where c.relkind in ('r', 'p')
               and c.relnamespace in (select oid from pg_namespace where nspname !~ '^(pg_|information_schema$)')
               and c.relname <> all (:globals)
             order by 1
            """);

    static final List<CatalogAttack> ATTACKS =
            List.of(ROW_SECURITY, TENANT_COLUMN, POLICY, VIEW, FUNCTION_IN_POLICY, TENANT_QUESTION, TENANT_DEFAULT);

    private TableCatalog() {}
}
