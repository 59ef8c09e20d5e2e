-- What takes an endpoint within a window of time: nothing runs longer than 30 days, so a
-- window needs those that begin from 31 days before it.
create index experiment_by_begin on experiment ((coalesce(start_time, creation_time, live_at)))
    where phase <> 'DISCARDED';
