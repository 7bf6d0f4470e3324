-- Five agents share the leads of the bench's agency, a tenth is nobody's; they sign in with the owner's password. Beside them an agent of the same
-- name and number of leads for the comparison without restriction: that is a setting, and changed between the rounds.
set session_replication_role = replica;
insert into app_user (id, email, name, created_at)
select ('a0000000-0000-7000-8000-00000000000' || n)::uuid, 'agent' || n || '@bench.example', 'Agent ' || n, now() from generate_series(1, 5) n;
insert into credential (user_id, password_hash, changed_at)
select u.id, c.password_hash, now() from app_user u, credential c join app_user o on o.id = c.user_id and o.email = 'bo@bench.example' where u.email like 'agent%';
insert into member (tenant_id, id, user_id, name, email, role, time_zone, created_at)
select a.tenant_id, u.id, u.id, u.name, u.email, 'AGENT', a.time_zone, now() from agency a, app_user u where u.email like 'agent%';
insert into membership (tenant_id, user_id, member_id, role) select tenant_id, user_id, id, role from member where role = 'AGENT';
update lead set owner_id = case when abs(hashtext(id::text)) % 10 = 0 then null
                                else ('a0000000-0000-7000-8000-00000000000' || 1 + abs(hashtext(id::text)) % 5)::uuid end;
update deal d set owner_id = l.owner_id from lead l where l.tenant_id = d.tenant_id and l.id = d.lead_id and l.owner_id is not null;
vacuum full analyze;
