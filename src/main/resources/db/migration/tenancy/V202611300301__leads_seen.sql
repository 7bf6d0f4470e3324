-- What agents see: every lead, or their own and those that are nobody's yet. It is the agency's choice; owners, admins, viewers, tasks and
-- the assistant are not touched by it. A restricted agent's transaction runs as doorstep_agent, whose policies db/sight.sql writes from the
-- catalog after each migration.
alter table agency add column leads_seen text not null default 'ALL' check (leads_seen in ('ALL', 'OWN'));

-- For whom the transaction of doorstep_agent runs. Without a member: NULL, and nothing is anybody's own.
create function current_member() returns uuid
    language sql
    stable
    parallel safe
    return nullif(current_setting('app.member_id', true), '')::uuid;

-- Asked along with BEGIN, so that a change of the setting acts from the next transaction on, on every node. plpgsql keeps the plan.
create function leads_seen() returns text
    language plpgsql
    stable
    set search_path = pg_catalog, public
as
$$
begin
    return (select a.leads_seen from agency a);
end
$$;
revoke execute on function leads_seen() from public;
grant execute on function current_member(), leads_seen() to doorstep_app;
