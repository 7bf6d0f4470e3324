-- Facts are appended and superseded, never overwritten: there is no update or delete grant (row level security through `isolate`).
-- The current fact of a key is the one with the highest revision.
create table fact (
    tenant_id  uuid          not null,
    id         uuid          not null,
    lead_id    uuid          not null,
    key        text          not null check (length(key) between 1 and 60),
    revision   int           not null check (revision > 0),
    value      jsonb         not null,
    display    text          not null check (length(display) <= 500),
    quote      text,
    message_id uuid,
    quote_from int,
    quote_to   int,
    origin     text          not null check (origin in ('LOCAL_ENGINE', 'MODEL', 'FORM', 'MEMBER', 'IMPORT')),
    member_id  uuid,
    confidence numeric(4, 3) not null check (confidence between 0 and 1),
    withdrawn  boolean       not null default false,
    at         timestamptz   not null,
    primary key (tenant_id, id),
    unique (tenant_id, lead_id, key, revision),
    foreign key (tenant_id, lead_id) references lead (tenant_id, id),
    foreign key (tenant_id, message_id) references message (tenant_id, id),
    foreign key (tenant_id, member_id) references member (tenant_id, id),
    check (origin not in ('LOCAL_ENGINE', 'MODEL') or (message_id is not null and quote is not null)),
    check (origin <> 'MEMBER' or member_id is not null)
);
create index on fact (tenant_id, message_id);
call isolate('fact', 'select, insert');

create table scorecard (
    tenant_id    uuid        not null,
    version      int         not null check (version > 0),
    definition   jsonb       not null,
    published_by uuid,
    published_at timestamptz not null,
    primary key (tenant_id, version)
);
call isolate('scorecard', 'select, insert');

-- The result of applying one scorecard version to one set of facts; append-only.
create table qualification (
    tenant_id         uuid        not null,
    id                uuid        not null,
    lead_id           uuid        not null,
    revision          int         not null check (revision > 0),
    scorecard_version int         not null,
    score             int         not null check (score between 0 and 100),
    grade             text        not null check (grade in ('HOT', 'WARM', 'NURTURE', 'UNQUALIFIED')),
    at                timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, lead_id, revision),
    foreign key (tenant_id, lead_id) references lead (tenant_id, id),
    foreign key (tenant_id, scorecard_version) references scorecard (tenant_id, version)
);
call isolate('qualification', 'select, insert');

create table contribution (
    tenant_id        uuid not null,
    qualification_id uuid not null,
    position         int  not null,
    criterion        text not null,
    points           int  not null check (points >= 0),
    out_of           int  not null check (out_of >= points),
    reason           text not null,
    fact_id          uuid,
    primary key (tenant_id, qualification_id, position),
    foreign key (tenant_id, qualification_id) references qualification (tenant_id, id),
    foreign key (tenant_id, fact_id) references fact (tenant_id, id)
);
call isolate('contribution', 'select, insert');

-- Where the lead stands now: the newest qualification, for lists and the board.
create table standing (
    tenant_id        uuid not null,
    lead_id          uuid not null,
    qualification_id uuid not null,
    score            int  not null,
    grade            text not null,
    primary key (tenant_id, lead_id),
    foreign key (tenant_id, lead_id) references lead (tenant_id, id),
    foreign key (tenant_id, qualification_id) references qualification (tenant_id, id)
);
create index on standing (tenant_id, grade);
call isolate('standing', 'select, insert, update');
