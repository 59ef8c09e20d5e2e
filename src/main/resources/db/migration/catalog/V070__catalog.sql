-- What there is to choose from in each target, as SageMaker said last. All of it can be read again.
create table catalog_reading (
    target   text        primary key,
    tried_at timestamptz not null,
    read_at  timestamptz,
    problem  text
);

create table catalog_endpoint (
    target      text        not null,
    name        text        not null,
    status      text        not null,
    modified_at timestamptz,
    -- configuration and variants; absent while it is known by name only
    facts       jsonb,
    obstacle    text,
    looked_at   timestamptz,
    primary key (target, name)
);

create table catalog_model (
    target text not null,
    name   text not null,
    primary key (target, name)
);

-- The last preflight of a submission, for the gate that is read before it is sent.
create table preflight (
    experiment_id  uuid        primary key,
    sha256         text        not null,
    ran_at         timestamptz not null,
    checks         jsonb       not null,
    closed_code    text,
    closed_message text
);
