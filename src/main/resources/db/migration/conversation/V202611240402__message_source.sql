-- What an answer was taken from: an article of the agency's knowledge or one of its listings. The title is the one it had then; there is no
-- foreign key, because the source may go while the answer stays.
create table message_source (
    tenant_id  uuid not null,
    message_id uuid not null,
    kind       text not null check (kind in ('ARTICLE', 'LISTING')),
    source_id  uuid not null,
    title      text not null check (length(title) <= 300),
    primary key (tenant_id, message_id, kind, source_id),
    foreign key (tenant_id, message_id) references message (tenant_id, id)
);
call isolate('message_source', 'select, insert');
