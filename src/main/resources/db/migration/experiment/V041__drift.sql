-- What SageMaker was seen to say an experiment is, in canonical form; null in rows from
-- before it was kept.
alter table sighting add column definition text;

alter table experiment
    -- what it is known to be: everything that we or a person have had a hand in
    add column known_definition text,
    add column seen_definition  text,
    -- whether the two differ, for lists
    add column drifted          boolean not null default false;

-- what somebody has to take note of
create index experiment_drifted on experiment (updated_at) where drifted;
