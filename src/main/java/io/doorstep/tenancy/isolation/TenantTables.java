package io.doorstep.tenancy.isolation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All tables of an agency at once, for the owner of the schema and inside its transaction. */
public final class TenantTables {

    /** Lets the owner see the rows; {@link #force} before the transaction ends. Nobody else sees the tables in between: they are locked. */
    public static void unforce(JdbcClient db) {
        Table.readAll(db)
                .forEach(table -> db.sql("alter table " + table.name() + " no force row level security")
                        .update());
    }

    public static void force(JdbcClient db) {
        // Deferred checks would stand in the way of the alteration.
        db.sql("set constraints all immediate").update();
        Table.readAll(db)
                .forEach(table -> db.sql("alter table " + table.name() + " force row level security")
                        .update());
    }

    /** Removes an agency's rows, children first. */
    public static void delete(JdbcClient db, UUID tenant) {
        List<Table> tables = new ArrayList<>(Table.readAll(db));
        Collections.reverse(tables);
        tables.forEach(table -> db.sql("delete from " + table.name() + " where tenant_id = :tenant")
                .param("tenant", tenant)
                .update());
    }

    private TenantTables() {}
}
