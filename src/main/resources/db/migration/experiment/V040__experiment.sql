-- For finding a part of a name, endpoint or description. A trusted extension: whoever may
-- create a table here may create it.
create extension if not exists pg_trgm;

create table experiment (
    id                 uuid        primary key,
    version            bigint      not null,
    target             text        not null,
    owner              text        not null,
    phase              text        not null check (phase in ('DRAFT', 'SUBMITTING', 'LIVE', 'ENDED', 'DISCARDED')),
    revision           int         not null check (revision > 0),
    sha256             text        not null,
    operation_id       uuid,
    setback            text,
    setback_kind       text        check (setback_kind in ('REJECTED', 'CANCELLED', 'CONFLICT')),
    created_at         timestamptz not null,
    updated_at         timestamptz not null,

    -- taken from the definition, for lists
    name               text,
    sort_name          text        collate "C" not null,
    endpoint           text,
    production_variant text,
    shadow_variant     text,
    sampling           int,
    start_time         timestamptz,
    end_time           timestamptz,
    tags               text[]      not null,
    search             text        not null,

    -- what SageMaker said last
    arn                text,
    observed_at        timestamptz,
    seen_arn           text,
    sagemaker_status   text,
    sagemaker_reason   text,
    creation_time      timestamptz,
    seen_start_time    timestamptz,
    seen_end_time      timestamptz,
    completion_time    timestamptz,
    last_modified_time timestamptz,
    seen_request_id    text,

    live_at            timestamptz,
    ending             text        check (ending in ('COMPLETED', 'CANCELLED', 'DELETED', 'GONE')),
    ended_at           timestamptz,
    gone_at            timestamptz,

    check ((setback is null) = (setback_kind is null)),
    check ((phase = 'ENDED') = (ending is not null and ended_at is not null)),
    check (phase not in ('LIVE', 'ENDED') or arn is not null)
);

-- one for each order the list offers
create index experiment_by_updated on experiment (updated_at, id);
create index experiment_by_created on experiment (created_at, id);
create index experiment_by_name on experiment (sort_name, id);

-- one for each filter, in the order a list has unless told otherwise
create index experiment_by_phase on experiment (phase, updated_at, id);
create index experiment_by_status on experiment (sagemaker_status, updated_at, id);
create index experiment_by_endpoint on experiment (endpoint, updated_at, id);
create index experiment_by_owner on experiment (owner, updated_at, id);
create index experiment_by_tag on experiment using gin (tags);
create index experiment_by_text on experiment using gin (search gin_trgm_ops);

-- what the dashboard and the tracking of a target look at, however many have ended
create index experiment_unfinished on experiment (phase, sagemaker_status) where phase in ('DRAFT', 'SUBMITTING', 'LIVE');
create index experiment_watched on experiment (target, creation_time) where phase = 'LIVE';
create index experiment_set_back on experiment (updated_at) where setback is not null;
create index experiment_running_until on experiment (end_time) where phase = 'LIVE';
create index experiment_ended_at on experiment (ended_at) where phase = 'ENDED';

create table revision (
    experiment_id uuid        not null references experiment (id),
    number        int         not null check (number > 0),
    -- json, not jsonb: what was typed is kept in its order and spelling
    definition    json        not null check (octet_length(definition::text) <= 262144),
    sha256        text        not null,
    author        text        not null,
    made_at       timestamptz not null,
    primary key (experiment_id, number)
);

create table sighting (
    experiment_id      uuid        not null references experiment (id),
    observed_at        timestamptz not null,
    arn                text        not null,
    status             text        not null,
    status_reason      text,
    creation_time      timestamptz,
    start_time         timestamptz,
    end_time           timestamptz,
    completion_time    timestamptz,
    last_modified_time timestamptz,
    aws_request_id     text,
    primary key (experiment_id, observed_at)
);

create function never_changes() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end
$$;

create trigger revision_never_changes before update or delete or truncate on revision
    for each statement execute function never_changes();
create trigger sighting_never_changes before update or delete or truncate on sighting
    for each statement execute function never_changes();
