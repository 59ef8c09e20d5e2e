create table audit_entry (
    id             uuid        primary key,
    at             timestamptz not null,
    actor_kind     text        not null check (actor_kind in ('user', 'token', 'system')),
    actor_name     text        not null,
    action         text        collate "C" not null check (action ~ '^[a-z-]+(\.[a-z-]+)+$' and length(action) <= 100),
    experiment_id  uuid,
    target         text,
    before         jsonb,
    after          jsonb,
    reason         text,
    request_id     text        not null,
    aws_request_id text,
    address        text
);

-- The ids are UUIDv7, but made by several machines: the order is that of the time, then of the id.
create index audit_entry_by_time on audit_entry (at desc, id desc);
create index audit_entry_by_actor on audit_entry (actor_name, at desc, id desc);
create index audit_entry_by_action on audit_entry (action, at desc, id desc);
create index audit_entry_by_experiment on audit_entry (experiment_id, at desc, id desc) where experiment_id is not null;
create index audit_entry_by_target on audit_entry (target, at desc, id desc) where target is not null;
create index audit_entry_by_request on audit_entry (request_id);
create index audit_entry_by_aws_request on audit_entry (aws_request_id) where aws_request_id is not null;

create function audit_entry_is_final() returns trigger language plpgsql as $$
begin
    raise exception 'audit_entry is append-only';
end
$$;

create trigger audit_entry_is_final
    before update or delete or truncate on audit_entry
    for each statement execute function audit_entry_is_final();
