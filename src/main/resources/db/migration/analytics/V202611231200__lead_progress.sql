-- How far each lead has come, one row a lead, for reports (row level security through `security_invoker`): when it was first answered, when
-- it answered back, and when its deals first stood in or beyond each milestone. A move that was undone does not count.
create view lead_progress with (security_invoker) as
with thread as (
    select c.tenant_id, c.lead_id,
           min(m.created_at) filter (where m.author = 'LEAD') as first_lead_at,
           min(m.created_at) filter (where m.author = 'ASSISTANT') as assistant_at,
           min(m.created_at) filter (where m.author = 'MEMBER') as member_at,
           min(m.created_at) filter (where m.author = 'LEAD' and m.answered) as replied_at
      from conversation c
      join (select tenant_id, conversation_id, author, created_at,
                   bool_or(author in ('ASSISTANT', 'MEMBER')) over (partition by tenant_id, conversation_id order by seq) as answered
              from message) m on m.tenant_id = c.tenant_id and m.conversation_id = c.id
     group by c.tenant_id, c.lead_id
), milestone as (
    select d.tenant_id, d.lead_id, m.at,
           case when m.to_stage = 'WON' then 4
                when m.to_stage in ('AGREEMENT_SIGNED', 'SHOWING', 'LISTING_AGREEMENT', 'LISTED', 'OFFER', 'UNDER_CONTRACT', 'APPLICATION', 'APPROVED') then 3
                when m.to_stage in ('MET', 'VIEWED') then 2
                when m.to_stage in ('APPOINTMENT_SET', 'VIEWING_SET') then 1
                when m.to_stage = 'QUALIFIED' then 0
           end as step
      from deal_move m
      join deal d on d.tenant_id = m.tenant_id and d.id = m.deal_id
     where not exists (select from deal_move undo
                        where undo.tenant_id = m.tenant_id and undo.deal_id = m.deal_id and undo.seq = m.seq + 1 and undo.kind = 'UNDO')
       and m.kind <> 'UNDO'
), reached as (
    select tenant_id, lead_id,
           min(at) filter (where step >= 0) as qualified_at,
           min(at) filter (where step >= 1) as booked_at,
           min(at) filter (where step >= 2) as met_at,
           min(at) filter (where step >= 3) as signed_at,
           min(at) filter (where step >= 4) as won_at
      from milestone
     group by tenant_id, lead_id
), worth as (
    select d.tenant_id, d.lead_id, array_agg(distinct p.kind) as kinds,
           coalesce(sum(d.value_minor) filter (where d.stage = 'WON'), 0)::bigint as won_minor
      from deal d
      join pipeline p on p.tenant_id = d.tenant_id and p.id = d.pipeline_id
     group by d.tenant_id, d.lead_id
)
select l.tenant_id, l.id as lead_id, l.source, l.owner_id, l.created_at,
       coalesce(w.kinds, '{}') as kinds,
       t.first_lead_at, t.assistant_at, t.member_at,
       coalesce(t.replied_at, r.qualified_at) as contact_at,
       r.qualified_at, r.booked_at, r.met_at, r.signed_at, r.won_at,
       coalesce(w.won_minor, 0) as won_minor
  from lead l
  left join thread t on t.tenant_id = l.tenant_id and t.lead_id = l.id
  left join reached r on r.tenant_id = l.tenant_id and r.lead_id = l.id
  left join worth w on w.tenant_id = l.tenant_id and w.lead_id = l.id
 where l.folded_into is null;
grant select on lead_progress to doorstep_app;
