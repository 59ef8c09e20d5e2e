alter table experiment
    -- the change that is on its way to SageMaker
    add column change_id   uuid,
    add column change_type text check (change_type in ('START', 'STOP', 'UPDATE', 'DELETE', 'TAG')),
    -- how a person decided when it was stopped
    add column stop_action text check (stop_action in ('PROMOTE', 'DISCARD', 'KEEP')),
    add column stopped_by  text,
    add column stop_reason text,
    add check ((change_id is null) = (change_type is null));

create index experiment_changing on experiment (updated_at, id) where change_id is not null;
