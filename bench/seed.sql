-- :tenants agencies with :leads leads each, and :deals open deals in the agency of slug 'bench', which was founded through the API and lends
-- the others its pipeline. Run as the administrator; foreign keys and triggers are off, so everything that they keep is written here.
\set ON_ERROR_STOP on
set session_replication_role = replica;
begin;

create temp table template as
select a.tenant_id as bench, m.id as owner, m.user_id, p.id as pipeline
  from agency a join member m using (tenant_id) join pipeline p on p.tenant_id = a.tenant_id and p.kind = 'BUYER'
 where a.slug = 'bench';

create temp table tenant as
select n, ('b0000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid as id, 'site_bench' || lpad(n::text, 20, '0') as site_key
  from generate_series(1, :tenants) n;

insert into tenant_directory select id, 'bench-' || n, 'Bench ' || n, 'ACTIVE', now() from tenant;
insert into site_key select site_key, id, now() from tenant;
insert into agency (tenant_id, name, slug, site_key, time_zone, currency, accent_hue, assistant_name, created_at)
select id, 'Bench ' || n, 'bench-' || n, site_key, 'America/Chicago', 'USD', 160, 'Assistant', now() from tenant;
insert into member (tenant_id, id, user_id, name, email, role, time_zone, created_at)
select t.id, e.owner, e.user_id, 'Bo Bench', 'bo@bench.example', 'OWNER', 'America/Chicago', now() from tenant t, template e;
insert into pipeline select t.id, p.id, p.kind, p.name, p.current_version, p.created_at
  from tenant t, pipeline p, template e where p.tenant_id = e.bench;
insert into stage (tenant_id, pipeline_id, version, key, name, position, kind, initial)
select t.id, s.pipeline_id, s.version, s.key, s.name, s.position, s.kind, s.initial from tenant t, stage s, template e where s.tenant_id = e.bench;
insert into transition select t.id, x.pipeline_id, x.version, x.from_stage, x.to_stage, x.guards
  from tenant t, transition x, template e where x.tenant_id = e.bench;
insert into scorecard select t.id, c.version, c.definition, c.published_by, c.published_at from tenant t, scorecard c, template e where c.tenant_id = e.bench;

create temp table person as
select tenant, gen_random_uuid() as lead, gen_random_uuid() as deal, gen_random_uuid() as thread, i, random() as r, random() as s
  from (select t.id as tenant, i from tenant t, generate_series(1, :leads) i
        union all
        select bench, i from template, generate_series(1, :deals) i) everyone;

insert into lead (tenant_id, id, name, source, owner_id, created_at, last_inbound_at, last_outbound_at)
select tenant, lead, 'Person ' || i, (array['WEB_CHAT', 'PORTAL', 'ADS', 'FORM'])[1 + i % 4], owner, now() - r * interval '90 days',
       now() - r * interval '90 days', now() - r * interval '89 days'
  from person, template;
insert into contact_point (tenant_id, id, lead_id, kind, value, created_at)
select tenant, gen_random_uuid(), lead, 'PHONE', '+1512' || lpad(i::text, 7, '0'), now() from person;
insert into conversation (tenant_id, id, lead_id, channel, visitor_hash, state, last_seq, watermark, started_at, last_message_at)
select tenant, thread, lead, 'WEB_CHAT', sha256(thread::text::bytea), 'ASSISTANT', 2, 2, now() - r * interval '90 days', now() - r * interval '89 days' from person;
insert into message (tenant_id, id, conversation_id, seq, author, body, created_at)
select tenant, gen_random_uuid(), thread, n, 'ASSISTANT', repeat('What are you looking for? ', 4), now() - r * interval '90 days' from person, generate_series(1, 2) n;
insert into standing (tenant_id, lead_id, qualification_id, score, grade)
select tenant, lead, gen_random_uuid(), floor(100 * s), (array['UNQUALIFIED', 'NURTURE', 'WARM', 'HOT'])[1 + floor(4 * s)::int] from person where r < 0.8;

create temp table place as
select p.*, (array['NEW', 'CONTACTED', 'QUALIFIED', 'APPOINTMENT_SET', 'MET', 'AGREEMENT_SIGNED', 'SHOWING', 'OFFER', 'UNDER_CONTRACT', 'NURTURE'])[1 + floor(10 * r * s)::int] as stage,
       now() + (s - 0.1) * interval '10 days' as due
  from person p;
insert into deal (tenant_id, id, lead_id, pipeline_id, pipeline_version, stage, move_seq, stage_since, owner_id, wish, value_minor, currency,
                  source, opened_at, due_at, due_kind, score, grade)
select p.tenant, p.deal, p.lead, e.pipeline, 1, p.stage, 1, now() - r * interval '30 days', e.owner, '3 bd, Zilker', (200000 + i * 30) * 100, 'USD',
       (array['WEB_CHAT', 'PORTAL', 'ADS', 'FORM'])[1 + i % 4], now() - r * interval '90 days', p.due, 'CALL', st.score, st.grade
  from place p cross join template e left join standing st on st.tenant_id = p.tenant and st.lead_id = p.lead;
insert into deal_move (tenant_id, deal_id, seq, pipeline_id, pipeline_version, kind, to_stage, actor, at)
select tenant, deal, 1, pipeline, 1, 'OPENED', stage, 'ASSISTANT', now() from place, template;
insert into next_action (tenant_id, id, deal_id, kind, title, owner_id, due_at, created_at)
select tenant, gen_random_uuid(), deal, 'CALL', 'Call again', owner, due, now() from place, template;
commit;
vacuum analyze;
