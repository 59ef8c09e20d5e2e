-- What may be read of an account besides, where that is permitted: names of keys, and buckets.
create table catalog_supply (
    target text not null,
    kind   text not null check (kind in ('keys', 'buckets')),
    name   text not null,
    region text,
    primary key (target, kind, name)
);

create table catalog_supply_reading (
    target   text        not null,
    kind     text        not null check (kind in ('keys', 'buckets')),
    tried_at timestamptz not null,
    read_at  timestamptz,
    -- whether all there were fitted in
    whole    boolean     not null,
    denied   boolean     not null,
    problem  text,
    primary key (target, kind)
);
