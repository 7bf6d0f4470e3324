-- The language model of an agency: what was chosen, every call, and what a month has cost.
create table model_setting (
    tenant_id    uuid   not null primary key,
    engine       text   not null check (engine in ('BUILT_IN', 'MODEL')),
    models       text[] not null default '{}' check (cardinality(models) <= 5),
    sealed_key   bytea  check (octet_length(sealed_key) between 28 and 1000),
    key_end      text   check (length(key_end) <= 4),
    budget_minor bigint not null check (budget_minor between 0 and 100000000),
    version      int    not null,
    check ((sealed_key is null) = (key_end is null))
);
call isolate('model_setting', 'select, insert, update');

-- Appended and never changed. Costs are millionths of a US dollar; null: nobody said what the call cost.
create table model_call (
    tenant_id         uuid        not null,
    id                uuid        not null,
    conversation_id   uuid,
    purpose           text        not null check (purpose in ('UNDERSTAND', 'WORD', 'TEST')),
    model             text        not null check (length(model) <= 120),
    provider          text        check (length(provider) <= 120),
    prompt            text        not null check (length(prompt) <= 60),
    prompt_tokens     int         check (prompt_tokens >= 0),
    completion_tokens int         check (completion_tokens >= 0),
    cost_micros       bigint      check (cost_micros >= 0),
    latency_millis    int         not null check (latency_millis >= 0),
    outcome           text        not null check (outcome in (
                          'ANSWERED', 'KEY_REFUSED', 'OUT_OF_CREDIT', 'MODEL_REFUSED', 'RATE_LIMITED', 'PROVIDER_ERROR',
                          'BROKEN', 'TIMED_OUT', 'UNREADABLE', 'UNFIT')),
    at                timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, conversation_id) references conversation (tenant_id, id)
);
create index on model_call (tenant_id, at desc, id desc);
call isolate('model_call', 'select, insert');

-- What calls under way may cost is reserved, until a moment after which none of them can still run.
create table model_spend (
    tenant_id       uuid        not null,
    month           date        not null,
    spent_micros    bigint      not null default 0 check (spent_micros >= 0),
    reserved_micros bigint      not null default 0 check (reserved_micros >= 0),
    reserved_until  timestamptz not null,
    dearest_micros  bigint      not null default 0 check (dearest_micros >= 0),
    primary key (tenant_id, month)
);
call isolate('model_spend', 'select, insert, update');
