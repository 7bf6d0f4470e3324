-- An API client's sign-in: a family of refresh tokens, of which only the newest is worth anything. Found before a tenant is known, so for the
-- gate only, as sessions are.
create table token_family (
    id           uuid        not null primary key,
    user_id      uuid        not null references app_user (id) on delete cascade,
    tenant_id    uuid        not null references tenant_directory (id) on delete cascade,
    proof        text[]      not null,
    address      text        check (length(address) <= 64),
    user_agent   text        check (length(user_agent) <= 300),
    created_at   timestamptz not null,
    last_used_at timestamptz not null,
    expires_at   timestamptz not null,
    revoked_at   timestamptz,
    revoked_for  text        check (revoked_for in ('SIGNED_OUT', 'ENDED', 'REUSED', 'MEMBER_LEFT')),
    check ((revoked_at is null) = (revoked_for is null))
);
create index token_family_of_user on token_family (user_id);
create index token_family_of_member on token_family (tenant_id, user_id);
create index token_family_expires_at on token_family (expires_at);

-- Every token a family ever had, as its SHA-256: one that comes back after it was used tells that it was stolen.
create table refresh_token (
    token_hash bytea       not null primary key check (octet_length(token_hash) = 32),
    family_id  uuid        not null references token_family (id) on delete cascade,
    issued_at  timestamptz not null,
    used_at    timestamptz
);
create index refresh_token_of_family on refresh_token (family_id);
create unique index refresh_token_newest on refresh_token (family_id) where used_at is null;

-- Keys that sign access tokens. The private half is sealed under the installation's secret; without it the row opens nothing.
create table signing_key (
    kid        text        not null primary key check (kid ~ '^[A-Za-z0-9_-]{20,64}$'),
    public_jwk text        not null,
    sealed     bytea       not null,
    created_at timestamptz not null,
    retired_at timestamptz
);
-- One signs at a time, however many nodes start or rotate at once.
create unique index signing_key_that_signs on signing_key ((true)) where retired_at is null;

-- An agency's keys for other programs. Of the secret only the SHA-256 is here (it has more than 128 random bits, so no salt is needed).
create table api_key (
    id           uuid        not null primary key,
    tenant_id    uuid        not null references tenant_directory (id) on delete cascade,
    user_id      uuid        not null references app_user (id) on delete cascade,
    member_id    uuid        not null,
    name         text        not null check (length(name) between 1 and 80),
    prefix       text        not null unique check (prefix ~ '^[a-z0-9]{10}$'),
    secret_hash  bytea       not null check (octet_length(secret_hash) = 32),
    scopes       text[]      not null check (cardinality(scopes) between 1 and 60),
    created_at   timestamptz not null,
    expires_at   timestamptz,
    last_used_at timestamptz,
    last_address text        check (length(last_address) <= 64),
    revoked_at   timestamptz,
    revoked_for  text        check (revoked_for in ('REVOKED', 'MAKER_LEFT')),
    check ((revoked_at is null) = (revoked_for is null))
);
create index api_key_of_agency on api_key (tenant_id, created_at);

grant select, insert, update, delete on token_family, refresh_token, signing_key, api_key to doorstep_gate;

-- As before, and for what else lets a member in. A key acts as its maker: it stops with the maker, and the list says why.
create or replace function member_access_ends() returns trigger
    language plpgsql
    security definer
    set search_path = pg_catalog, public, pg_temp
as
$$
begin
    if new.status <> 'ACTIVE' or new.user_id <> old.user_id then
        update session set revoked_at = now()
         where tenant_id = old.tenant_id and user_id = old.user_id and revoked_at is null;
        update token_family set revoked_at = now(), revoked_for = 'MEMBER_LEFT'
         where tenant_id = old.tenant_id and user_id = old.user_id and revoked_at is null;
        update api_key set revoked_at = now(), revoked_for = 'MAKER_LEFT'
         where tenant_id = old.tenant_id and user_id = old.user_id and revoked_at is null;
    end if;
    perform pg_notify('doorstep_access', '');
    return null;
end
$$;
