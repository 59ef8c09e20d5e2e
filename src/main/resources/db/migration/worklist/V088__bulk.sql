-- One thing asked for many experiments at once, and what became of it for each. Only so
-- that a page can say it and a second press does nothing: the record is the audit trail.
create table bulk_run (
    id       uuid        primary key,
    actor    text        not null,
    wanted   json        not null,
    begun_at timestamptz not null
);

create index bulk_run_by_age on bulk_run (begun_at);

create table bulk_row (
    run_id        uuid not null references bulk_run (id) on delete cascade,
    position      int  not null,
    experiment_id uuid not null,
    name          text,
    outcome       text check (outcome in ('DONE', 'ASKED', 'REFUSED')),
    operation_id  uuid,
    reason        text,
    reason_args   text[],
    primary key (run_id, position),
    unique (run_id, experiment_id)
);
