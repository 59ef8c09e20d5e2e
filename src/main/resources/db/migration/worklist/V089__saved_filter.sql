create table saved_filter (
    id       uuid        primary key,
    owner    text        not null,
    name     text        not null check (length(name) between 1 and 60),
    query    text        not null check (length(query) <= 2000),
    made_at  timestamptz not null
);

create unique index saved_filter_by_name on saved_filter (owner, lower(name));
