alter table experiment
    -- the change that came to nothing last, until somebody asks for another or takes note
    add column failed_change_id   uuid,
    add column failed_change_type text check (failed_change_type in ('START', 'STOP', 'UPDATE', 'DELETE', 'TAG')),
    add column failed_change_by   text,
    add check ((failed_change_id is null) = (failed_change_type is null)),
    add check ((failed_change_id is null) = (failed_change_by is null));

create index experiment_change_failed on experiment (updated_at) where failed_change_id is not null;
