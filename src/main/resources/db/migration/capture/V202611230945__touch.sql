-- Every inbound event, stored raw before anything reads it (row level security through `isolate`).
-- Accounting: each touch ends as NEW_LEAD, MERGED (into a known lead) or REJECTED (with its reason); RECEIVED is not yet read.
create table touch (
    tenant_id       uuid        not null,
    id              uuid        not null,
    source          text        not null check (source in ('WEB_CHAT', 'FORM', 'SMS', 'EMAIL', 'ADS', 'PORTAL', 'REFERRAL', 'PHONE', 'IMPORT', 'API', 'MANUAL')),
    client_key      text        not null check (length(client_key) between 1 and 200),
    raw             text        not null check (length(raw) <= 65536),
    outcome         text        not null default 'RECEIVED' check (outcome in ('RECEIVED', 'NEW_LEAD', 'MERGED', 'REJECTED')),
    rejection       text,
    lead_id         uuid,
    conversation_id uuid,
    page            text,
    ip              text,
    user_agent      text,
    received_at     timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, source, client_key),
    foreign key (tenant_id, lead_id) references lead (tenant_id, id),
    foreign key (tenant_id, conversation_id) references conversation (tenant_id, id),
    check ((outcome = 'REJECTED') = (rejection is not null)),
    check ((outcome in ('NEW_LEAD', 'MERGED')) = (lead_id is not null))
);
create index on touch (tenant_id, received_at);
create index on touch (tenant_id, lead_id);
call isolate('touch', 'select, insert, update');

alter table message add foreign key (tenant_id, touch_id) references touch (tenant_id, id);
