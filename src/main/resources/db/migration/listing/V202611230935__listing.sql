-- Homes that an agency offers (row level security through `isolate`).
create table listing (
    tenant_id     uuid        not null,
    id            uuid        not null,
    name          text        not null check (length(name) between 1 and 200),
    address       text        not null,
    area          text        not null,
    offer         text        not null check (offer in ('SALE', 'RENT')),
    property_type text        not null check (property_type in ('HOUSE', 'CONDO', 'TOWNHOUSE', 'APARTMENT', 'LAND')),
    price_minor   bigint      not null check (price_minor >= 0),
    currency      text        not null check (currency ~ '^[A-Z]{3}$'),
    beds          int         not null check (beds between 0 and 50),
    baths         numeric(4, 1) not null check (baths between 0 and 50),
    square_feet   int,
    features      text[]      not null default '{}',
    status        text        not null default 'ACTIVE' check (status in ('ACTIVE', 'PENDING', 'SOLD', 'WITHDRAWN')),
    synthetic     boolean     not null default false,
    created_at    timestamptz not null,
    primary key (tenant_id, id)
);
create index on listing (tenant_id, status, offer, price_minor);
call isolate('listing', 'select, insert, update');
