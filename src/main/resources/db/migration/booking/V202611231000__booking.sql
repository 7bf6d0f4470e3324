-- Availability and appointments (row level security through `isolate`).
create table working_hours (
    tenant_id uuid not null,
    member_id uuid not null,
    weekday   int  not null check (weekday between 1 and 7), -- ISO: Monday is 1
    opens     time not null,
    closes    time not null,
    primary key (tenant_id, member_id, weekday, opens),
    foreign key (tenant_id, member_id) references member (tenant_id, id),
    check (opens < closes)
);
call isolate('working_hours', 'select, insert, update, delete');

create table appointment (
    tenant_id     uuid        not null,
    id            uuid        not null,
    lead_id       uuid        not null,
    deal_id       uuid,
    member_id     uuid        not null,
    listing_id    uuid,
    kind          text        not null check (kind in ('VIEWING', 'CALL', 'CONSULT')),
    place         text        check (length(place) <= 300),
    starts_at     timestamptz not null,
    ends_at       timestamptz not null,
    time_zone     text        not null,
    status        text        not null check (status in ('BOOKED', 'COMPLETED', 'NO_SHOW', 'CANCELLED')),
    note          text        check (length(note) <= 1000),
    version       int         not null default 1,
    synthetic     boolean     not null default false,
    created_at    timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, lead_id) references lead (tenant_id, id),
    foreign key (tenant_id, deal_id) references deal (tenant_id, id),
    foreign key (tenant_id, member_id) references member (tenant_id, id),
    foreign key (tenant_id, listing_id) references listing (tenant_id, id),
    check (starts_at < ends_at and ends_at <= starts_at + interval '8 hours'),
    constraint appointment_no_overlap
        exclude using gist (tenant_id with =, member_id with =, tstzrange(starts_at, ends_at) with &&) where (status <> 'CANCELLED')
);
create index on appointment (tenant_id, starts_at);
create index on appointment (tenant_id, lead_id);
create index on appointment (tenant_id, deal_id);
create index on appointment (tenant_id, member_id, starts_at);
call isolate('appointment', 'select, insert, update');

-- What happened to it, by whom; append-only.
create table appointment_change (
    tenant_id      uuid        not null,
    appointment_id uuid        not null,
    seq            int         not null check (seq > 0),
    kind           text        not null check (kind in ('BOOKED', 'RESCHEDULED', 'CANCELLED', 'COMPLETED', 'NO_SHOW')),
    starts_at      timestamptz not null,
    actor          text        not null check (actor in ('LEAD', 'ASSISTANT', 'MEMBER', 'SYSTEM')),
    member_id      uuid,
    reason         text,
    at             timestamptz not null,
    primary key (tenant_id, appointment_id, seq),
    foreign key (tenant_id, appointment_id) references appointment (tenant_id, id),
    foreign key (tenant_id, member_id) references member (tenant_id, id)
);
call isolate('appointment_change', 'select, insert');
