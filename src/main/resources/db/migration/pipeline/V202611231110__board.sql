-- What the board sorts, filters and counts by stands on the deal itself, kept by triggers: joining leads, next actions and
-- standings of 25,000 open deals took 80 ms of the board's 150 (measured), twice per view.
alter table deal
    add column due_at   timestamptz,
    add column due_kind text,
    add column score    int,
    add column grade    text,
    add column waiting_since timestamptz; -- the lead wrote and nobody has answered

update deal d
   set due_at = a.due_at, due_kind = a.kind
  from next_action a
 where a.tenant_id = d.tenant_id and a.deal_id = d.id and a.done_at is null;
update deal d
   set score = s.score, grade = s.grade
  from standing s
 where s.tenant_id = d.tenant_id and s.lead_id = d.lead_id;
update deal d
   set waiting_since = l.last_inbound_at
  from lead l
 where l.tenant_id = d.tenant_id and l.id = d.lead_id and l.last_inbound_at > coalesce(l.last_outbound_at, '-infinity');

drop index deal_board;
create index deal_board on deal (tenant_id, pipeline_id, stage, due_at, id) where open;
create index deal_closed on deal (tenant_id, pipeline_id, stage, closed_at) where not open;

create function deal_due() returns trigger
    language plpgsql
    set search_path = pg_catalog, public
as
$$
begin
    if new.done_at is null then
        update deal set due_at = new.due_at, due_kind = new.kind where tenant_id = new.tenant_id and id = new.deal_id;
    end if;
    return null;
end
$$;
revoke execute on function deal_due() from public;
create trigger deal_due after insert or update of due_at, kind, done_at on next_action for each row execute function deal_due();

create function deal_grade() returns trigger
    language plpgsql
    set search_path = pg_catalog, public
as
$$
begin
    update deal set score = new.score, grade = new.grade
     where tenant_id = new.tenant_id and lead_id = new.lead_id and open and (score, grade) is distinct from (new.score, new.grade);
    return null;
end
$$;
revoke execute on function deal_grade() from public;
create trigger deal_grade after insert or update on standing for each row execute function deal_grade();

create function deal_waiting() returns trigger
    language plpgsql
    set search_path = pg_catalog, public
as
$$
begin
    update deal d
       set waiting_since = since.at
      from (select case when new.last_inbound_at > coalesce(new.last_outbound_at, '-infinity') then new.last_inbound_at end as at) since
     where d.tenant_id = new.tenant_id and d.lead_id = new.id and d.open and d.waiting_since is distinct from since.at;
    return null;
end
$$;
revoke execute on function deal_waiting() from public;
create trigger deal_waiting after update of last_inbound_at, last_outbound_at on lead for each row execute function deal_waiting();

create function deal_opens_described() returns trigger
    language plpgsql
    set search_path = pg_catalog, public
as
$$
begin
    select s.score, s.grade into new.score, new.grade from standing s where s.tenant_id = new.tenant_id and s.lead_id = new.lead_id;
    select l.last_inbound_at into new.waiting_since
      from lead l
     where l.tenant_id = new.tenant_id and l.id = new.lead_id and l.last_inbound_at > coalesce(l.last_outbound_at, '-infinity');
    return new;
end
$$;
revoke execute on function deal_opens_described() from public;
create trigger deal_opens_described before insert on deal for each row execute function deal_opens_described();

-- An open deal with the moment from which it leaks: its next action overdue (a meeting has three hours to be held and recorded), or a lead
-- who wrote and has no answer after five minutes.
create view open_deal with (security_invoker) as
select d.*,
       least(d.due_at + case d.due_kind when 'MEET' then interval '3 hours' else interval '0' end,
             d.waiting_since + interval '5 minutes') as leak_at
  from deal d
 where d.open;
grant select on open_deal to doorstep_app;

-- A deal as a card shows it.
create view deal_card with (security_invoker) as
select d.tenant_id, d.id, d.version, d.stage, d.stage_since, d.lead_id, n.display_name as name, d.score, d.grade, d.wish, d.value_minor,
       d.currency, d.source, d.waiting_since, d.opened_at,
       l.last_outbound_at is not null as answered,
       o.id as owner_id, o.name as owner_name, o.colour as owner_colour,
       a.id as action_id, a.kind as action_kind, a.title as action_title, a.due_at,
       ao.id as action_owner_id, ao.name as action_owner_name, ao.colour as action_owner_colour
  from deal d
  join lead l on l.tenant_id = d.tenant_id and l.id = d.lead_id
  join lead_name n on n.tenant_id = d.tenant_id and n.lead_id = d.lead_id
  join member o on o.tenant_id = d.tenant_id and o.id = d.owner_id
  left join next_action a on a.tenant_id = d.tenant_id and a.deal_id = d.id and a.done_at is null
  left join member ao on ao.tenant_id = a.tenant_id and ao.id = a.owner_id;
grant select on deal_card to doorstep_app;
