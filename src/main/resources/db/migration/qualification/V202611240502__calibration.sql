-- What the closed deals of an agency say about its scores. Below the least number of outcomes a row keeps the counts only.
create table calibration (
    tenant_id   uuid             not null,
    id          uuid             not null,
    won         int              not null check (won >= 0),
    lost        int              not null check (lost >= 0),
    brier       double precision check (brier between 0 and 1),
    base_brier  double precision check (base_brier between 0 and 1),
    model       jsonb,
    reliability jsonb            not null default '[]',
    at          timestamptz      not null,
    primary key (tenant_id, id),
    check ((model is null) = (brier is null)),
    check ((model is null) = (base_brier is null))
);
call isolate('calibration', 'select, insert');
