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
    users     int         not null
);
grant select on tombstone to doorstep_gate;

-- The two steps that touch what lies outside the agency's own rows. Each acts on the transaction's tenant and on nothing else; SECURITY DEFINER
-- because the keeper has no grant on the directory, where no policy would hold it to one agency. From the first one on there is no way back: people
-- who belong to no other agency go with it, while the agency's member rows still say who they are.
-- Says whether it is being erased now, also when another run began it.
create function erasure_begins(counted jsonb, people uuid[]) returns boolean
    language plpgsql
    security definer
    set search_path = pg_catalog, public, pg_temp
as
$$
declare
    gone int;
begin
    update tenant_directory set status = 'ERASING', status_since = now()
     where id = current_tenant() and status = 'CLOSING' and erase_at <= now();
    if not found then
        return exists (select from tenant_directory where id = current_tenant() and status = 'ERASING');
    end if;
    delete from app_user u
     where u.id = any (people)
       and not exists (select from membership m where m.user_id = u.id and m.tenant_id <> current_tenant());
    get diagnostics gone = row_count;
    insert into tombstone (id, slug_hash, begun_at, rows, users)
    select id, sha256(convert_to(slug, 'UTF8')), now(), counted, gone from tenant_directory where id = current_tenant()
        on conflict (id) do update
       set slug_hash = excluded.slug_hash, begun_at = excluded.begun_at, erased_at = null, rows = excluded.rows, users = excluded.users;
    return true;
end
$$;

-- Whatever else names the agency goes with its directory row, by foreign key. Says what was counted at the beginning; null: it was gone already.
create function erasure_ends() returns jsonb
    language plpgsql
    security definer
    set search_path = pg_catalog, public, pg_temp
as
$$
declare
    counted jsonb;
begin
    delete from tenant_directory where id = current_tenant() and status = 'ERASING';
    if not found then
        return null;
    end if;
    update tombstone set erased_at = now() where id = current_tenant() returning rows into counted;
    return counted;
end
$$;
revoke execute on function erasure_begins(jsonb, uuid[]), erasure_ends() from public;
grant execute on function erasure_begins(jsonb, uuid[]), erasure_ends() to doorstep_keeper;
