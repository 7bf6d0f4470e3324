-- How a lead is called on every screen.
create view lead_name with (security_invoker) as
select l.tenant_id,
       l.id as lead_id,
       coalesce(l.name,
                (select c.value from contact_point c
                  where c.tenant_id = l.tenant_id and c.lead_id = l.id and c.kind = 'PHONE' order by c.created_at limit 1),
                (select c.value from contact_point c
                  where c.tenant_id = l.tenant_id and c.lead_id = l.id and c.kind = 'EMAIL' order by c.created_at limit 1),
                'Visitor ' || upper(right(l.id::text, 4))) as display_name
  from lead l;
grant select on lead_name to doorstep_app;

-- Search by the beginning of any word of the name, of the e-mail, or of the last 10, 7 or 4 digits of the phone. Words are rows because
-- under row level security only LEAKPROOF operators may use an index: plain text `>=` and `<` are, LIKE, trigrams and
-- lower(...) in a predicate are not. In the collation "C" a prefix is a range.
create table lead_term (
    tenant_id uuid               not null,
    term      text collate "C"   not null,
    lead_id   uuid               not null,
    from_name boolean            not null,
    primary key (tenant_id, term, lead_id),
    foreign key (tenant_id, lead_id) references lead (tenant_id, id)
);
create index on lead_term (tenant_id, lead_id);
call isolate('lead_term', 'select, insert, delete');

create function lead_terms_of_name() returns trigger
    language plpgsql
    set search_path = pg_catalog, public
as
$$
begin
    if tg_op = 'UPDATE' then
        delete from lead_term where tenant_id = new.tenant_id and lead_id = new.id and from_name;
    end if;
    insert into lead_term (tenant_id, term, lead_id, from_name)
    select distinct new.tenant_id, word, new.id, true
      from regexp_split_to_table(lower(new.name), '[\s,&]+') as word
     where word <> ''
        on conflict do nothing;
    return null;
end
$$;
revoke execute on function lead_terms_of_name() from public;
create trigger lead_terms_of_new_name after insert on lead
    for each row when (new.name is not null) execute function lead_terms_of_name();
create trigger lead_terms_of_changed_name after update of name on lead
    for each row when (new.name is distinct from old.name) execute function lead_terms_of_name();

create function lead_terms_of_contact() returns trigger
    language plpgsql
    set search_path = pg_catalog, public
as
$$
begin
    insert into lead_term (tenant_id, term, lead_id, from_name)
    select distinct new.tenant_id, word, new.lead_id, false
      from unnest(case new.kind
                      when 'EMAIL' then array[new.value, split_part(new.value, '@', 2)]
                      else array[ltrim(new.value, '+'), right(new.value, 10), right(new.value, 7), right(new.value, 4)]
                  end) as word
        on conflict do nothing;
    return null;
end
$$;
revoke execute on function lead_terms_of_contact() from public;
create trigger lead_terms_of_contact after insert on contact_point
    for each row execute function lead_terms_of_contact();
