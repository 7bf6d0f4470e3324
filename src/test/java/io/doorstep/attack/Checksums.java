package io.doorstep.attack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All rows of an agency, table by table, as a hash: what somebody else did to them shows. When its own people were last seen does not count. */
public final class Checksums {

    /** The queue changes by itself. */
    private static final Set<String> RESTLESS = Set.of("scheduled_tasks");

    private final JdbcClient admin;
    private final List<String> tables;

    Checksums(JdbcClient admin) {
        this.admin = admin;
        this.tables = admin.sql("""
                select quote_ident(c.relname)
                  from pg_class c
                  join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
                 where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = 'public'::regnamespace
                 order by 1
                """).query(String.class).list().stream()
                .filter(name -> !RESTLESS.contains(name))
                .toList();
    }

    /** Rows and hash by table. */
    public Map<String, String> of(Tenant tenant) {
        var sql = new StringBuilder();
        for (var table : tables) {
            if (!sql.isEmpty()) sql.append(" union all ");
            sql.append(
                    "select '%s' as name, count(*) || ' ' || coalesce(md5(string_agg(kept::text, '|' order by kept::text)), '') as sum from %s t, lateral (select to_jsonb(t) - 'last_seen_at' - 'last_used_at' as kept) seen where tenant_id = :tenant"
                            .formatted(table, table));
        }
        var sums = new TreeMap<String, String>();
        admin.sql(sql.toString())
                .param("tenant", tenant.id())
                .query((row, _) -> sums.put(row.getString(1), row.getString(2)))
                .list();
        return sums;
    }

    /** Tables in which the agency has no row at all. */
    public Set<String> empty(Tenant tenant) {
        var empty = new TreeSet<String>();
        of(tenant).forEach((table, sum) -> {
            if (sum.startsWith("0 ")) empty.add(table);
        });
        return empty;
    }

    public static Map<String, String> difference(Map<String, String> before, Map<String, String> after) {
        var changed = new LinkedHashMap<String, String>();
        after.forEach((table, sum) -> {
            if (!sum.equals(before.get(table))) changed.put(table, before.get(table) + " -> " + sum);
        });
        return changed;
    }

    /** Every id in the agency's rows, but not the users': people work in several agencies. */
    Set<String> idsOf(Tenant tenant) {
        var ids = new TreeSet<String>();
        admin.sql("""
                select c.relname, a.attname
                  from pg_class c
                  join pg_attribute a on a.attrelid = c.oid and not a.attisdropped and a.atttypid = 'uuid'::regtype
                 where c.relkind in ('r', 'p') and not c.relispartition and quote_ident(c.relname) = any (:tables)
                """)
                .param("tables", tables.toArray(String[]::new))
                .query((row, _) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .forEach(column -> ids.addAll(admin.sql(
                                "select distinct \"%s\"::text from \"%s\" where tenant_id = :tenant and \"%s\" is not null"
                                        .formatted(column.getValue(), column.getKey(), column.getValue()))
                        .param("tenant", tenant.id())
                        .query(String.class)
                        .list()));
        return ids;
    }
}
