package io.doorstep.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An agency's rows and its people's, as they were: kept beside the schema, and put back where they differ. Triggers and keys sleep meanwhile. */
final class Snapshot {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private record Column(String table, String name, boolean generated) {}

    private final JdbcClient admin;
    private final String schema = "snapshot_" + COUNT.incrementAndGet() + "_" + Long.toString(System.nanoTime(), 36);

    Snapshot(JdbcClient admin, UUID tenant, List<UUID> users) {
        this.admin = admin;
        var columns = admin.sql("""
                select c.relname as table, quote_ident(a.attname) as name, a.attgenerated <> '' as generated
                  from pg_class c
                  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                 where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = 'public'::regnamespace
                 order by c.relname, a.attnum
                """).query(Column.class).list();
        var people = new StringBuilder();
        users.forEach(user -> people.append(people.isEmpty() ? "" : ", ")
                .append("'")
                .append(user)
                .append("'"));
        var body = new StringBuilder(
                "create schema %1$s;\ncreate table %1$s.sums (name text primary key, sum text not null);\n"
                        .formatted(schema));
        var restore = new StringBuilder();
        for (var table : columns.stream().map(Column::table).distinct().toList()) {
            var own = columns.stream()
                    .filter(column -> column.table.equals(table))
                    .toList();
            var names = own.stream().map(Column::name).toList();
            var whose = names.contains("tenant_id")
                    ? "tenant_id = '" + tenant + "'"
                    : names.contains("user_id")
                            ? "user_id in (" + people + ")"
                            : table.equals("app_user")
                                    ? "id in (" + people + ")"
                                    : table.equals("tenant_directory") ? "id = '" + tenant + "'" : null;
            if (whose == null) continue;
            var kept = new ArrayList<String>();
            own.stream().filter(column -> !column.generated).forEach(column -> kept.add(column.name));
            var list = String.join(", ", kept);
            body.append("create table %s.\"%s\" as select * from \"%s\" where %s;\n"
                    .formatted(schema, table, table, whose));
            body.append("""
                    insert into %1$s.sums
                    select '%2$s', coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from %1$s."%2$s" t;
                    """.formatted(schema, table));
            restore.append("""
                        if (select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from "%1$s" t where %2$s)
                           <> (select sum from %3$s.sums where name = '%1$s') then
                            delete from "%1$s" where %2$s;
                            insert into "%1$s" (%4$s) overriding system value select %4$s from %3$s."%1$s";
                        end if;
                    """.formatted(table, whose, schema, list));
        }
        admin.sql(body + """
                create function %s.restore() returns void language plpgsql set session_replication_role = 'replica' as $body$
                begin
                %s
                end $body$""".formatted(schema, restore)).update();
    }

    void restore() {
        admin.sql("select " + schema + ".restore()").query((_, _) -> true).list();
    }
}
