-- Who must show a second factor in this agency. No row: nobody must.
create table mfa_policy (
    tenant_id  uuid        not null primary key,
    required   text        not null check (required in ('NOBODY', 'ADMINS', 'EVERYONE')),
    changed_at timestamptz not null
);
call isolate('mfa_policy', 'select, insert, update');
