-- An agency's copy of its own data: asked for, made by a task, fetched for a day. The file lies here in parts, sealed; so it is found by every
-- node, guarded by the same policy as the rows that it copies, and gone when the agency goes.
create table agency_export (
    tenant_id    uuid        not null,
    id           uuid        not null,
    requested_by uuid        not null,
    requested_at timestamptz not null,
    status       text        not null check (status in ('REQUESTED', 'RUNNING', 'READY', 'FAILED', 'EXPIRED')),
    percent      int         not null default 0 check (percent between 0 and 100),
    ready_at     timestamptz,
    expires_at   timestamptz,
    row_count    bigint,
    byte_count   bigint,
    sha256       text        check (sha256 ~ '^[0-9a-f]{64}$'),
    problem      text        check (length(problem) <= 300),
    primary key (tenant_id, id),
    foreign key (tenant_id, requested_by) references member (tenant_id, id),
    check (status <> 'READY' or (ready_at is not null and expires_at is not null and byte_count is not null and sha256 is not null)),
    check ((status = 'FAILED') = (problem is not null))
);
create unique index agency_export_one_at_a_time on agency_export (tenant_id) where status in ('REQUESTED', 'RUNNING');
call isolate('agency_export', 'select, insert, update');

create table agency_export_part (
    tenant_id uuid  not null,
    export_id uuid  not null,
    seq       int   not null check (seq >= 0),
    bytes     bytea not null check (octet_length(bytes) <= 1100000),
    primary key (tenant_id, export_id, seq),
    foreign key (tenant_id, export_id) references agency_export (tenant_id, id)
);
alter table agency_export_part alter column bytes set storage external; -- it is compressed and sealed already
call isolate('agency_export_part', 'select, insert, delete');
