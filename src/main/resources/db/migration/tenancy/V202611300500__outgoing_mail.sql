-- E-mail that waits to be sent, and what could not be. The content may hold a link that signs somebody in: it is sealed under the
-- installation's secret, and gone once the mail is sent (the row is deleted) or given up.
create table outgoing_mail (
    tenant_id   uuid        not null,
    id          uuid        not null,
    sealed      bytea       check (octet_length(sealed) between 29 and 100000),
    good_until  timestamptz,
    attempts    int         not null default 0 check (attempts >= 0),
    problem     text        check (length(problem) <= 500),
    created_at  timestamptz not null,
    given_up_at timestamptz,
    primary key (tenant_id, id),
    constraint content_only_while_it_waits check ((sealed is null) = (given_up_at is not null))
);
call isolate('outgoing_mail', 'select, insert, update, delete');
