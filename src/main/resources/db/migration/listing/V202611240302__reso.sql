-- Listings that come from feeds: the feed's key (a home that came without one gets its own), when and how often the row changed, and what
-- the RESO Data Dictionary knows beside the essentials.
alter table listing
    add column listing_key text  not null default gen_random_uuid()::text check (length(listing_key) between 1 and 255),
    add column details     jsonb not null default '{}',
    add column version     int   not null default 1,
    add column updated_at  timestamptz,
    add unique (tenant_id, listing_key);
comment on column listing.updated_at is 'null until it is changed for the first time';
