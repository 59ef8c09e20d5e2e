-- What somebody has typed into the form of a draft since the revision it stands on. One
-- for each person and draft; it becomes a revision when they save, leave or go on
-- elsewhere. The row stays after that, so that an old window is known for one.
create table working_copy (
    experiment_id uuid        not null references experiment (id),
    author        text        not null,
    -- the form that was typed into last, and when by the clock of its browser
    form          uuid        not null,
    turn          bigint      not null,
    sequence      int         not null check (sequence > 0),
    -- the revision the form was made from, 0 for none
    revision      int         not null check (revision >= 0),
    -- the latest revision that is taken in
    onto          int         not null check (onto > 0),
    definition    json        not null,
    -- null when it says nothing that the revision does not
    typed         text,
    saved_at      timestamptz not null,
    primary key (experiment_id, author)
);
