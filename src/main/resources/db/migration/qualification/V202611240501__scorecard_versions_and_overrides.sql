-- Why a version was published; and the one draft that an agency works on. `revision` rises with every saved draft and every
-- publication: it is what people's edits compare and set.
alter table scorecard
    add column note text check (length(note) <= 500),
    add foreign key (tenant_id, published_by) references member (tenant_id, id);

create table scorecard_draft (
    tenant_id  uuid        not null,
    revision   int         not null check (revision > 0),
    definition jsonb, -- null while nobody works on one
    edited_by  uuid        not null,
    edited_at  timestamptz not null,
    primary key (tenant_id),
    foreign key (tenant_id, edited_by) references member (tenant_id, id)
);
call isolate('scorecard_draft', 'select, insert, update');

-- What held the grade below the band of the score.
alter table qualification add column limits jsonb not null default '[]';

-- Every score that stands was given by version 1, the only one that could be published so far.
alter table standing
    add column scorecard_version int     not null default 1,
    add column by_hand           boolean not null default false;
create index standing_to_rescore on standing (tenant_id, scorecard_version, lead_id);

-- The work of giving every lead its score under a new version. What is left to do is what still stands under an older one.
create table rescoring (
    tenant_id         uuid        not null,
    id                uuid        not null,
    scorecard_version int         not null,
    total             int         not null check (total >= 0),
    moved             int         not null default 0 check (moved >= 0), -- leads whose grade changed
    started_at        timestamptz not null,
    finished_at       timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, scorecard_version),
    foreign key (tenant_id, scorecard_version) references scorecard (tenant_id, version)
);
call isolate('rescoring', 'select, insert, update');

-- A grade that a member gave by hand. It stands beside the machine's until it ends; what ended stays as history.
create table score_override (
    tenant_id  uuid        not null,
    id         uuid        not null,
    lead_id    uuid        not null,
    grade      text        not null check (grade in ('HOT', 'WARM', 'NURTURE', 'UNQUALIFIED')),
    reason     text        not null check (length(reason) between 1 and 500),
    member_id  uuid        not null,
    at         timestamptz not null,
    until      timestamptz check (until > at),
    ended_at   timestamptz,
    ended_by   uuid, -- null where its time ran out
    primary key (tenant_id, id),
    foreign key (tenant_id, lead_id) references lead (tenant_id, id),
    foreign key (tenant_id, member_id) references member (tenant_id, id),
    foreign key (tenant_id, ended_by) references member (tenant_id, id),
    check (ended_by is null or ended_at is not null)
);
create unique index score_override_one on score_override (tenant_id, lead_id) where ended_at is null;
call isolate('score_override', 'select, insert, update');

-- The board's copy of score and grade says whether the grade was given by hand.
alter table deal add column graded_by_hand boolean not null default false;

create or replace function deal_grade() returns trigger
    language plpgsql
    set search_path = pg_catalog, public
as
$$
begin
    update deal set score = new.score, grade = new.grade, graded_by_hand = new.by_hand
     where tenant_id = new.tenant_id and lead_id = new.lead_id and open
       and (score, grade, graded_by_hand) is distinct from (new.score, new.grade, new.by_hand);
    return null;
end
$$;

create or replace function deal_opens_described() returns trigger
    language plpgsql
    set search_path = pg_catalog, public
as
$$
begin
    select s.score, s.grade, s.by_hand into new.score, new.grade, new.graded_by_hand
      from (select) one
      left join standing s on s.tenant_id = new.tenant_id and s.lead_id = new.lead_id;
    new.graded_by_hand := coalesce(new.graded_by_hand, false);
    select l.last_inbound_at into new.waiting_since
      from lead l
     where l.tenant_id = new.tenant_id and l.id = new.lead_id and l.last_inbound_at > coalesce(l.last_outbound_at, '-infinity');
    return new;
end
$$;

create or replace view deal_card with (security_invoker) as
select d.tenant_id, d.id, d.version, d.stage, d.stage_since, d.lead_id, n.display_name as name, d.score, d.grade, d.wish, d.value_minor,
       d.currency, d.source, d.waiting_since, d.opened_at,
       l.last_outbound_at is not null as answered,
       o.id as owner_id, o.name as owner_name, o.colour as owner_colour,
       a.id as action_id, a.kind as action_kind, a.title as action_title, a.due_at,
       ao.id as action_owner_id, ao.name as action_owner_name, ao.colour as action_owner_colour,
       d.graded_by_hand as by_hand
  from deal d
  join lead l on l.tenant_id = d.tenant_id and l.id = d.lead_id
  join lead_name n on n.tenant_id = d.tenant_id and n.lead_id = d.lead_id
  join member o on o.tenant_id = d.tenant_id and o.id = d.owner_id
  left join next_action a on a.tenant_id = d.tenant_id and a.deal_id = d.id and a.done_at is null
  left join member ao on ao.tenant_id = a.tenant_id and ao.id = a.owner_id;
