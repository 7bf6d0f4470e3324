package io.doorstep.testing;

import io.doorstep.platform.database.DatabaseSettings;
import io.doorstep.platform.database.Migration;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One real PostgreSQL per test run. {@link #shared()} is migrated once; tests keep apart by using agencies of their own.
 * {@link #fresh()} clones it for tests that break the schema on purpose.
 */
public final class TestDatabase {

    private static final AtomicInteger CLONES = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();
    private static final DatabaseSettings TEMPLATE = migrated(database("doorstep_template"));
    private static final DatabaseSettings SHARED = clone("doorstep_shared");

    private TestDatabase() {}

    public static DatabaseSettings shared() {
        return SHARED;
    }

    /** A migrated, empty database of its own. */
    public static DatabaseSettings fresh() {
        return clone("doorstep_test_" + CLONES.incrementAndGet());
    }

    private static DatabaseSettings clone(String name) {
        execute("create database " + name + " template doorstep_template");
        // Database-wide grants are not cloned.
        return migrated(settings(name));
    }

    private static DatabaseSettings database(String name) {
        execute("create database " + name);
        return settings(name);
    }

    private static DatabaseSettings migrated(DatabaseSettings settings) {
        new Migration(settings).run();
        return settings;
    }

    private static DatabaseSettings settings(String name) {
        return new DatabaseSettings(url(name), "postgres", null, null, null, null, 16);
    }

    private static void execute(String sql) {
        try (var connection = DriverManager.getConnection(url("postgres"), "postgres", null);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static String url(String database) {
        return SERVER.getJdbcUrl("postgres", database).replaceAll("\\?.*", "");
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
