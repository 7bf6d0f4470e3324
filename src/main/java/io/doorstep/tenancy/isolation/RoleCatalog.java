package io.doorstep.tenancy.isolation;

import java.util.List;

/** What the logins of the application are and may do. */
final class RoleCatalog {

    private static final CatalogAttack POWER = new CatalogAttack(Attack.POWERFUL_ROLE, """
            select wanted.name as subject,
                   case when r.oid is null then 'does not exist'
                        when r.rolsuper then 'is a superuser'
                        when r.rolbypassrls then 'bypasses row level security'
                        when r.rolcreaterole or r.rolcreatedb then 'may create roles or databases'
                        when r.rolreplication then 'may replicate'
                        when r.rolname = 'doorstep_owner' and r.rolcanlogin then 'the owner can log in'
                        when r.rolname = 'doorstep_owner' then null
                        when exists (select from pg_auth_members m where m.member = r.oid) then 'is a member of another role'
                        when exists (select from pg_class where relowner = r.oid) or exists (select from pg_proc where proowner = r.oid)
                          or exists (select from pg_namespace where nspowner = r.oid) or exists (select from pg_database where datdba = r.oid)
                        then 'owns something'
                   end as problem
              from unnest(array['doorstep_app', 'doorstep_agent', 'doorstep_gate', 'doorstep_worker', 'doorstep_keeper', 'doorstep_owner']) wanted (name)
              left join pg_roles r on r.rolname = wanted.name
            """);

    /** MAINTAIN exists from PostgreSQL 17 on; asking an older server for it is an error. */
    private static final CatalogAttack TABLE_PRIVILEGE = new CatalogAttack(Attack.EXCESS_PRIVILEGE, """
            with relation as (
                select c.oid, c.relname, c.relkind
                  from pg_class c
                 where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
                   and c.relnamespace in (select oid from pg_namespace where nspname !~ '^(pg_|information_schema$)')
            ), privilege as (
                select unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']
                    || case when current_setting('server_version_num')::int >= 170000 then array['MAINTAIN'] else '{}' end) as name
            )
            select r.rolname || ' on ' || t.relname as subject,
                   'holds ' || string_agg(p.name, ', ') filter (where
                       case when t.relkind = 'S' then p.name in ('SELECT', 'UPDATE') and has_sequence_privilege(r.oid, t.oid, p.name)
                            else has_table_privilege(r.oid, t.oid, p.name)
                              or p.name in ('SELECT', 'INSERT', 'UPDATE', 'REFERENCES') and has_any_column_privilege(r.oid, t.oid, p.name)
                       end
                       and not (p.name in ('SELECT', 'INSERT', 'UPDATE', 'DELETE') and
                                case r.rolname
                                     when 'doorstep_app' then t.relname <> all (:globals)
                                     when 'doorstep_agent' then t.relname <> all (:globals)
                                                             and (t.relname not in ('agency', 'member') or p.name in ('SELECT', 'UPDATE'))
                                     when 'doorstep_gate' then t.relname = any (:gateTables)
                                     when 'doorstep_keeper' then p.name <> 'UPDATE' and t.relname <> all (:globals)
                                                              or p.name = 'SELECT' and t.relname = 'flyway_schema_history'
                                     else t.relname = any (:workerTables)
                                end)) as problem
              from relation t
              cross join privilege p
              join pg_roles r on r.rolname in ('doorstep_app', 'doorstep_agent', 'doorstep_gate', 'doorstep_worker', 'doorstep_keeper')
             group by r.rolname, t.relname
             order by 1
            """);

    private static final CatalogAttack OTHER_PRIVILEGE = new CatalogAttack(Attack.EXCESS_PRIVILEGE, """
            select r.rolname || ' on schema ' || n.nspname as subject,
                   case when has_schema_privilege(r.oid, n.oid, 'CREATE') then 'may create objects' end as problem
              from pg_namespace n, pg_roles r
             where r.rolname in ('doorstep_app', 'doorstep_agent', 'doorstep_gate', 'doorstep_worker', 'doorstep_keeper')
            union all
            select r.rolname || ' on the database',
                   case when has_database_privilege(r.oid, current_database(), 'TEMP') then 'may create temporary tables'
                        when has_database_privilege(r.oid, current_database(), 'CREATE') then 'may create schemas'
                   end
              from pg_roles r
             where r.rolname in ('doorstep_app', 'doorstep_agent', 'doorstep_gate', 'doorstep_worker', 'doorstep_keeper')
            union all
            select r.rolname || ' on function ' || f.proname,
                   case when bool_or(has_function_privilege(r.oid, f.oid, 'EXECUTE'))
                        then 'may call it: as superuser run "revoke execute on function ' || min(f.oid::regprocedure::text) || ' from public"'
                   end
              from pg_proc f, pg_roles r
             where r.rolname in ('doorstep_app', 'doorstep_agent', 'doorstep_gate', 'doorstep_worker', 'doorstep_keeper')
               and (f.proname in ('lo_import', 'lo_export', 'lo_create', 'lo_creat', 'lo_from_bytea', 'lo_put', 'lo_get', 'lo_open', 'lo_unlink',
                                  'loread', 'lowrite', 'pg_read_file', 'pg_read_binary_file', 'pg_stat_file', 'pg_reload_conf')
                    or f.proname ~ '^(pg_ls_|pg_file_|dblink)')
             group by r.rolname, f.proname
            """);

    private static final CatalogAttack DEFINER = new CatalogAttack(Attack.DEFINER_FUNCTION, """
            select f.oid::regprocedure::text as subject,
                   case when f.oid::regprocedure::text <> all (:definers) then 'is not on the reviewed list'
                        when not exists (select from unnest(f.proconfig) setting where setting ~ '^search_path=.*pg_temp$')
                        then 'search_path is not pinned, or does not end with pg_temp'
                        when exists (select from aclexplode(coalesce(f.proacl, acldefault('f', f.proowner))) where grantee = 0)
                        then 'PUBLIC may execute it'
                   end as problem
              from pg_proc f
             where f.prosecdef
               and f.pronamespace in (select oid from pg_namespace where nspname !~ '^(pg_|information_schema$)')
            """);

    /** Default privileges are reviewed by effect: PUBLIC gets nothing, the logins get nothing. */
    private static final CatalogAttack OPEN_DOOR = new CatalogAttack(Attack.BACK_DOOR, """
            select 'publications' as subject, 'publishes ' || string_agg(pubname, ', ') as problem from pg_publication
            union all
            select 'logical replication slots', 'streams to ' || string_agg(slot_name, ', ')
              from pg_replication_slots where slot_type = 'logical' and database = current_database()
            union all
            select 'default privileges', 'gives ' || string_agg(privilege_type || ' to ' || case when grantee = 0 then 'PUBLIC' else pg_get_userbyid(grantee) end, ', ')
              from pg_default_acl d, aclexplode(d.defaclacl) a
             where a.grantee = 0 or pg_get_userbyid(a.grantee) in ('doorstep_app', 'doorstep_agent', 'doorstep_gate', 'doorstep_worker', 'doorstep_keeper')
            union all
            select 'PUBLIC on ' || c.relname,
                   'may ' || string_agg(a.privilege_type, ', ') filter (where a.grantee = 0)
              from pg_class c
              left join lateral (select * from aclexplode(c.relacl)
                                 union all
                                 select acl.* from pg_attribute col, aclexplode(col.attacl) acl where col.attrelid = c.oid) a on true
             where c.relnamespace in (select oid from pg_namespace where nspname !~ '^(pg_|information_schema$)')
               and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
             group by c.relname
            union all
            select 'PUBLIC on function ' || f.oid::regprocedure,
                   case when exists (select from aclexplode(coalesce(f.proacl, acldefault('f', f.proowner))) where grantee = 0) then 'may execute it' end
              from pg_proc f
             where f.pronamespace in (select oid from pg_namespace where nspname !~ '^(pg_|information_schema$)')
               and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = f.oid and d.deptype = 'e')
            """);

    static final List<CatalogAttack> ATTACKS = List.of(POWER, TABLE_PRIVILEGE, OTHER_PRIVILEGE, DEFINER, OPEN_DOOR);

    private RoleCatalog() {}
}
