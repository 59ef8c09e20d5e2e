-- When what was found starts and ends, where a description has told it. What was found before is looked at once more.
alter table found
    add column start_time    timestamptz,
    add column end_time      timestamptz,
    add column schedule_seen boolean not null default false;
