-- The keeper takes a whole agency along: it exports, imports and erases it. It is bound to one agency per transaction by the same policy as
-- the app, and it never serves a request. What it may do beyond the app is to delete rows that are append-only for everybody else.
grant execute on function current_tenant() to doorstep_keeper;

-- As before, and the same policy once more for the keeper.
create or replace procedure isolate(target regclass, privileges text)
    language plpgsql
    set search_path = pg_catalog, public
as
$$
begin
    if not exists (select from pg_attribute
                    where attrelid = target and attname = 'tenant_id' and attnotnull and atttypid = 'uuid'::regtype) then
        raise exception 'table % needs "tenant_id uuid not null"', target;
    end if;
    execute format('alter table %s alter column tenant_id set default current_tenant()', target);
    execute format('alter table %s enable row level security', target);
    execute format('alter table %s force row level security', target);
    execute format('create policy tenant on %s to doorstep_app using (tenant_id = (select current_tenant())) '
                   'with check (tenant_id = (select current_tenant()))', target);
    execute format('create policy keeper on %s to doorstep_keeper using (tenant_id = (select current_tenant())) '
                   'with check (tenant_id = (select current_tenant()))', target);
    execute format('grant %s on %s to doorstep_app', privileges, target);
    execute format('grant select, insert, delete on %s to doorstep_keeper', target);
end
$$;

do $$
declare
    target regclass;
begin
    for target in select polrelid from pg_policy where polname = 'tenant' order by polrelid::regclass::text loop
        execute format('create policy keeper on %s to doorstep_keeper using (tenant_id = (select current_tenant())) '
                       'with check (tenant_id = (select current_tenant()))', target);
        execute format('grant select, insert, delete on %s to doorstep_keeper', target);
    end loop;
end
$$;

-- An export says which schema it was written from.
grant select on flyway_schema_history to doorstep_keeper;
