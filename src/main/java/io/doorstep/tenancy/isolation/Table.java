package io.doorstep.tenancy.isolation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A tenant table as the catalog describes it; names are quoted already. */
record Table(
        String name, List<Column> columns, List<Unique> uniques, List<ForeignKey> foreignKeys, List<Check> checks) {

    /** @param literals what the checks on this column name: {@code status in ('NEW', …)} and {@code between 3 and 5} tell their values */
    record Column(String name, String type, boolean nullable, boolean hasDefault, List<String> literals) {}

    record Unique(String name, List<String> columns) {}

    record ForeignKey(
            String name, List<String> columns, String parent, List<String> parentColumns, boolean deferrable) {}

    record Check(String name, List<String> columns) {}

    private record Named(String table, String name) {}

    /** Generated columns are left out: nothing can be written to them. */
    static List<Table> readAll(JdbcClient db) {
        var globals = Reviewed.GLOBAL_TABLES.keySet().toArray(String[]::new);
        var tables = new LinkedHashMap<String, Table>();
        db.sql("""
                select quote_ident(c.relname) as table_name, quote_ident(a.attname) as name, format_type(a.atttypid, a.atttypmod) as type,
                       not a.attnotnull as nullable, a.atthasdef or a.attidentity <> '' as has_default,
                       array(select distinct literal[1]
                               from pg_constraint k, regexp_matches(pg_get_constraintdef(k.oid), case
                                        when a.atttypid = 'text'::regtype then '''([^'']*)''' else '(?<![\\w'':])(\\d+)(?![\\w'':])' end, 'g') literal
                              where k.conrelid = c.oid and k.contype = 'c' and a.attnum = any (k.conkey)) as literals
                  from pg_class c
                  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                 where c.relkind in ('r', 'p')
                   and not c.relispartition
                   and c.relnamespace in (select oid from pg_namespace where nspname !~ '^(pg_|information_schema$)')
                   and c.relname <> all (:globals)
                 order by c.relname, a.attnum
                """)
                .param("globals", globals)
                .query((row, _) -> {
                    var table = row.getString("table_name");
                    tables.computeIfAbsent(
                                    table,
                                    name -> new Table(
                                            name,
                                            new ArrayList<>(),
                                            new ArrayList<>(),
                                            new ArrayList<>(),
                                            new ArrayList<>()))
                            .columns
                            .add(new Column(
                                    row.getString("name"),
                                    row.getString("type"),
                                    row.getBoolean("nullable"),
                                    row.getBoolean("has_default"),
                                    names(row.getArray("literals"))));
                    return table;
                })
                .list();
        db.sql("""
                select quote_ident(c.relname) as table_name, quote_ident(i.relname) as name, x.indisprimary,
                       array(select quote_ident(a.attname) from unnest(x.indkey::int[]) with ordinality key (attnum, place)
                              join pg_attribute a on a.attrelid = c.oid and a.attnum = key.attnum order by key.place) as columns
                  from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
                 where x.indisunique and c.relkind in ('r', 'p') and not c.relispartition
                   and c.relnamespace in (select oid from pg_namespace where nspname !~ '^(pg_|information_schema$)')
                   and c.relname <> all (:globals)
                 order by x.indisprimary desc, x.indpred is not null, i.relname
                """)
                .param("globals", globals)
                .query((row, _) -> of(tables, row.getString("table_name"))
                        .uniques
                        .add(new Unique(row.getString("name"), names(row.getArray("columns")))))
                .list();
        db.sql("""
                select quote_ident(c.relname) as table_name, quote_ident(k.conname) as name, k.contype = 'f' as foreign_key, k.condeferrable,
                       quote_ident(p.relname) as parent,
                       array(select quote_ident(a.attname) from unnest(k.conkey) with ordinality key (attnum, place)
                              join pg_attribute a on a.attrelid = k.conrelid and a.attnum = key.attnum order by key.place) as columns,
                       array(select quote_ident(a.attname) from unnest(k.confkey) with ordinality key (attnum, place)
                              join pg_attribute a on a.attrelid = k.confrelid and a.attnum = key.attnum order by key.place) as parent_columns
                  from pg_constraint k join pg_class c on c.oid = k.conrelid left join pg_class p on p.oid = k.confrelid
                 where k.contype in ('f', 'c') and not c.relispartition
                   and c.relnamespace in (select oid from pg_namespace where nspname !~ '^(pg_|information_schema$)')
                   and c.relname <> all (:globals)
                 order by k.conname
                """)
                .param("globals", globals)
                .query((row, _) -> {
                    var table = of(tables, row.getString("table_name"));
                    var columns = names(row.getArray("columns"));
                    return row.getBoolean("foreign_key")
                            ? table.foreignKeys.add(new ForeignKey(
                                    row.getString("name"),
                                    columns,
                                    row.getString("parent"),
                                    names(row.getArray("parent_columns")),
                                    row.getBoolean("condeferrable")))
                            : table.checks.add(new Check(row.getString("name"), columns));
                })
                .list();
        return parentsFirst(List.copyOf(tables.values()));
    }

    /** The tables that these hang on, themselves included. */
    static List<Table> withParents(List<Table> tables, List<Table> all) {
        var names = new HashSet<String>();
        var open = new ArrayDeque<>(tables.stream().map(Table::name).toList());
        while (!open.isEmpty()) {
            var name = open.pop();
            if (names.add(name)) {
                all.stream()
                        .filter(table -> table.name.equals(name))
                        .flatMap(table -> table.foreignKeys.stream())
                        .forEach(key -> open.push(key.parent()));
            }
        }
        return all.stream().filter(table -> names.contains(table.name)).toList();
    }

    Column column(String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    boolean has(String column) {
        return columns.stream().anyMatch(candidate -> candidate.name().equals(column));
    }

    /** Whether a key or a reference compares the column. */
    boolean isKeyed(String column) {
        return uniques.stream().anyMatch(key -> key.columns().contains(column))
                || foreignKeys.stream().anyMatch(key -> key.columns().contains(column));
    }

    /** What identifies a row within its agency; empty where an agency has one row only. */
    List<String> keyWithinTenant() {
        return uniques.isEmpty()
                ? List.of()
                : uniques.getFirst().columns().stream()
                        .filter(column -> !column.equals("tenant_id"))
                        .toList();
    }

    private boolean dependsOn(Table other) {
        return foreignKeys.stream()
                .anyMatch(key -> !key.deferrable() && key.parent().equals(other.name) && !other.name.equals(name));
    }

    private static List<Table> parentsFirst(List<Table> tables) {
        var rest = new ArrayList<>(tables);
        var ordered = new ArrayList<Table>();
        while (!rest.isEmpty()) {
            var next = rest.stream()
                    .filter(table -> rest.stream().noneMatch(table::dependsOn))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("foreign keys in a circle: "
                            + rest.stream().map(Table::name).toList()));
            rest.remove(next);
            ordered.add(next);
        }
        return ordered;
    }

    private static Table of(LinkedHashMap<String, Table> tables, String name) {
        var table = tables.get(name);
        if (table == null) {
            throw new IllegalStateException("the catalog names a table twice or not at all: " + name);
        }
        return table;
    }

    private static List<String> names(java.sql.Array array) throws java.sql.SQLException {
        return List.of((String[]) array.getArray());
    }
}
