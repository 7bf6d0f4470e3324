-- How an agency stands. SUSPENDED: nobody gets in, nothing is lost. CLOSING: its owner asked for its deletion and may still take that back.
-- ERASING: its rows are going. CLOSED: a sign-up that was never finished.
alter table tenant_directory
    drop constraint tenant_directory_status_check,
    add constraint tenant_directory_status_check
        check (status in ('PROVISIONING', 'ACTIVE', 'SUSPENDED', 'CLOSING', 'ERASING', 'CLOSED')),
    add column status_since timestamptz not null default now(),
    add column status_reason text check (length(status_reason) <= 300),
    add column erase_at timestamptz,
    add constraint tenant_directory_erase_at check ((status in ('CLOSING', 'ERASING')) = (erase_at is not null));

-- What stays of an erased agency: that it was, and how much of it went. No name, no person; the slug as a hash, to answer a question with.
create table tombstone (
    id        uuid        not null primary key,
    slug_hash bytea       not null check (octet_length(slug_hash) = 32),
    begun_at  timestamptz not null,
    erased_at timestamptz,
    rows      jsonb       not null,
    users     int
);
grant select on tombstone to doorstep_gate;

-- The two steps that touch what lies outside the agency's own rows. Each acts on the transaction's tenant and on nothing else; SECURITY DEFINER
-- because the keeper has no grant on the directory, where no policy would hold it to one agency.
create function erasure_begins(counted jsonb) returns void
    language plpgsql
    security definer
    set search_path = pg_catalog, public, pg_temp
as
$$
begin
    update tenant_directory set status = 'ERASING', status_since = now()
     where id = current_tenant() and status = 'CLOSING' and erase_at <= now();
    if not exists (select from tenant_directory where id = current_tenant() and status = 'ERASING') then
        raise exception 'this agency is not due to be erased' using errcode = 'object_not_in_prerequisite_state';
    end if;
    insert into tombstone (id, slug_hash, begun_at, rows)
    select id, sha256(convert_to(slug, 'UTF8')), now(), counted from tenant_directory where id = current_tenant()
        on conflict (id) do nothing;
end
$$;

-- Whatever else names the agency goes with its directory row, by foreign key. Its people go where they belong to no other agency.
create function erasure_ends(people uuid[]) returns int
    language plpgsql
    security definer
    set search_path = pg_catalog, public, pg_temp
as
$$
declare
    gone int;
begin
    delete from tenant_directory where id = current_tenant() and status = 'ERASING';
    if not found then
        raise exception 'this agency is not being erased' using errcode = 'object_not_in_prerequisite_state';
    end if;
    delete from app_user u
     where u.id = any (people)
       and not exists (select from membership m where m.user_id = u.id);
    get diagnostics gone = row_count;
    update tombstone set erased_at = now(), users = gone where id = current_tenant();
    return gone;
end
$$;
revoke execute on function erasure_begins(jsonb), erasure_ends(uuid[]) from public;
grant execute on function erasure_begins(jsonb), erasure_ends(uuid[]) to doorstep_keeper;
