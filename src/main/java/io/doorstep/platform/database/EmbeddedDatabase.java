package io.doorstep.platform.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL in a kept directory, for whoever has none. One Doorstep per directory (a file lock says so); the port is fixed per
 * directory. After a kill -9 of the JVM the server lives on: the next start adopts it, found by its {@code postmaster.pid}.
 * Durable: fsync and synchronous_commit are on, against the defaults of the library, and that is asserted at start.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String DATABASE = "doorstep";
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final @Nullable FileChannel lockFile;
    private final @Nullable EmbeddedPostgres started;
    private final int port;
    private final Path data;

    private EmbeddedDatabase(@Nullable FileChannel lockFile, Path data, @Nullable EmbeddedPostgres started, int port) {
        this.lockFile = lockFile;
        this.data = data;
        this.started = started;
        this.port = port;
    }

    /** @throws IllegalStateException in words for the operator when the directory is in use or the server does not start */
    public static EmbeddedDatabase start(Path home) {
        try {
            Files.createDirectories(home);
            var lockFile = lock(home);
            var data = home.resolve("postgres");
            var adopted = adoptablePort(data);
            if (adopted.isPresent()) {
                log.info("adopting the PostgreSQL that runs on port {}", adopted.get());
                return ready(new EmbeddedDatabase(lockFile, data, null, adopted.get()));
            }
            var port = fixedPort(home);
            var server = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setOverrideWorkingDirectory(home.resolve("bin").toFile())
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPort(port)
                    .setPGStartupWait(START_LIMIT)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("max_connections", "100")
                    .setServerConfig("shared_buffers", "256MB")
                    // a large import is planned for as if its tables were empty until they are looked at: 6 s for 0.2
                    .setServerConfig("autovacuum_naptime", "5s")
                    .start();
            return ready(new EmbeddedDatabase(lockFile, data, server, port));
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The embedded PostgreSQL in " + home + " did not start: " + e.getMessage()
                            + ". Set DOORSTEP_DB_URL to use a server of your own.",
                    e);
        }
    }

    /** For a tool beside a running server: uses its database and leaves it running; starts one where none runs. */
    public static EmbeddedDatabase join(Path home) {
        try {
            var data = home.resolve("postgres");
            var running = adoptablePort(data);
            return running.isPresent() ? ready(new EmbeddedDatabase(null, data, null, running.get())) : start(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public DatabaseSettings settings(int poolSize) {
        return new DatabaseSettings(url(DATABASE), "postgres", null, null, null, null, null, null, poolSize);
    }

    /** Stops the server where this process started it; an adopted one is stopped through its pid file. */
    @Override
    public void close() {
        try {
            if (lockFile == null) {
                return; // joined: it belongs to the server beside us
            }
            if (started != null) {
                started.close();
            } else {
                stopAdopted();
            }
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGTERM: the server ends once our pools are closed. */
    private void stopAdopted() throws IOException {
        var pid = Files.readAllLines(data.resolve("postmaster.pid")).getFirst().trim();
        ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroy);
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private static EmbeddedDatabase ready(EmbeddedDatabase database) {
        try (var connection = DriverManager.getConnection(database.url("postgres"), "postgres", null);
                var statement = connection.createStatement()) {
            for (var setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                try (var rows = statement.executeQuery("show " + setting)) {
                    rows.next();
                    if (!rows.getString(1).equals("on")) {
                        throw new IllegalStateException(
                                "the embedded PostgreSQL runs with " + setting + " off; it would lose data");
                    }
                }
            }
            try (var rows = statement.executeQuery("select from pg_database where datname = '" + DATABASE + "'")) {
                if (!rows.next()) {
                    statement.execute("create database " + DATABASE);
                }
            }
            return database;
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "The embedded PostgreSQL on port " + database.port + " does not answer: " + e.getMessage(), e);
        }
    }

    private static FileChannel lock(Path home) throws IOException {
        var channel = FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked(channel)) {
            channel.close();
            throw new IllegalStateException(
                    "Another Doorstep uses " + home + " already. Stop it, or set DOORSTEP_HOME to another directory.");
        }
        return channel;
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    /** The port of a live postmaster of this directory: line 1 of its pid file is the process, line 4 the port. */
    private static Optional<Integer> adoptablePort(Path data) throws IOException {
        var pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(pidFile);
        if (lines.size() < 4) {
            return Optional.empty();
        }
        var pid = Long.parseLong(lines.get(0).trim());
        var port = Integer.parseInt(lines.get(3).trim());
        var alive = ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
        return alive && answers(port) ? Optional.of(port) : Optional.empty();
    }

    private static boolean answers(int port) {
        try (var connection =
                DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", null)) {
            return connection.isValid(2);
        } catch (SQLException notOurs) {
            return false;
        }
    }

    private static int fixedPort(Path home) throws IOException {
        var file = home.resolve("port");
        if (Files.exists(file)) {
            return Integer.parseInt(Files.readString(file).trim());
        }
        try (var free = new ServerSocket(0)) {
            Files.writeString(file, String.valueOf(free.getLocalPort()));
            return free.getLocalPort();
        }
    }
}
