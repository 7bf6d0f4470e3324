package io.doorstep.lifecycle.schema;

import java.util.List;

/**
 * A table of an agency; names are quoted already.
 *
 * @param columns    that can be written, in the alphabet's order: the same on every server. Generated ones are made again by the database
 * @param key        its primary key, which puts the rows in order
 * @param references its foreign keys
 */
public record TenantTable(String name, List<Column> columns, List<String> key, List<Reference> references) {

    /** @param type as the server prints it @param needed not null and without a default */
    public record Column(String name, String type, boolean needed) {}

    /** @param deferrable checked at commit, so that two tables can refer to each other */
    public record Reference(
            String name, List<String> columns, String parent, List<String> parentColumns, boolean deferrable) {}

    public List<String> columnNames() {
        return columns.stream().map(Column::name).toList();
    }

    public boolean isText(String column) {
        return columns.stream()
                .anyMatch(one -> one.name().equals(column) && one.type().equals("text"));
    }

    boolean refersTo(TenantTable other) {
        return references.stream().anyMatch(reference -> reference.parent().equals(other.name));
    }
}
