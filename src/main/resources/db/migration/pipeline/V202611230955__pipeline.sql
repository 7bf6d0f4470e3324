-- The pipeline as a state machine, held by the database (row level security through `isolate`).
-- Published versions are immutable: no update or delete grant on the definition.
create table pipeline (
    tenant_id       uuid        not null,
    id              uuid        not null,
    kind            text        not null check (kind in ('BUYER', 'SELLER', 'RENTAL')),
    name            text        not null check (length(name) between 1 and 80),
    current_version int         not null,
    created_at      timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, kind)
);
call isolate('pipeline', 'select, insert, update');

create table stage (
    tenant_id   uuid    not null,
    pipeline_id uuid    not null,
    version     int     not null,
    key         text    not null check (key ~ '^[A-Z][A-Z_]{1,39}$'),
    name        text    not null check (length(name) between 1 and 60),
    position    int     not null,
    kind        text    not null check (kind in ('OPEN', 'NURTURE', 'WON', 'LOST')),
    initial     boolean not null default false,
    terminal    boolean generated always as (kind in ('WON', 'LOST')) stored,
    primary key (tenant_id, pipeline_id, version, key),
    unique (tenant_id, pipeline_id, version, key, terminal),
    unique (tenant_id, pipeline_id, version, key, initial),
    unique (tenant_id, pipeline_id, version, position),
    foreign key (tenant_id, pipeline_id) references pipeline (tenant_id, id)
);
create unique index stage_one_initial on stage (tenant_id, pipeline_id, version) where initial;
call isolate('stage', 'select, insert');

create table transition (
    tenant_id   uuid   not null,
    pipeline_id uuid   not null,
    version     int    not null,
    from_stage  text   not null,
    to_stage    text   not null,
    guards      text[] not null default '{}',
    primary key (tenant_id, pipeline_id, version, from_stage, to_stage),
    foreign key (tenant_id, pipeline_id, version, from_stage) references stage (tenant_id, pipeline_id, version, key),
    foreign key (tenant_id, pipeline_id, version, to_stage) references stage (tenant_id, pipeline_id, version, key),
    check (from_stage <> to_stage)
);
call isolate('transition', 'select, insert');

-- `move_seq` and `stage` are what the newest history row says (a deferred foreign key below); `version` counts every change and
-- is what people's edits compare and set.
create table deal (
    tenant_id        uuid        not null,
    id               uuid        not null,
    lead_id          uuid        not null,
    pipeline_id      uuid        not null,
    pipeline_version int         not null,
    stage            text        not null,
    move_seq         int         not null check (move_seq > 0),
    stage_since      timestamptz not null,
    open             boolean     not null default true,
    owner_id         uuid        not null,
    wish             text        check (length(wish) <= 200),
    value_minor      bigint      check (value_minor >= 0),
    currency         text        not null check (currency ~ '^[A-Z]{3}$'),
    expected_close   date,
    source           text        not null,
    lost_reason      text        check (length(lost_reason) between 1 and 500),
    nurture_until    date,
    version          int         not null default 1,
    synthetic        boolean     not null default false,
    opened_at        timestamptz not null,
    closed_at        timestamptz,
    closed           boolean     generated always as (not open) stored,
    primary key (tenant_id, id),
    foreign key (tenant_id, lead_id) references lead (tenant_id, id),
    foreign key (tenant_id, owner_id) references member (tenant_id, id),
    -- A deal is closed exactly in a terminal stage.
    foreign key (tenant_id, pipeline_id, pipeline_version, stage, closed)
        references stage (tenant_id, pipeline_id, version, key, terminal),
    check (open = (closed_at is null))
);
create index deal_board on deal (tenant_id, pipeline_id, stage) where open;
create index on deal (tenant_id, lead_id);
create index on deal (tenant_id, owner_id) where open;
call isolate('deal', 'select, insert, update');

-- History: gap-free, each move starts where the one before ended, and each is either an edge of the map, an override with
-- authority and reason, the undoing of the move right before it, or the opening in the initial stage. All held by keys:
--   map_from is from_stage for an ordinary move  -> foreign key to the allowed transitions
--   prior_seq is seq - 1                         -> foreign key to the row before, which must end in from_stage
--   undoes is seq - 1 for an undo                -> foreign key to that row, turned round
--   opens is true for the opening                -> foreign key to the initial stage
-- The pipeline is in the keys between rows, so that no move is judged by the map of another one.
create table deal_move (
    tenant_id        uuid        not null,
    deal_id          uuid        not null,
    seq              int         not null check (seq > 0),
    pipeline_id      uuid        not null,
    pipeline_version int         not null,
    kind             text        not null check (kind in ('OPENED', 'TRANSITION', 'OVERRIDE', 'UNDO')),
    from_stage       text,
    to_stage         text        not null,
    actor            text        not null check (actor in ('LEAD', 'ASSISTANT', 'MEMBER', 'SYSTEM')),
    member_id        uuid,
    authority        text,
    reason           text        check (length(reason) between 1 and 500),
    guards           jsonb       not null default '[]',
    at               timestamptz not null,
    map_from         text generated always as (case when kind = 'TRANSITION' then from_stage end) stored,
    prior_seq        int generated always as (case when seq > 1 then seq - 1 end) stored,
    undoes           int generated always as (case when kind = 'UNDO' then seq - 1 end) stored,
    opens            boolean generated always as (case when kind = 'OPENED' then true end) stored,
    primary key (tenant_id, deal_id, seq),
    unique (tenant_id, deal_id, seq, to_stage, pipeline_id),
    unique (tenant_id, deal_id, seq, to_stage, pipeline_id, pipeline_version),
    unique (tenant_id, deal_id, seq, to_stage, from_stage),
    foreign key (tenant_id, deal_id) references deal (tenant_id, id) deferrable initially deferred,
    foreign key (tenant_id, member_id) references member (tenant_id, id),
    foreign key (tenant_id, pipeline_id, pipeline_version, to_stage) references stage (tenant_id, pipeline_id, version, key),
    foreign key (tenant_id, pipeline_id, pipeline_version, map_from, to_stage)
        references transition (tenant_id, pipeline_id, version, from_stage, to_stage),
    foreign key (tenant_id, pipeline_id, pipeline_version, to_stage, opens) references stage (tenant_id, pipeline_id, version, key, initial),
    foreign key (tenant_id, deal_id, prior_seq, from_stage, pipeline_id) references deal_move (tenant_id, deal_id, seq, to_stage, pipeline_id),
    foreign key (tenant_id, deal_id, undoes, from_stage, to_stage) references deal_move (tenant_id, deal_id, seq, to_stage, from_stage),
    check ((kind = 'OPENED') = (seq = 1)),
    check ((kind = 'OPENED') = (from_stage is null)),
    check (kind <> 'OVERRIDE' or (reason is not null and member_id is not null and authority in ('OWNER', 'ADMIN'))),
    check ((actor = 'MEMBER') = (member_id is not null))
);
call isolate('deal_move', 'select, insert');

alter table deal add constraint deal_stands_where_its_history_says
    foreign key (tenant_id, id, move_seq, stage, pipeline_id, pipeline_version)
        references deal_move (tenant_id, deal_id, seq, to_stage, pipeline_id, pipeline_version) deferrable initially deferred;

-- What must happen next on an open deal, by whom, until when.
create table next_action (
    tenant_id  uuid        not null,
    id         uuid        not null,
    deal_id    uuid        not null,
    kind       text        not null check (kind in ('ASSISTANT', 'CALL', 'MESSAGE', 'EMAIL', 'BOOK', 'MEET', 'OUTCOME', 'DOCUMENT', 'WAIT', 'OTHER')),
    title      text        not null check (length(title) between 1 and 200),
    owner_id   uuid        not null,
    due_at     timestamptz not null,
    created_at timestamptz not null,
    done_at    timestamptz,
    done_by    uuid,
    primary key (tenant_id, id),
    foreign key (tenant_id, deal_id) references deal (tenant_id, id),
    foreign key (tenant_id, owner_id) references member (tenant_id, id),
    foreign key (tenant_id, done_by) references member (tenant_id, id)
);
create unique index next_action_one_open on next_action (tenant_id, deal_id) where done_at is null;
create index next_action_due on next_action (tenant_id, due_at) where done_at is null;
call isolate('next_action', 'select, insert, update');

-- Every deal is either closed or has exactly one next action: at most one by the index above, at least one by this check at commit.
create function deal_has_next_action() returns trigger
    language plpgsql
    set search_path = pg_catalog, public
as
$$
declare
    subject uuid;
begin
    if tg_table_name = 'deal' then subject := new.id; else subject := new.deal_id; end if;
    if exists (select from deal d where d.tenant_id = new.tenant_id and d.id = subject and d.open)
       <> exists (select from next_action a where a.tenant_id = new.tenant_id and a.deal_id = subject and a.done_at is null) then
        raise exception 'deal % must have a next action exactly while it is open', subject
            using errcode = 'check_violation', constraint = 'deal_has_next_action';
    end if;
    return null;
end
$$;
revoke execute on function deal_has_next_action() from public;
create constraint trigger deal_has_next_action after insert or update of open on deal
    deferrable initially deferred for each row execute function deal_has_next_action();
create constraint trigger deal_has_next_action after insert or update on next_action
    deferrable initially deferred for each row execute function deal_has_next_action();
