-- Run as the owner after every migration; idempotent, and silent where nothing changed. What doorstep_agent may do, from the catalog: what
-- doorstep_app may, in the same agency by the same policy, and of what hangs on a lead only what hangs on one that the member may see.
-- RESTRICTIVE: no other policy can widen it. A table hangs on the lead that its keys lead to, by the shortest way and rather by a key that is
-- never null. A row that names no lead is nobody's.
do $$
declare
    change   record;
    template constant text := 'using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()))';
begin
    perform pg_advisory_xact_lock(hashtext('doorstep sight'));

    for change in
        with held as (
            select format('table %s', c.oid::regclass) as object, a.privilege_type as privilege, pg_get_userbyid(a.grantee) as login
              from pg_class c, aclexplode(c.relacl) a
             where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v')
            union all
            select format('table %s', c.oid::regclass), format('%s (%I)', a.privilege_type, col.attname), pg_get_userbyid(a.grantee)
              from pg_class c, pg_attribute col, aclexplode(col.attacl) a
             where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v') and col.attrelid = c.oid and not col.attisdropped
            union all
            select format('routine %s', f.oid::regprocedure), a.privilege_type, pg_get_userbyid(a.grantee)
              from pg_proc f, aclexplode(f.proacl) a
             where f.pronamespace = 'public'::regnamespace
        ), wanted as (
            select object, privilege from held
             where login = 'doorstep_app'
               -- Not their own role, and not what they are shown.
               and not (object in ('table agency', 'table member') and privilege <> 'SELECT')
            union
            select 'table member', format('UPDATE (%I)', col.attname)
              from pg_attribute col
             where col.attrelid = 'member'::regclass and col.attname in ('name', 'time_zone', 'taking_leads', 'colour')
        )
        select format('grant %s on %s to doorstep_agent', privilege, object) as ddl
          from (select object, privilege from wanted except select object, privilege from held where login = 'doorstep_agent') missing
        union all
        select format('revoke %s on %s from doorstep_agent', privilege, object)
          from (select object, privilege from held where login = 'doorstep_agent' except select object, privilege from wanted) excess
         order by 1 desc
    loop
        execute change.ddl;
    end loop;

    for change in
        with recursive key as (
            select f.conrelid as child, f.confrelid as parent, f.conname as name,
                   string_agg(format('p.%I = %I.%I', pa.attname, c.relname, ca.attname), ' and ' order by k.place) as meets,
                   bool_and(ca.attnotnull) as always,
                   string_agg(format('%I is null or ', ca.attname), '') filter (where not ca.attnotnull) as nobody
              from pg_constraint f
              join pg_class c on c.oid = f.conrelid
             cross join unnest(f.conkey, f.confkey) with ordinality k (child, parent, place)
              join pg_attribute ca on ca.attrelid = f.conrelid and ca.attnum = k.child
              join pg_attribute pa on pa.attrelid = f.confrelid and pa.attnum = k.parent
             where f.contype = 'f' and f.conrelid <> f.confrelid and f.connamespace = 'public'::regnamespace
             group by f.oid, f.conrelid, f.confrelid, f.conname, c.relname
        ), way (hung, depth) as (
            select 'lead'::regclass::oid, 0
            union
            select key.child, way.depth + 1 from way join key on key.parent = way.hung where way.depth < 8
        ), hanging as (
            select hung, min(depth) as depth from way group by hung
        ), sight as (
            select 'lead'::regclass::oid as target, 'owner_id is null or owner_id = (select current_member())' as seen
            union all
            (select distinct on (h.hung) h.hung, coalesce(key.nobody, '') || format('exists (select from %s p where %s)', key.parent::regclass, key.meets)
               from hanging h
               join key on key.child = h.hung
               join hanging above on above.hung = key.parent and above.depth = h.depth - 1
              order by h.hung, key.always desc, key.name)
        ), wanted as (
            select p.polrelid as target, 'agent' as name, format('create policy agent on %s to doorstep_agent %s', p.polrelid::regclass, template) as ddl
              from pg_policy p where p.polname = 'tenant'
            union all
            select target, 'sight',
                   format('create policy sight on %1$s as restrictive to doorstep_agent using (%2$s) with check (%2$s)', target::regclass, seen)
              from sight
        )
        select coalesce(w.target, p.polrelid)::regclass as target, coalesce(w.name, p.polname) as name, w.ddl, p.oid is not null as present
          from wanted w
          full join (select * from pg_policy where polname in ('agent', 'sight')) p on p.polrelid = w.target and p.polname = w.name
         where w.ddl is null or p.oid is null or obj_description(p.oid, 'pg_policy') is distinct from md5(w.ddl)
    loop
        if change.present then
            execute format('drop policy %I on %s', change.name, change.target);
        end if;
        if change.ddl is not null then
            execute change.ddl;
            execute format('comment on policy %I on %s is %L', change.name, change.target, md5(change.ddl));
        end if;
    end loop;
end
$$
^^^
