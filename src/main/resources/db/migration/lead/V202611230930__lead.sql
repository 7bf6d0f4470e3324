-- Who the person is (row level security through `isolate`).
create table lead (
    tenant_id        uuid        not null,
    id               uuid        not null,
    name             text        check (length(name) between 1 and 200),
    source           text        not null check (source in ('WEB_CHAT', 'FORM', 'SMS', 'EMAIL', 'ADS', 'PORTAL', 'REFERRAL', 'PHONE', 'IMPORT', 'API', 'MANUAL')),
    owner_id         uuid,
    time_zone        text,
    language         text        not null default 'en',
    folded_into      uuid,
    synthetic        boolean     not null default false,
    version          int         not null default 1,
    created_at       timestamptz not null,
    last_inbound_at  timestamptz,
    last_outbound_at timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, owner_id) references member (tenant_id, id),
    foreign key (tenant_id, folded_into) references lead (tenant_id, id),
    check (folded_into is distinct from id)
);
create index on lead (tenant_id, created_at desc, id desc);
create index on lead (tenant_id, owner_id);
call isolate('lead', 'select, insert, update');

-- One lead per contact point and agency. `value` is normalised: E.164 for phones, lower case for e-mail.
create table contact_point (
    tenant_id  uuid        not null,
    id         uuid        not null,
    lead_id    uuid        not null,
    kind       text        not null check (kind in ('EMAIL', 'PHONE')),
    value      text        not null check (length(value) between 3 and 254),
    created_at timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, kind, value),
    foreign key (tenant_id, lead_id) references lead (tenant_id, id)
);
create index on contact_point (tenant_id, lead_id);
call isolate('contact_point', 'select, insert, update');

-- Consent as evidence: the words, where and when they were agreed to. Append-only: the newest per channel counts.
create table consent (
    tenant_id       uuid        not null,
    id              uuid        not null,
    lead_id         uuid        not null,
    channel         text        not null check (channel in ('SMS', 'EMAIL', 'CALL', 'WEB_CHAT')),
    granted         boolean     not null,
    wording         text        not null,
    wording_version int         not null,
    contact         text,
    page            text,
    ip              text,
    user_agent      text,
    source          text        not null,
    at              timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, lead_id) references lead (tenant_id, id)
);
create index on consent (tenant_id, lead_id, channel, at desc);
call isolate('consent', 'select, insert');
