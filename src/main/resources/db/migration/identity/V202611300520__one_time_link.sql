-- One-time links by e-mail: to sign in, or to set a new password. Found before a tenant is known, so a look-up table of the gate. Only hashes
-- are kept: of the link's token, of the cookie of the browser that asked, and of the short code that is typed where the mail is read
-- elsewhere. One per person, purpose and browser: asking again makes the former link void, and a stranger's asking does not.
create table one_time_link (
    token_hash   bytea       not null primary key check (octet_length(token_hash) = 32),
    user_id      uuid        not null references app_user (id) on delete cascade,
    purpose      text        not null check (purpose in ('SIGN_IN', 'NEW_PASSWORD')),
    browser_hash bytea       not null check (octet_length(browser_hash) = 32),
    code_hash    bytea       not null check (octet_length(code_hash) = 32),
    code_tries   int         not null default 0 check (code_tries >= 0),
    expires_at   timestamptz not null,
    unique (user_id, purpose, browser_hash)
);
create index on one_time_link (browser_hash);
create index on one_time_link (expires_at);
grant select, insert, update, delete on one_time_link to doorstep_gate;
