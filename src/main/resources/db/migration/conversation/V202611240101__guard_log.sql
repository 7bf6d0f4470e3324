-- What a guard stopped: words of a lead that the assistant did not go along with, and words of its own that it did not say. The
-- rule carries the version of its rules. A message is logged once for each kind of concern.
create table guard_log (
    tenant_id       uuid        not null,
    id              uuid        not null,
    conversation_id uuid        not null,
    message_id      uuid,
    side            text        not null check (side in ('INPUT', 'OUTPUT')),
    kind            text        not null check (kind ~ '^[A-Z_]{1,40}$'),
    quote           text        not null check (length(quote) <= 300),
    rule            text        not null check (length(rule) <= 100),
    at              timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, message_id, kind),
    foreign key (tenant_id, conversation_id) references conversation (tenant_id, id),
    foreign key (tenant_id, message_id) references message (tenant_id, id),
    check ((side = 'INPUT') = (message_id is not null))
);
create index on guard_log (tenant_id, conversation_id, at);
call isolate('guard_log', 'select, insert');
