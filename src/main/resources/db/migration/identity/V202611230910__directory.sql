-- What must be read before a tenant is known: the gate's look-up tables. They carry no row level security and no business
-- row; only doorstep_gate may touch them, and doorstep_app has no grant on any of them.
create table tenant_directory (
    id         uuid        not null primary key,
    slug       text        not null unique check (slug ~ '^[a-z0-9](-?[a-z0-9])*$' and length(slug) between 2 and 40),
    name       text        not null check (length(name) between 1 and 120),
    status     text        not null check (status in ('PROVISIONING', 'ACTIVE', 'CLOSED')),
    created_at timestamptz not null
);

create table app_user (
    id         uuid        not null primary key,
    email      text        not null unique check (email = lower(email) and length(email) between 3 and 254),
    name       text        not null check (length(name) between 1 and 120),
    created_at timestamptz not null
);

create table credential (
    user_id       uuid        not null primary key references app_user (id) on delete cascade,
    password_hash text        not null,
    changed_at    timestamptz not null
);

-- A user's memberships over all agencies. Derived from each agency's own `member` rows by a trigger: one truth, two readers.
create table membership (
    tenant_id uuid not null references tenant_directory (id) on delete cascade,
    user_id   uuid not null references app_user (id) on delete cascade,
    member_id uuid not null,
    role      text not null,
    primary key (tenant_id, user_id)
);
create index on membership (user_id);

create table session (
    token_hash bytea       not null primary key check (octet_length(token_hash) = 32),
    user_id    uuid        not null references app_user (id) on delete cascade,
    tenant_id  uuid        not null references tenant_directory (id) on delete cascade,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz
);
create index on session (user_id);

create table site_key (
    key        text        not null primary key check (key ~ '^site_[a-z0-9]{20,40}$'),
    tenant_id  uuid        not null references tenant_directory (id) on delete cascade,
    created_at timestamptz not null
);
create index on site_key (tenant_id);

grant select, insert, update on tenant_directory, app_user, credential, session to doorstep_gate;
grant select, insert on site_key to doorstep_gate;
grant select on membership to doorstep_gate;
grant delete on session to doorstep_gate;
