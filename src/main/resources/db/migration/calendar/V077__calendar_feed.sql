-- Calendar programs have no session: the address each person gives them holds a secret.
create table calendar_feed (
    owner        text        primary key,
    hash         bytea       not null unique check (length(hash) = 32),
    created_at   timestamptz not null,
    last_used_at timestamptz
);
