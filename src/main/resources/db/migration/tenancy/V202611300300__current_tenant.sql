-- One question for every policy and every default: whose transaction is this? STABLE, never IMMUTABLE: a kept plan must ask again. The body is
-- stored parsed, so no search_path can change what it means, and short enough to be inlined: it costs what the bare expression cost.
-- Without a tenant the answer is NULL, and nothing equals NULL. After the first SET LOCAL the setting is '' and not NULL, hence nullif.
create function current_tenant() returns uuid
    language sql
    stable
    parallel safe
    return nullif(current_setting('app.tenant_id', true), '')::uuid;
grant execute on function current_tenant() to doorstep_app;

-- As before, with the question instead of its body.
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
    execute format('grant %s on %s to doorstep_app', privileges, target);
end
$$;

do $$
declare
    target regclass;
begin
    for target in select polrelid from pg_policy where polname = 'tenant' order by polrelid::regclass::text loop
        execute format('alter table %s alter column tenant_id set default current_tenant()', target);
        execute format('alter policy tenant on %s using (tenant_id = (select current_tenant())) '
                       'with check (tenant_id = (select current_tenant()))', target);
    end loop;
end
$$;
