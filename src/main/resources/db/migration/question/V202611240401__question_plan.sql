-- What an agency asks its leads, in versions: appended, never changed. An agency without a row asks by the standard that the code holds.
create table question_plan (
    tenant_id  uuid        not null,
    version    int         not null check (version > 0),
    definition jsonb       not null,
    saved_by   uuid        not null,
    saved_at   timestamptz not null,
    primary key (tenant_id, version),
    foreign key (tenant_id, saved_by) references member (tenant_id, id)
);
call isolate('question_plan', 'select, insert');
