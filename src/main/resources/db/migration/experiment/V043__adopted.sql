-- What marked an adopted experiment: which operation of which installation made it.
alter table experiment add column owner_tag text;
