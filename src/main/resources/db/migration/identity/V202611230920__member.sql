-- A user's membership in an agency (row level security through `isolate`).
create table member (
    tenant_id    uuid        not null,
    id           uuid        not null,
    user_id      uuid        not null,
    name         text        not null check (length(name) between 1 and 120),
    email        text        not null,
    role         text        not null check (role in ('OWNER', 'ADMIN', 'AGENT', 'VIEWER')),
    status       text        not null default 'ACTIVE' check (status in ('ACTIVE', 'REMOVED')),
    time_zone    text        not null,
    taking_leads boolean     not null default true,
    colour       int         not null default 1 check (colour between 1 and 6),
    created_at   timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, user_id)
);
call isolate('member', 'select, insert, update');

-- Keeps the gate's directory true. SECURITY DEFINER because doorstep_app must not be able to write a membership of any
-- agency by itself; it can only be moved by a member row, which row level security has already judged.
create function member_to_directory() returns trigger
    language plpgsql
    security definer
    set search_path = pg_catalog, public, pg_temp
as
$$
begin
    -- By the member, so that a row that changes its user leaves no membership of the former one behind.
    delete from membership where tenant_id = new.tenant_id and (member_id = new.id or user_id = new.user_id);
    if new.status = 'ACTIVE' then
        insert into membership (tenant_id, user_id, member_id, role) values (new.tenant_id, new.user_id, new.id, new.role);
    end if;
    return null;
end
$$;
revoke execute on function member_to_directory() from public;

create trigger member_to_directory
    after insert or update of role, status, user_id on member
    for each row execute function member_to_directory();
