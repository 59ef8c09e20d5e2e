-- Start, stop, update, delete and tag beside create.
alter table operation drop constraint operation_type_check;
alter table operation add check (type in ('create', 'start', 'stop', 'update', 'delete', 'tag'));

-- which shadow test a change is about
alter table operation
    add column subject_arn        text,
    add column subject_created_at timestamptz,
    add column subject_owner_tag  text,
    -- since when it was not found, while it is not
    add column missing_since      timestamptz,
    -- a stop goes past what is under way; that has been asked to give up
    add column overtaken          boolean not null default false,
    add column error_difference   text,
    add constraint operation_has_subject check ((type = 'create') = (subject_arn is null)),
    add constraint operation_knows_subject check (type = 'create' or subject_created_at is not null or subject_owner_tag is not null),
    add constraint operation_holds_name_by_create check (type = 'create' or not holds_name);

drop index operation_unfinished;
create unique index operation_unfinished on operation (experiment_id)
    where state in ('queued', 'sending') and not overtaken;
-- for those who look for what is unfinished, for who acts on a name, and for names to let go of
create index operation_open on operation (id) where state in ('queued', 'sending');
create index operation_by_name on operation (account, region, lower(name));
create index operation_lets_go on operation (gone_at) where holds_name and gone_at is not null;

alter table attempt add column call text not null default 'CreateInferenceExperiment';
alter table attempt alter column call drop default;

-- every look at SageMaker; the same seen and decided again only counts
create table look (
    operation_id   uuid        not null references operation,
    n              int         not null check (n > 0),
    first_at       timestamptz not null,
    last_at        timestamptz not null,
    times          int         not null check (times > 0),
    seen           text        not null,
    decided        text        not null,
    aws_request_id text,
    millis         bigint      not null,
    primary key (operation_id, n)
);

insert into look (operation_id, n, first_at, last_at, times, seen, decided, millis)
select id, 1, looked_at, looked_at, 1, seen, decided, 0 from operation where looked_at is not null;

alter table operation drop column looked_at, drop column seen, drop column decided;

create or replace function operation_keeps_its_end() returns trigger language plpgsql as $$
begin
    if old.state not in ('queued', 'sending') and new.state <> old.state then
        raise exception 'operation % has ended as %', old.id, old.state;
    end if;
    if (new.type, new.payload, new.sha256, new.installation, new.name, new.account, new.region,
            new.subject_arn, new.subject_created_at, new.subject_owner_tag)
            is distinct from (old.type, old.payload, old.sha256, old.installation, old.name, old.account, old.region,
            old.subject_arn, old.subject_created_at, old.subject_owner_tag) then
        raise exception 'operation % is frozen', old.id;
    end if;
    return new;
end $$;
