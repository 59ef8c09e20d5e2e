-- Accounts of the sandbox, whose password everybody knows, until they are given another one.
alter table app_user add column sandbox boolean not null default false;
