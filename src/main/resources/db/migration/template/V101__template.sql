create table template (
    id          uuid        primary key,
    name        text        not null check (length(name) between 1 and 63),
    description text        not null check (length(description) <= 400),
    definition  json        not null,
    locked      text[]      not null,
    version     int         not null check (version > 0),
    uses        int         not null default 0 check (uses >= 0),
    made_at     timestamptz not null,
    changed_by  text        not null,
    changed_at  timestamptz not null,
    retired_at  timestamptz
);

-- a retired one gives its name away
create unique index template_by_name on template (lower(name)) where retired_at is null;

-- What drafts came from stays for ever.
create function template_in_use_stays() returns trigger language plpgsql as $$
begin
    if old.uses > 0 then
        raise exception 'a template that drafts were begun with is retired, never deleted';
    end if;
    return old;
end
$$;

create trigger template_in_use_stays before delete on template
    for each row execute function template_in_use_stays();
