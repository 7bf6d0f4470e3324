-- Run by the administrator before every migration; idempotent. Owner: owns the schema, cannot log in. App, agent, gate, worker, keeper: log in,
-- own nothing, bypass nothing. Backup: reads everything, cannot log in until an operator lets it.
do $$
declare
    role_name text;
    callable  regprocedure;
begin
    perform pg_advisory_xact_lock(hashtext('doorstep roles'));
    if not exists (select from pg_roles where rolname = 'doorstep_owner') then
        create role doorstep_owner nologin nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
    end if;
    foreach role_name in array array['doorstep_app', 'doorstep_agent', 'doorstep_gate', 'doorstep_worker', 'doorstep_keeper'] loop
        if not exists (select from pg_roles where rolname = role_name) then
            execute format('create role %I login nosuperuser nocreatedb nocreaterole noreplication nobypassrls noinherit', role_name);
        end if;
    end loop;
    if not exists (select from pg_roles where rolname = 'doorstep_backup') then
        create role doorstep_backup nologin nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
        if (select rolsuper from pg_roles where rolname = current_user) then
            alter role doorstep_backup bypassrls;
        end if;
    end if;
    -- The administrator acts as the owner in migrations only.
    if not pg_has_role(current_user, 'doorstep_owner', 'member') then
        execute format('grant doorstep_owner to %I', current_user);
    end if;
    execute format('revoke all on database %I from public', current_database());
    execute format('grant connect on database %I to doorstep_app, doorstep_agent, doorstep_gate, doorstep_worker, doorstep_keeper, doorstep_backup', current_database());
    revoke all on schema public from public;
    grant usage on schema public to doorstep_app, doorstep_agent, doorstep_gate, doorstep_worker, doorstep_keeper, doorstep_backup;
    grant usage, create on schema public to doorstep_owner;
    -- A large object belongs to a role, and one role serves all agencies: it would be a way around row level security. A hosted server's
    -- administrator may not be allowed to take them away; `verify-isolation` says so then.
    if (select rolsuper from pg_roles where rolname = current_user) then
        for callable in select oid from pg_proc
                         where pronamespace = 'pg_catalog'::regnamespace and proname ~ '^(lo_|loread$|lowrite$)' loop
            execute format('revoke execute on function %s from public', callable);
        end loop;
    end if;
    -- Bounds stand at the login and not at the connection: a pooler between lends one client's session to the next. An operator's own stay.
    -- The keeper carries whole agencies: its statements may take as long as they need.
    foreach role_name in array array['doorstep_app', 'doorstep_agent', 'doorstep_gate', 'doorstep_worker', 'doorstep_keeper'] loop
        if not exists (select from pg_db_role_setting s
                        where s.setrole = role_name::regrole
                          and s.setdatabase = (select oid from pg_database where datname = current_database())) then
            execute format('alter role %I in database %I set statement_timeout = %L', role_name, current_database(),
                           case role_name when 'doorstep_keeper' then '0' else '20s' end);
            execute format('alter role %I in database %I set idle_in_transaction_session_timeout = %L', role_name, current_database(),
                           case role_name when 'doorstep_keeper' then '10min' else '60s' end);
        end if;
    end loop;
    -- uuid with = inside the exclusion constraint on appointments
    create extension if not exists btree_gist with schema public;
    -- Functions are callable by those to whom a migration grants it, and by nobody else.
    alter default privileges for role doorstep_owner revoke execute on functions from public;
    alter default privileges for role doorstep_owner in schema public grant select on tables to doorstep_backup;
end
$$
^^^
