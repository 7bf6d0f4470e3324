-- Threads and messages (row level security through `isolate`). A message's place in its thread is `seq`, gap-free per
-- conversation and given under the conversation's row lock; it is also the event id of the live stream.
create table conversation (
    tenant_id       uuid        not null,
    id              uuid        not null,
    lead_id         uuid        not null,
    channel         text        not null check (channel in ('WEB_CHAT', 'FORM', 'SMS', 'EMAIL')),
    visitor_hash    bytea       check (octet_length(visitor_hash) = 32),
    state           text        not null check (state in ('ASSISTANT', 'WAITING', 'MEMBER', 'CLOSED')),
    holder_id       uuid,
    waiting_since   timestamptz,
    last_seq        bigint      not null default 0,
    watermark       bigint      not null default 0,
    inbound_count   int         not null default 0,
    page            text,
    memory          jsonb       not null default '{}',
    started_at      timestamptz not null,
    last_message_at timestamptz not null,
    last_inbound_at timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, visitor_hash),
    foreign key (tenant_id, lead_id) references lead (tenant_id, id),
    foreign key (tenant_id, holder_id) references member (tenant_id, id),
    check (watermark <= last_seq),
    check ((state = 'MEMBER') = (holder_id is not null))
);
create index on conversation (tenant_id, last_message_at desc, id desc);
create index on conversation (tenant_id, lead_id);
create index on conversation (tenant_id, state, last_message_at desc);
call isolate('conversation', 'select, insert, update');

create table message (
    tenant_id       uuid        not null,
    id              uuid        not null,
    conversation_id uuid        not null,
    seq             bigint      not null check (seq > 0),
    author          text        not null check (author in ('LEAD', 'ASSISTANT', 'MEMBER', 'SYSTEM')),
    member_id       uuid,
    body            text        not null check (length(body) <= 12000),
    attachment      jsonb,
    touch_id        uuid,
    client_id       text,
    created_at      timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, conversation_id, seq),
    unique (tenant_id, touch_id),
    unique (tenant_id, conversation_id, client_id),
    foreign key (tenant_id, conversation_id) references conversation (tenant_id, id),
    foreign key (tenant_id, member_id) references member (tenant_id, id),
    check ((author = 'MEMBER') = (member_id is not null)),
    check ((author = 'LEAD') = (touch_id is not null))
);
call isolate('message', 'select, insert');

-- Who speaks, from when, and why it changed. Both ends are recorded.
create table handover (
    tenant_id       uuid        not null,
    id              uuid        not null,
    conversation_id uuid        not null,
    from_state      text        not null,
    to_state        text        not null,
    member_id       uuid,
    reason          text        not null,
    at              timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, conversation_id) references conversation (tenant_id, id),
    foreign key (tenant_id, member_id) references member (tenant_id, id)
);
create index on handover (tenant_id, conversation_id, at);
call isolate('handover', 'select, insert');
