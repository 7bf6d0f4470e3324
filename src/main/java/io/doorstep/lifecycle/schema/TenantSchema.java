package io.doorstep.lifecycle.schema;

import io.doorstep.lifecycle.schema.TenantTable.Column;
import io.doorstep.lifecycle.schema.TenantTable.Reference;
import java.sql.Array;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every table that the keeper's policy stands on, which is every table of an agency: the isolation suite fails for one without it.
 *
 * @param version of the schema, as its newest migration is numbered
 */
public record TenantSchema(String version, List<TenantTable> tables) {

    public static TenantSchema read(JdbcClient db) {
        var tables = new LinkedHashMap<String, TenantTable>();
        db.sql("""
                select quote_ident(c.relname) as table_name, quote_ident(a.attname) as name, format_type(a.atttypid, a.atttypmod) as type,
                       a.attnotnull and not a.atthasdef and a.attidentity = '' as needed,
                       array(select quote_ident(k.attname) from pg_index x, unnest(x.indkey::int[]) with ordinality part (attnum, place), pg_attribute k
                              where x.indrelid = c.oid and x.indisprimary and k.attrelid = c.oid and k.attnum = part.attnum order by part.place) as key
                  from pg_class c
                  join pg_policy p on p.polrelid = c.oid and p.polname = 'keeper'
                  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                 where c.relkind in ('r', 'p') and not c.relispartition
                 order by c.relname collate "C", a.attname collate "C"
                """)
                .query((row, _) -> tables.computeIfAbsent(
                                row.getString("table_name"),
                                name -> new TenantTable(name, new ArrayList<>(), keyOf(row), new ArrayList<>()))
                        .columns()
                        .add(new Column(row.getString("name"), row.getString("type"), row.getBoolean("needed"))))
                .list();
        db.sql("""
                select quote_ident(c.relname) as table_name, quote_ident(k.conname) as name, k.condeferrable, quote_ident(p.relname) as parent,
                       array(select quote_ident(a.attname) from unnest(k.conkey) with ordinality part (attnum, place)
                              join pg_attribute a on a.attrelid = k.conrelid and a.attnum = part.attnum order by part.place) as columns,
                       array(select quote_ident(a.attname) from unnest(k.confkey) with ordinality part (attnum, place)
                              join pg_attribute a on a.attrelid = k.confrelid and a.attnum = part.attnum order by part.place) as parent_columns
                  from pg_constraint k
                  join pg_class c on c.oid = k.conrelid
                  join pg_class p on p.oid = k.confrelid
                 where k.contype = 'f' and k.conparentid = 0
                 order by c.relname collate "C", k.conname collate "C"
                """)
                .query((row, _) -> {
                    var reference = new Reference(
                            row.getString("name"),
                            names(row, "columns"),
                            row.getString("parent"),
                            names(row, "parent_columns"),
                            row.getBoolean("condeferrable"));
                    return Optional.ofNullable(tables.get(row.getString("table_name")))
                            .map(table -> table.references().add(reference));
                })
                .list();
        var version = db.sql("select max(version collate \"C\") from flyway_schema_history where success")
                .query(String.class)
                .single();
        return new TenantSchema(version, List.copyOf(tables.values()));
    }

    public Optional<TenantTable> table(String name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst();
    }

    private static List<String> keyOf(java.sql.ResultSet row) {
        try {
            return names(row, "key");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> names(java.sql.ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return List.of((String[]) array.getArray());
    }
}
