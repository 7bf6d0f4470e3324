package io.doorstep.cli;

import io.doorstep.Doorstep;
import io.doorstep.platform.Secret;
import io.doorstep.platform.database.DatabaseSettings;
import io.doorstep.platform.database.EmbeddedDatabase;
import io.doorstep.platform.database.SealKey;
import io.doorstep.tenancy.Sealing;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.core.env.MapPropertySource;

/**
 * Where this installation keeps its things: the database that {@code DOORSTEP_DB_URL} names, or an embedded one in {@code DOORSTEP_HOME}
 * (default {@code .doorstep}), and the secret.
 */
public final class Installation implements AutoCloseable {

    private static final int POOL_SIZE = 16;

    private final DatabaseSettings database;
    private final @Nullable EmbeddedDatabase embedded;
    private final String secret;

    private Installation(DatabaseSettings database, @Nullable EmbeddedDatabase embedded, String secret) {
        this.database = database;
        this.embedded = embedded;
        this.secret = secret;
    }

    /** For the server: its home belongs to it alone. */
    static Installation own() {
        return external().orElseGet(() -> embedded(EmbeddedDatabase.start(home())));
    }

    /** For tools: beside a running server, or alone. */
    public static Installation join() {
        return external().orElseGet(() -> embedded(EmbeddedDatabase.join(home())));
    }

    public DatabaseSettings database() {
        return database;
    }

    boolean isEmbedded() {
        return embedded != null;
    }

    /** As the installation's transactions say whose they are. */
    public Sealing sealing() {
        return new Sealing(
                sealKey(),
                environment("DOORSTEP_SEAL_BOUND").filter("false"::equals).isEmpty());
    }

    /** Null where transactions need not prove whose they are. */
    public @Nullable SealKey sealKey() {
        return environment("DOORSTEP_SEALED_CONTEXT").filter("true"::equals).isPresent()
                ? new SealKey(new Secret(secret))
                : null;
    }

    /** For a tool that reads as the application does: sealed, if the database asks for it. */
    Sealing agreedSealing() {
        var bound = environment("DOORSTEP_SEAL_BOUND").filter("false"::equals).isEmpty();
        return Sealing.agreed(database, new Secret(secret), bound);
    }

    /** The application over this installation's database. */
    public SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(Doorstep.class)
                .initializers(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("installation", properties())));
    }

    private Map<String, Object> properties() {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("doorstep.db.url", database.url());
        properties.put("doorstep.db.pool-size", database.poolSize());
        put(properties, "doorstep.db.admin-user", database.adminUser());
        put(properties, "doorstep.db.admin-password", database.adminPassword());
        put(properties, "doorstep.db.app-password", database.appPassword());
        put(properties, "doorstep.db.agent-password", database.agentPassword());
        put(properties, "doorstep.db.gate-password", database.gatePassword());
        put(properties, "doorstep.db.worker-password", database.workerPassword());
        put(properties, "doorstep.db.keeper-password", database.keeperPassword());
        properties.put("doorstep.secret", secret);
        put(
                properties,
                "doorstep.sealed-context",
                environment("DOORSTEP_SEALED_CONTEXT").orElse(null));
        put(
                properties,
                "doorstep.seal-bound",
                environment("DOORSTEP_SEAL_BOUND").orElse(null));
        return properties;
    }

    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
    }

    private static Installation embedded(EmbeddedDatabase database) {
        return new Installation(database.settings(POOL_SIZE), database, secret());
    }

    private static Optional<Installation> external() {
        return environment("DOORSTEP_DB_URL")
                .map(url -> new Installation(
                        new DatabaseSettings(
                                url,
                                environment("DOORSTEP_DB_ADMIN_USER").orElse(null),
                                environment("DOORSTEP_DB_ADMIN_PASSWORD").orElse(null),
                                environment("DOORSTEP_DB_APP_PASSWORD").orElse(null),
                                environment("DOORSTEP_DB_AGENT_PASSWORD").orElse(null),
                                environment("DOORSTEP_DB_GATE_PASSWORD").orElse(null),
                                environment("DOORSTEP_DB_WORKER_PASSWORD").orElse(null),
                                environment("DOORSTEP_DB_KEEPER_PASSWORD").orElse(null),
                                environment("DOORSTEP_DB_POOL_SIZE")
                                        .map(Integer::parseInt)
                                        .orElse(POOL_SIZE)),
                        null,
                        secret()));
    }

    private static Path home() {
        return Path.of(environment("DOORSTEP_HOME").orElse(".doorstep")).toAbsolutePath();
    }

    private static String secret() {
        return environment("DOORSTEP_SECRET").orElseGet(() -> {
            try {
                return keptSecret(home().resolve("secret"));
            } catch (IOException e) {
                throw new IllegalStateException(
                        "The secret in " + home() + " can't be read or written: " + e.getMessage(), e);
            }
        });
    }

    private static String keptSecret(Path file) throws IOException {
        Files.createDirectories(home());
        var bytes = new byte[48];
        new SecureRandom().nextBytes(bytes);
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, Base64.getEncoder().encodeToString(bytes), StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException kept) {
            // the usual case: made at the first start
        }
        return Files.readString(file).strip();
    }

    private static void put(Map<String, Object> properties, String name, @Nullable String value) {
        if (value != null) {
            properties.put(name, value);
        }
    }

    private static Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }
}
