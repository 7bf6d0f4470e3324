-- Who may no longer come in is out in the same transaction that says so, whoever writes it: the sessions of a member who is
-- deactivated end (and stay ended when the member comes back), and every node hears that it must look again. The notice carries nothing:
-- a listener drops what it remembers and reads anew.
create function member_access_ends() returns trigger
    language plpgsql
    security definer
    set search_path = pg_catalog, public, pg_temp
as
$$
begin
    if new.status <> 'ACTIVE' or new.user_id <> old.user_id then
        update session set revoked_at = now()
         where tenant_id = old.tenant_id and user_id = old.user_id and revoked_at is null;
    end if;
    perform pg_notify('doorstep_access', '');
    return null;
end
$$;
revoke execute on function member_access_ends() from public;

create trigger member_access_ends
    after update of role, status, user_id on member
    for each row
    when (new.role <> old.role or new.status <> old.status or new.user_id <> old.user_id)
    execute function member_access_ends();

create function agency_access_changes() returns trigger
    language plpgsql
    set search_path = pg_catalog, public, pg_temp
as
$$
begin
    perform pg_notify('doorstep_access', '');
    return null;
end
$$;

create trigger agency_access_changes
    after update of status on tenant_directory
    for each row
    when (new.status <> old.status)
    execute function agency_access_changes();

-- For the sweep of what has ended, and for the list of a user's sessions in an agency.
create index session_expires_at on session (expires_at);
create index session_of_member on session (tenant_id, user_id);
