create table comment (
    id            uuid        primary key,
    experiment_id uuid        not null,
    author        text        not null,
    text          text        check (length(text) between 1 and 4000),
    written_at    timestamptz not null,
    removed_at    timestamptz,
    check ((text is null) = (removed_at is not null))
);

create index comment_by_experiment on comment (experiment_id, written_at desc, id desc);

-- What somebody said is never changed, only taken back, and then it shows that it was.
create function comment_is_only_taken_back() returns trigger language plpgsql as $$
begin
    if tg_op <> 'UPDATE' or old.removed_at is not null or new.text is not null
            or (new.id, new.experiment_id, new.author, new.written_at)
                is distinct from (old.id, old.experiment_id, old.author, old.written_at) then
        raise exception 'a comment is never changed, only taken back';
    end if;
    return new;
end
$$;

create trigger comment_is_only_taken_back before update or delete on comment
    for each row execute function comment_is_only_taken_back();
