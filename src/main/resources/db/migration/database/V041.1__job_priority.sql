-- Jobs are fetched in this order; those without a priority came before there was one.
update scheduled_tasks set priority = 50 where priority is null;
create index scheduled_tasks_by_priority on scheduled_tasks (priority desc, execution_time);
