-- Whose transaction is this? As the application says; inlined into every policy.
create or replace function current_tenant() returns uuid
    language sql
    stable
    parallel safe
    return nullif(current_setting('app.tenant_id', true), '')::uuid
^^^
