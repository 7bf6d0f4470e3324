-- Keys under which the application seals whose transaction it is, where the operator wants that (docs/operations.md). Global, owner only: the
-- sealed body of current_tenant() reads it and nobody else does. Two at a time, so that the secret can be changed while nodes run.
create table seal_key (
    id      text        not null primary key check (id ~ '^[0-9a-f]{8}$'),
    inward  bytea       not null check (octet_length(inward) = 64),
    outward bytea       not null check (octet_length(outward) = 64),
    made_at timestamptz not null default clock_timestamp()
);
