-- An invitation to an agency, for whoever reads mail at the address. Only the token's SHA-256 is kept; the token itself stands in the link.
create table invitation (
    tenant_id    uuid        not null,
    id           uuid        not null,
    email        text        not null check (email = lower(email) and length(email) between 3 and 254),
    role         text        not null check (role in ('OWNER', 'ADMIN', 'AGENT', 'VIEWER')),
    note         text        check (length(note) between 1 and 300),
    token_hash   bytea       not null check (octet_length(token_hash) = 32),
    invited_by   uuid        not null,
    created_at   timestamptz not null,
    sent_at      timestamptz not null,
    sends        int         not null default 1 check (sends > 0),
    expires_at   timestamptz not null,
    withdrawn_at timestamptz,
    accepted_at  timestamptz,
    accepted_by  uuid,
    primary key (tenant_id, id),
    unique (tenant_id, token_hash),
    foreign key (tenant_id, invited_by) references member (tenant_id, id),
    foreign key (tenant_id, accepted_by) references member (tenant_id, id),
    check ((accepted_at is null) = (accepted_by is null)),
    check (accepted_at is null or withdrawn_at is null)
);
-- One that waits per address; a second one is the first one sent again.
create unique index invitation_waits on invitation (tenant_id, email) where accepted_at is null and withdrawn_at is null;
create index on invitation (tenant_id, created_at);
call isolate('invitation', 'select, insert, update');

-- An agency is never without somebody who may do everything in it, whoever writes the row. Judged at commit, so that the chair can be handed
-- over in one transaction in either order; one at a time per agency, so that two owners can not unmake each other.
create function agency_keeps_an_owner() returns trigger
    language plpgsql
    set search_path = pg_catalog, public, pg_temp
as
$$
begin
    perform pg_advisory_xact_lock(hashtextextended('owners of ' || new.tenant_id, 0));
    if not exists (select from member where tenant_id = new.tenant_id and role = 'OWNER' and status = 'ACTIVE') then
        raise exception 'an agency keeps an active owner'
            using errcode = 'integrity_constraint_violation', constraint = 'agency_keeps_an_owner';
    end if;
    return null;
end
$$;

create constraint trigger agency_keeps_an_owner
    after update of role, status on member
    deferrable initially deferred
    for each row
    when (old.role = 'OWNER' and old.status = 'ACTIVE' and (new.role <> 'OWNER' or new.status <> 'ACTIVE'))
    execute function agency_keeps_an_owner();
