-- Words that people here sort experiments by; SageMaker never sees them.
alter table experiment
    add column labels     text[] not null default '{}' check (cardinality(labels) <= 20),
    -- the same in lower case, to be found by
    add column label_keys text[] not null default '{}' check (cardinality(label_keys) = cardinality(labels));

create index experiment_by_label on experiment using gin (label_keys);
