-- What a person recognises a session by, when it was last seen, and by what and when its person proved who they are.
alter table session
    add column id               uuid        not null default gen_random_uuid() unique,
    add column authenticated_at timestamptz not null default now(),
    add column last_seen_at     timestamptz not null default now(),
    add column proof            text[]      not null default '{}'
        check (proof <@ array['PASSWORD', 'EMAIL_LINK', 'PASSKEY', 'TOTP', 'RECOVERY_CODE', 'OIDC']),
    add column address          text        check (length(address) <= 64),
    add column user_agent       text        check (length(user_agent) <= 300);
alter table session alter column id drop default;
