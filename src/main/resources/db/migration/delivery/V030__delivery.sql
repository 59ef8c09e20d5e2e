-- What this installation is called; the last row is the name in force.
create table installation (
    id    uuid        primary key,
    since timestamptz not null,
    how   text        not null check (how in ('made', 'moved', 'copied'))
);

create table operation (
    id               uuid        primary key,
    experiment_id    uuid        not null,
    type             text        not null check (type in ('create')),
    state            text        not null check (state in ('queued', 'sending', 'confirmed', 'rejected', 'cancelled', 'conflict')),
    target           text        not null,
    account          text        not null,
    region           text        not null,
    name             text        not null,
    -- text, not jsonb: what was hashed, byte for byte
    payload          text        not null,
    sha256           text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    installation     uuid        not null references installation,
    asked_by         text        not null,
    fence            bigint      not null default 0,
    cancel           boolean     not null default false,
    choice           text        check (choice in ('adopt', 'refuse')),
    holds_name       boolean     not null,
    gone_at          timestamptz,
    arn              text,
    orphan_arn       text,
    waiting_kind     text        check (waiting_kind in ('time', 'permission', 'credentials', 'person', 'pause')),
    waiting_message  text,
    waiting_choice   boolean     not null default false,
    error_code       text,
    error_message    text,
    error_request_id text,
    error_pointer    text,
    looked_at        timestamptz,
    seen             text,
    decided          text,
    backoff_millis   bigint      not null default 0,
    created_at       timestamptz not null,
    not_after        timestamptz not null,
    ended_at         timestamptz,
    constraint operation_ends_once check ((ended_at is null) = (state in ('queued', 'sending'))),
    constraint operation_confirmed_has_arn check (state <> 'confirmed' or arn is not null)
);

create unique index operation_by_held_name on operation (account, region, lower(name)) where holds_name;
create unique index operation_unfinished on operation (experiment_id) where state in ('queued', 'sending');
create index operation_by_experiment on operation (experiment_id, id);

create table attempt (
    operation_id   uuid        not null references operation,
    n              int         not null check (n > 0),
    seen           text        not null,
    sent_at        timestamptz not null,
    answered_at    timestamptz,
    answer         text        check (answer in ('accepted', 'refused', 'refused-for-now', 'throttled', 'in-use', 'not-sent', 'unclear')),
    code           text,
    message        text,
    aws_request_id text,
    primary key (operation_id, n),
    constraint attempt_is_answered_once check ((answered_at is null) = (answer is null))
);

create function operation_keeps_its_end() returns trigger language plpgsql as $$
begin
    if old.state not in ('queued', 'sending') and new.state <> old.state then
        raise exception 'operation % has ended as %', old.id, old.state;
    end if;
    if (new.payload, new.sha256, new.installation, new.name, new.account, new.region)
            is distinct from (old.payload, old.sha256, old.installation, old.name, old.account, old.region) then
        raise exception 'operation % is frozen', old.id;
    end if;
    return new;
end $$;

create trigger operation_keeps_its_end before update on operation
    for each row execute function operation_keeps_its_end();

create table idempotent_request (
    scope      text        not null,
    key        text        not null,
    sha256     text        not null,
    status     int,
    location   text,
    body       text,
    created_at timestamptz not null,
    primary key (scope, key)
);

create index idempotent_request_by_age on idempotent_request (created_at);
