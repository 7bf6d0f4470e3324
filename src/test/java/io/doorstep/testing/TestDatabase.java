package io.doorstep.testing;

import io.doorstep.platform.database.DatabaseSettings;
import io.doorstep.platform.database.Migration;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One real PostgreSQL per test run. {@link #shared()} is migrated once; tests keep apart by using agencies of their own.
 * {@link #fresh()} clones it for tests that break the schema on purpose.
 *
 * <p>{@code DOORSTEP_TEST_DB_URL} names another server than the embedded one, for instance {@code jdbc:postgresql://127.0.0.1:5433/postgres}:
 * a throw-away server that trusts its local logins ({@code scripts/check-postgres15} starts one). The databases that a run makes there
 * carry its process number and are dropped at its end.
 */
public final class TestDatabase {

    private static final AtomicInteger CLONES = new AtomicInteger();
    private static final Optional<String> EXTERNAL =
            Optional.ofNullable(System.getenv("DOORSTEP_TEST_DB_URL")).filter(url -> !url.isBlank());
    private static final String PREFIX =
            EXTERNAL.isPresent() ? "doorstep_" + ProcessHandle.current().pid() + "_" : "doorstep_";
    private static final String SERVER = EXTERNAL.orElseGet(TestDatabase::start);
    private static final DatabaseSettings TEMPLATE = migrated(database(PREFIX + "template"));
    private static final DatabaseSettings SHARED = clone(PREFIX + "shared");

    private TestDatabase() {}

    public static DatabaseSettings shared() {
        return SHARED;
    }

    /** A migrated, empty database of its own. */
    public static DatabaseSettings fresh() {
        return clone(PREFIX + "test_" + CLONES.incrementAndGet());
    }

    /** A database without any schema, for tests that migrate it themselves. */
    public static DatabaseSettings empty() {
        return database(PREFIX + "empty_" + CLONES.incrementAndGet());
    }

    private static DatabaseSettings clone(String name) {
        execute("create database " + name + " template " + PREFIX + "template");
        dropAtTheEnd(name);
        // Database-wide grants are not cloned.
        return migrated(settings(name));
    }

    private static DatabaseSettings database(String name) {
        execute("create database " + name);
        dropAtTheEnd(name);
        return settings(name);
    }

    private static DatabaseSettings migrated(DatabaseSettings settings) {
        new Migration(settings).run();
        return settings;
    }

    private static DatabaseSettings settings(String name) {
        return new DatabaseSettings(url(name), "postgres", null, null, null, null, null, null, 16);
    }

    private static void execute(String sql) {
        try (var connection = DriverManager.getConnection(url("postgres"), "postgres", null);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The embedded server goes with the run; another one is left as it was found. */
    private static void dropAtTheEnd(String name) {
        if (EXTERNAL.isPresent()) {
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> execute("drop database if exists " + name + " with (force)")));
        }
    }

    private static String url(String database) {
        return SERVER.replaceAll("/[^/]*$", "/" + database);
    }

    private static String start() {
        try {
            var server = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "800")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .start();
            return server.getJdbcUrl("postgres", "postgres").replaceAll("\\?.*", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
