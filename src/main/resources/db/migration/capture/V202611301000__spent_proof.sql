-- Proofs of work that were used: each opens the door once, on whichever node (row level security through `isolate`).
create table spent_proof (
    tenant_id  uuid        not null,
    challenge  text        not null check (length(challenge) between 1 and 64),
    expires_at timestamptz not null,
    primary key (tenant_id, challenge)
);
create index on spent_proof (tenant_id, expires_at);
call isolate('spent_proof', 'select, insert, delete');
