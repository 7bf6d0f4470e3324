package io.doorstep.testing;

import io.doorstep.platform.database.DatabaseRole;
import io.doorstep.platform.database.DatabaseSettings;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Debian's PgBouncer in transaction mode, in front of a test database: each transaction may get another server connection. */
public final class PgBouncer implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(20);

    private final Process process;
    private final Path folder;
    private final DatabaseSettings settings;

    private PgBouncer(Process process, Path folder, DatabaseSettings settings) {
        this.process = process;
        this.folder = folder;
        this.settings = settings;
    }

    /**
     * @param servers connections to the database per login, fewer than there are clients
     * @throws IllegalStateException where it is not installed; it says what to install
     */
    public static PgBouncer before(DatabaseSettings database, int servers) {
        var target = URI.create(database.url().replaceFirst("^jdbc:", ""));
        try {
            var folder = Files.createTempDirectory(
                    "doorstep-pgbouncer",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
            var port = freePort();
            Files.writeString(
                    folder.resolve("users.txt"),
                    Arrays.stream(DatabaseRole.values())
                            .map(role -> "\"" + role.login() + "\" \"\"\n")
                            .collect(Collectors.joining()));
            Files.writeString(folder.resolve("pgbouncer.ini"), """
                    [databases]
                    * = host=%s port=%d
                    [pgbouncer]
                    listen_addr = 127.0.0.1
                    listen_port = %d
                    unix_socket_dir =
                    auth_type = trust
                    auth_file = %s
                    pool_mode = transaction
                    default_pool_size = %d
                    max_client_conn = 500
                    ignore_startup_parameters = extra_float_digits
                    %s
                    """.formatted(
                            target.getHost(),
                            target.getPort(),
                            port,
                            folder.resolve("users.txt"),
                            servers,
                            // It refuses to serve as root.
                            System.getProperty("user.name").equals("root") ? "user = nobody" : ""));
            var process = new ProcessBuilder(
                            program(), "-q", folder.resolve("pgbouncer.ini").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start();
            // Before 1.21 it knows nothing of prepared statements: the driver must not name any.
            var url = "jdbc:postgresql://127.0.0.1:" + port + target.getPath() + "?prepareThreshold=0";
            var bouncer = new PgBouncer(process, folder, at(url, database));
            bouncer.awaitAnswer();
            return bouncer;
        } catch (IOException e) {
            throw new IllegalStateException("PgBouncer could not be started: " + e.getMessage(), e);
        }
    }

    /** The same database through the pooler; the administrator stays outside, because migrations need a session. */
    public DatabaseSettings settings() {
        return settings;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitAnswer() throws IOException {
        var end = Instant.now().plus(START_LIMIT);
        while (process.isAlive() && Instant.now().isBefore(end)) {
            try (var connection = DriverManager.getConnection(settings.url(), "doorstep_app", null)) {
                if (connection.isValid(2)) {
                    return;
                }
            } catch (SQLException notYet) {
                Thread.onSpinWait();
            }
        }
        throw new IllegalStateException("PgBouncer does not answer: " + Files.readString(folder.resolve("log")));
    }

    private static DatabaseSettings at(String url, DatabaseSettings database) {
        return new DatabaseSettings(url, null, null, null, null, null, null, null, database.poolSize());
    }

    private static String program() {
        return Stream.of(
                        "/usr/sbin/pgbouncer",
                        "/usr/bin/pgbouncer",
                        "/usr/local/bin/pgbouncer",
                        "/opt/homebrew/bin/pgbouncer")
                .filter(path -> Files.isExecutable(Path.of(path)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "PgBouncer is missing: run scripts/install-tools (Debian: apt-get install pgbouncer)"));
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
