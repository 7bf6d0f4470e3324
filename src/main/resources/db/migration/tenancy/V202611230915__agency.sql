-- The tenant's own settings (row level security through `isolate`).
create table agency (
    tenant_id       uuid        not null primary key,
    name            text        not null check (length(name) between 1 and 120),
    slug            text        not null,
    site_key        text        not null,
    time_zone       text        not null check (length(time_zone) between 1 and 64),
    currency        text        not null check (currency ~ '^[A-Z]{3}$'),
    accent_hue      int         not null check (accent_hue between 0 and 359),
    assistant_name  text        not null check (length(assistant_name) between 1 and 60),
    allowed_origins text[]      not null default '{}' check (cardinality(allowed_origins) <= 50),
    areas           text[]      not null default '{}' check (cardinality(areas) <= 500),
    synthetic       boolean     not null default false,
    version         int         not null default 1,
    created_at      timestamptz not null
);
call isolate('agency', 'select, insert, update');
