-- What a definition was begun with, where another module keeps that for many.
alter table experiment
    add column origin_id      uuid,
    add column origin_version int check (origin_version > 0),
    add check ((origin_id is null) = (origin_version is null));
