package io.doorstep.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** Brings a database up to date: roles and extensions as the administrator, then the schema as {@code doorstep_owner}, then what follows from it. */
public final class Migration {

    private static final Logger log = LoggerFactory.getLogger(Migration.class);
    private static final int LEAST_SERVER_VERSION = 150000;

    private final DatabaseSettings settings;
    private final @Nullable SealKey seal;

    public Migration(DatabaseSettings settings) {
        this(settings, null);
    }

    /** @param seal the key under which transactions prove whose they are; null where they need not */
    public Migration(DatabaseSettings settings, @Nullable SealKey seal) {
        this.settings = settings;
        this.seal = seal;
    }

    /** Idempotent; safe when several nodes start at once (Flyway locks). @return migrations applied */
    public int run() {
        return run(MigrationVersion.LATEST);
    }

    /** As far as this version and no further, as an older release of Doorstep left it. */
    public int run(MigrationVersion target) {
        var admin = settings.admin();
        try (var connection = admin.getConnection()) {
            requireServerVersion(connection);
            script(connection, "db/roles.sql");
            for (var role : DatabaseRole.values()) {
                setPassword(
                        connection,
                        role,
                        switch (role) {
                            case APP -> settings.appPassword();
                            case AGENT -> settings.agentPassword();
                            case GATE -> settings.gatePassword();
                            case WORKER -> settings.workerPassword();
                            case KEEPER -> settings.keeperPassword();
                        });
            }
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "The database at " + settings.url() + " could not be prepared: " + e.getMessage(), e);
        }
        var result = Flyway.configure()
                .dataSource(admin)
                .initSql("set role doorstep_owner")
                .locations("classpath:db/migration")
                .target(target)
                .load()
                .migrate();
        if (target.equals(MigrationVersion.LATEST)) {
            settle(admin);
        }
        if (result.migrationsExecuted > 0) {
            log.info("applied {} migrations", result.migrationsExecuted);
        }
        return result.migrationsExecuted;
    }

    private void settle(DataSource admin) {
        try (var connection = admin.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set role doorstep_owner");
            script(connection, "db/sight.sql");
            TenantQuestion.settle(connection, seal);
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "What agents may see at " + settings.url() + " could not be settled: " + e.getMessage(), e);
        }
    }

    static void script(Connection connection, String path) {
        ScriptUtils.executeSqlScript(
                connection,
                new EncodedResource(new ClassPathResource(path)),
                false,
                false,
                ScriptUtils.DEFAULT_COMMENT_PREFIX,
                "^^^",
                ScriptUtils.DEFAULT_BLOCK_COMMENT_START_DELIMITER,
                ScriptUtils.DEFAULT_BLOCK_COMMENT_END_DELIMITER);
    }

    private static void requireServerVersion(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select current_setting('server_version_num')::int")) {
            rows.next();
            if (rows.getInt(1) < LEAST_SERVER_VERSION) {
                throw new IllegalStateException(
                        "Doorstep needs PostgreSQL 15 or newer; this server is " + rows.getInt(1));
            }
        }
    }

    private static void setPassword(Connection connection, DatabaseRole role, @Nullable String password)
            throws SQLException {
        if (password == null || password.isEmpty()) {
            return;
        }
        try (var statement = connection.createStatement()) {
            statement.execute("alter role " + statement.enquoteIdentifier(role.login(), false) + " password "
                    + statement.enquoteLiteral(password));
        }
    }
}
