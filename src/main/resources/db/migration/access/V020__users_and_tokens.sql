create table app_user (
    id         uuid        primary key,
    name       text        not null unique check (name ~ '^[a-z][a-z0-9._@-]{0,62}$'),
    password   text        not null,
    role       text        not null check (role in ('viewer', 'author', 'reviewer', 'auditor', 'admin')),
    enabled    boolean     not null default true,
    -- Goes up with every change, and so ends what was signed in before it.
    version    int         not null default 0,
    created_at timestamptz not null
);

create table api_token (
    id           uuid        primary key,
    owner        uuid        not null references app_user (id),
    name         text        not null check (length(name) between 1 and 64),
    role         text        not null check (role in ('viewer', 'author', 'reviewer', 'auditor', 'admin')),
    hash         bytea       not null unique check (length(hash) = 32),
    created_at   timestamptz not null,
    expires_at   timestamptz not null,
    last_used_at timestamptz,
    revoked_at   timestamptz
);

create unique index api_token_by_name on api_token (owner, name) where revoked_at is null;

create table remembered_sign_in (
    hash         bytea       primary key check (length(hash) = 32),
    user_id      uuid        not null references app_user (id),
    expires_at   timestamptz not null,
    last_used_at timestamptz not null
);

create index remembered_sign_in_by_user on remembered_sign_in (user_id);
create index remembered_sign_in_by_expiry on remembered_sign_in (expires_at);
