-- The lead's timeline as before, with what the guards stopped.
create or replace view lead_timeline with (security_invoker) as
select t.tenant_id, t.lead_id, 'TOUCH' as type, t.id::text as id, t.received_at as at, 0 as rank, null::uuid as member_id,
       jsonb_build_object('source', t.source, 'page', t.page) as detail
  from touch t
 where t.outcome = 'NEW_LEAD'
    or t.outcome = 'MERGED' and t.source <> 'WEB_CHAT' -- each later chat message is one, and is told as the message
union all
select m.tenant_id, c.lead_id, 'MESSAGE', m.id::text, m.created_at, 1, m.member_id,
       jsonb_build_object('conversationId', c.id, 'seq', m.seq, 'author', m.author, 'text', m.body, 'evidence', coalesce(e.spans, '[]'))
  from conversation c
  join message m on m.tenant_id = c.tenant_id and m.conversation_id = c.id
  left join lateral (select jsonb_agg(jsonb_build_object('start', f.quote_from, 'end', f.quote_to, 'factId', f.id, 'key', f.key)
                                      order by f.quote_from, f.id) as spans
                       from fact f
                      where f.tenant_id = m.tenant_id and f.message_id = m.id and f.quote_from is not null) e on true
union all
select f.tenant_id, f.lead_id, 'FACTS', min(f.id::text), max(f.at), 2, null,
       jsonb_build_object('facts', jsonb_agg(jsonb_build_object('key', f.key, 'display', f.display) order by f.id))
  from fact f
 where not f.withdrawn
 group by f.tenant_id, f.lead_id, coalesce(f.message_id, f.id)
union all
select q.tenant_id, q.lead_id, 'SCORE', q.id::text, q.at, 3, null,
       jsonb_build_object('from', p.score, 'to', q.score, 'grade', q.grade)
  from qualification q
  left join qualification p on p.tenant_id = q.tenant_id and p.lead_id = q.lead_id and p.revision = q.revision - 1
 where p.score is distinct from q.score
union all
select v.tenant_id, d.lead_id, 'MOVE', v.deal_id || '/' || lpad(v.seq::text, 6, '0'), v.at, 4, v.member_id,
       jsonb_build_object('fromName', f.name, 'toName', t.name, 'kind', v.kind, 'reason', v.reason)
  from deal d
  join deal_move v on v.tenant_id = d.tenant_id and v.deal_id = d.id
  join stage t on t.tenant_id = v.tenant_id and t.pipeline_id = v.pipeline_id and t.version = v.pipeline_version and t.key = v.to_stage
  left join stage f on f.tenant_id = v.tenant_id and f.pipeline_id = v.pipeline_id and f.version = v.pipeline_version and f.key = v.from_stage
union all
select h.tenant_id, c.lead_id, 'HANDOVER', h.id::text, h.at, 5, h.member_id,
       jsonb_build_object('from', h.from_state, 'to', h.to_state, 'reason', h.reason)
  from conversation c
  join handover h on h.tenant_id = c.tenant_id and h.conversation_id = c.id
union all
select x.tenant_id, a.lead_id, 'APPOINTMENT', x.appointment_id || '/' || lpad(x.seq::text, 6, '0'), x.at, 6, x.member_id,
       jsonb_build_object('appointmentId', a.id, 'change', x.kind)
  from appointment a
  join appointment_change x on x.tenant_id = a.tenant_id and x.appointment_id = a.id
union all
select c.tenant_id, c.lead_id, 'CONSENT', c.id::text, c.at, 7, null,
       jsonb_build_object('channel', c.channel, 'granted', c.granted, 'wordingVersion', c.wording_version::text)
  from consent c
union all
select g.tenant_id, c.lead_id, 'GUARD', g.id::text, g.at, 8, null,
       jsonb_build_object('side', g.side, 'kind', g.kind, 'quote', g.quote, 'rule', g.rule)
  from conversation c
  join guard_log g on g.tenant_id = c.tenant_id and g.conversation_id = c.id;
