-- What stands in SageMaker and is not under management here.
create table found (
    id                 uuid        primary key,
    target             text        not null,
    name               text        not null,
    arn                text        not null,
    status             text        not null,
    creation_time      timestamptz,
    last_modified_time timestamptz,
    endpoint           text,
    owner              text        not null check (owner in ('foreign', 'other-installation', 'orphan')),
    owner_tag          text,
    operation_id       uuid,
    first_seen         timestamptz not null,
    last_seen          timestamptz not null,
    gone_at            timestamptz,
    experiment_id      uuid,
    sorted_by          timestamptz not null generated always as (coalesce(creation_time, first_seen)) stored,
    -- a name may be taken again, by another one
    constraint found_once unique nulls not distinct (target, name, creation_time)
);

create index found_listed on found (sorted_by, id) where gone_at is null and experiment_id is null;
create index found_orphans on found (target) where owner = 'orphan' and gone_at is null and experiment_id is null;

-- How the last sweep of a target went.
create table found_sweep (
    target   text        primary key,
    tried_at timestamptz not null,
    swept_at timestamptz,
    unread   int         not null,
    problem  text
);
