package io.doorstep.demo;

import io.doorstep.identity.Directory;
import io.doorstep.platform.database.DatabaseSettings;
import io.doorstep.tenancy.TenantId;
import io.doorstep.tenancy.isolation.TenantTables;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Takes a demo agency out of the database, as its owner, in one transaction. Refuses an agency that is not marked synthetic. Row level
 * security is forced on the owner too, so it is lifted for the owner on each table inside that transaction only.
 */
@Component
class RemoveDemo {

    private final DatabaseSettings settings;
    private final Directory directory;

    RemoveDemo(DatabaseSettings settings, Directory directory) {
        this.settings = settings;
        this.directory = directory;
    }

    void remove(DemoAgency agency, Consumer<String> progress) {
        var tenant = directory.tenantOfSlug(agency.slug());
        if (tenant.isEmpty()) {
            return;
        }
        progress.accept(agency.name() + ": removing");
        try (var connection = settings.admin().getConnection()) {
            connection.setAutoCommit(false);
            var db = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            db.sql("set local role doorstep_owner").update();
            remove(db, tenant.get(), agency);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(agency.name() + " could not be removed: " + e.getMessage(), e);
        }
    }

    private static void remove(JdbcClient db, TenantId tenant, DemoAgency agency) {
        TenantTables.unforce(db);
        var synthetic = db.sql("select synthetic from agency where tenant_id = :tenant")
                .param("tenant", tenant.value())
                .query(Boolean.class)
                .optional();
        if (!synthetic.orElse(false)) {
            throw new IllegalStateException(
                    "the agency " + agency.slug() + " is not a demo agency; it is left as it is");
        }
        TenantTables.delete(db, tenant.value());
        TenantTables.force(db);
        db.sql("delete from tenant_directory where id = :tenant")
                .param("tenant", tenant.value())
                .update();
        db.sql("""
                delete from app_user u
                 where u.email like '%@' || :domain
                   and not exists (select from membership m where m.user_id = u.id)
                """).param("domain", agency.domain()).update();
    }
}
