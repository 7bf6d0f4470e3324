-- Passkeys, one-time codes and recovery codes belong to a person, who may work in several agencies, and are asked for before one is
-- entered: they are the gate's. doorstep_app has no grant on any of them.
create table passkey (
    credential_id   bytea       not null primary key check (octet_length(credential_id) between 1 and 1023),
    id              uuid        not null unique,
    user_id         uuid        not null references app_user (id) on delete cascade,
    name            text        not null check (length(name) between 1 and 60),
    -- attested credential data of WebAuthn: the authenticator's kind, the credential's id and its public key (COSE)
    attested        bytea       not null,
    sign_count      bigint      not null check (sign_count >= 0),
    transports      text[]      not null,
    backup_eligible boolean     not null,
    backed_up       boolean     not null check (backup_eligible or not backed_up),
    created_at      timestamptz not null,
    last_used_at    timestamptz
);
create index on passkey (user_id);

-- What a browser was asked to sign: found by its hash, taken once, by the browser that asked for it.
create table passkey_challenge (
    hash         bytea       not null primary key check (octet_length(hash) = 32),
    purpose      text        not null check (purpose in ('REGISTER', 'SIGN_IN', 'CONFIRM')),
    browser_hash bytea       not null check (octet_length(browser_hash) = 32),
    user_id      uuid        references app_user (id) on delete cascade,
    expires_at   timestamptz not null,
    check ((user_id is null) = (purpose = 'SIGN_IN'))
);
create index on passkey_challenge (expires_at);

-- last_step: the newest 30 s step whose code was taken, so that no code works twice. wrong, blocked_until: guessing gets slow.
create table totp (
    user_id       uuid        not null primary key references app_user (id) on delete cascade,
    sealed_secret bytea       not null,
    enabled_at    timestamptz not null,
    last_step     bigint      not null,
    wrong         int         not null default 0 check (wrong >= 0),
    blocked_until timestamptz
);

-- Shown to its person and not yet proven to have arrived in their app.
create table totp_enrolment (
    user_id       uuid        not null primary key references app_user (id) on delete cascade,
    sealed_secret bytea       not null,
    expires_at    timestamptz not null
);

create table recovery_code (
    user_id    uuid        not null references app_user (id) on delete cascade,
    code_hash  bytea       not null check (octet_length(code_hash) = 32),
    created_at timestamptz not null,
    used_at    timestamptz,
    primary key (user_id, code_hash)
);

-- Half-way in: the first factor was shown, the second was not. Opens nothing but the second step.
create table second_step (
    token_hash bytea       not null primary key check (octet_length(token_hash) = 32),
    user_id    uuid        not null references app_user (id) on delete cascade,
    agency     text        not null,
    proof      text[]      not null,
    tries      int         not null default 0,
    expires_at timestamptz not null
);
create index on second_step (expires_at);

grant select, insert, update, delete on passkey, totp, recovery_code, second_step to doorstep_gate;
grant select, insert, delete on passkey_challenge to doorstep_gate;
grant select, insert, update, delete on totp_enrolment to doorstep_gate;
