-- The one template for every tenant table: `call isolate('lead', 'select, insert, update')` right after `create table`.
-- Row level security on and forced; one policy, the same for every tenant; plain DML for the app role; and tenant_id
-- defaults to the transaction's tenant, so that no statement has to name it. Without a tenant the default is NULL and
-- the insert fails: closed, not open. After the first SET LOCAL the setting is '' and not NULL, hence nullif.
create procedure isolate(target regclass, privileges text)
    language plpgsql
    set search_path = pg_catalog, public
as
$$
declare
    tenant constant text := $q$nullif(current_setting('app.tenant_id', true), '')::uuid$q$;
begin
    if not exists (select from pg_attribute
                    where attrelid = target and attname = 'tenant_id' and attnotnull and atttypid = 'uuid'::regtype) then
        raise exception 'table % needs "tenant_id uuid not null"', target;
    end if;
    execute format('alter table %s alter column tenant_id set default %s', target, tenant);
    execute format('alter table %s enable row level security', target);
    execute format('alter table %s force row level security', target);
    execute format('create policy tenant on %s to doorstep_app using (tenant_id = (select %s)) with check (tenant_id = (select %s))',
                   target, tenant, tenant);
    execute format('grant %s on %s to doorstep_app', privileges, target);
end
$$;

revoke execute on procedure isolate(regclass, text) from public;
