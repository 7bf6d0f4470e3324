-- Who did what to what, from where. Append-only: there is no grant to change or remove an entry, and its place, its moment and its hashes
-- are made here, whatever the statement says. Each hash covers the one before it, so no entry can be changed, removed, put in between
-- or moved without breaking the chain; `doorstep verify-audit` recomputes it.
create table audit_entry (
    tenant_id     uuid        not null,
    seq           bigint      not null check (seq > 0),
    at            timestamptz not null,
    member_id     uuid,
    role          text        check (role in ('OWNER', 'ADMIN', 'AGENT', 'VIEWER')),
    via           text        not null check (via in ('SESSION', 'TOKEN', 'API_KEY', 'TASK', 'SYSTEM')),
    via_id        text        check (length(via_id) between 1 and 100),
    address       text        check (length(address) between 1 and 64),
    action        text        not null check (action ~ '^[a-z][a-z-]*[.][a-z][a-z-]*$' and length(action) <= 60),
    subject_type  text        not null check (subject_type ~ '^[a-z][a-z-]*$' and length(subject_type) <= 40),
    subject       text        check (length(subject) between 1 and 200),
    detail        jsonb       not null default '{}' check (jsonb_typeof(detail) = 'object' and octet_length(detail::text) <= 4000),
    previous_hash bytea       not null check (octet_length(previous_hash) = 32),
    hash          bytea       not null check (octet_length(hash) = 32),
    primary key (tenant_id, seq),
    constraint audit_entry_has_an_actor check ((via in ('TASK', 'SYSTEM')) = (member_id is null) and (member_id is null) = (role is null))
);
create index on audit_entry (tenant_id, at);
create index on audit_entry (tenant_id, member_id, seq);
create index on audit_entry (tenant_id, action, seq);
call isolate('audit_entry', 'select, insert');

-- Where each agency's chain ends. No login can write it, so a cut tail does not match it. Global because its writer is the owner, on whom
-- row level security is forced: only the two functions below reach it, and both stay in the transaction's agency.
create table audit_head (
    tenant_id uuid        not null primary key references tenant_directory (id) on delete cascade,
    seq       bigint      not null,
    at        timestamptz not null,
    hash      bytea       not null check (octet_length(hash) = 32)
);

-- Agencies that are older than their log: an empty chain, so that a missing head is a fault from here on.
insert into audit_head (tenant_id, seq, at, hash)
select id, 0, created_at, decode(repeat('00', 32), 'hex') from tenant_directory;

-- SECURITY DEFINER because doorstep_app must not be able to move a head. The lock on the head makes the chain linear; it is held until
-- commit, so entries are written last in a transaction (AuditLog sees to it).
create function audit_chain() returns trigger
    language plpgsql
    security definer
    set search_path = pg_catalog, public, pg_temp
as
$$
declare
    head  audit_head;
    given audit_entry := new;
begin
    -- This runs before the policy judges the row: a row for another agency goes on to be refused, and leaves that agency's head alone.
    if new.tenant_id is distinct from current_tenant() then
        return new;
    end if;
    select * into head from audit_head where tenant_id = new.tenant_id for update;
    if not found then
        insert into audit_head (tenant_id, seq, at, hash)
        values (new.tenant_id, 0, clock_timestamp(), decode(repeat('00', 32), 'hex'))
        on conflict (tenant_id) do nothing;
        select * into head from audit_head where tenant_id = new.tenant_id for update;
    end if;
    new.seq := head.seq + 1;
    new.at := case when session_user = 'doorstep_keeper' then given.at else greatest(clock_timestamp(), head.at) end;
    new.previous_hash := head.hash;
    -- Every field with its length in bytes, so that no two entries read the same; `io.doorstep.tenancy.audit.Entry` says it in Java.
    new.hash := sha256(new.previous_hash || convert_to((
        select string_agg(coalesce(octet_length(convert_to(field, 'UTF8')) || ':' || field, '-'), ',' order by place)
          from unnest(array[
                   new.tenant_id::text, new.seq::text, (extract(epoch from new.at) * 1000000)::bigint::text, new.member_id::text, new.role,
                   new.via, new.via_id, new.address, new.action, new.subject_type, new.subject, new.detail::text
               ]) with ordinality list (field, place)), 'UTF8'));
    -- An agency that moves in brings its chain along, entry by entry in order, and each must be the genuine next one.
    if session_user = 'doorstep_keeper' and (new.seq, new.previous_hash, new.hash) is distinct from (given.seq, given.previous_hash, given.hash) then
        raise exception 'the audit entry % does not follow the chain''s end at %', given.seq, head.seq using errcode = 'integrity_constraint_violation';
    end if;
    update audit_head set seq = new.seq, at = new.at, hash = new.hash where tenant_id = new.tenant_id;
    return new;
end
$$;
revoke execute on function audit_chain() from public;

create trigger audit_chain
    before insert on audit_entry
    for each row execute function audit_chain();

-- The end of the transaction's own chain. SECURITY DEFINER because heads are no tenant table; it takes no argument, so it tells of no other.
create function audit_end(out seq bigint, out hash bytea)
    language sql
    stable
    security definer
    set search_path = pg_catalog, public, pg_temp
as
$$
    select h.seq, h.hash from audit_head h where h.tenant_id = current_tenant()
$$;
revoke execute on function audit_end() from public;
grant execute on function audit_end() to doorstep_app;
