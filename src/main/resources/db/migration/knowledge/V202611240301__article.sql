-- What an agency wants its assistant to say about how it works, and the passages that questions are matched with.
create table article (
    tenant_id  uuid        not null,
    id         uuid        not null,
    title      text        not null check (length(title) between 1 and 120),
    questions  text[]      not null default '{}' check (cardinality(questions) <= 20),
    body       text        not null check (length(body) between 1 and 4000),
    language   text        not null check (language in ('en', 'es')),
    active     boolean     not null default true,
    version    int         not null default 1,
    updated_by uuid,
    updated_at timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, language, title),
    foreign key (tenant_id, updated_by) references member (tenant_id, id)
);
call isolate('article', 'select, insert, update, delete');

-- Written anew with each version of its article. The lexemes are those of the language's text search configuration.
create table article_passage (
    tenant_id  uuid   not null,
    article_id uuid   not null,
    position   int    not null check (position >= 0),
    kind       text   not null check (kind in ('TITLE', 'QUESTION', 'BODY')),
    text       text   not null,
    lexemes    text[] not null default '{}',
    primary key (tenant_id, article_id, position),
    foreign key (tenant_id, article_id) references article (tenant_id, id) on delete cascade
);
call isolate('article_passage', 'select, insert, delete');
