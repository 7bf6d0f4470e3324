package io.doorstep.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/** Which of its two bodies {@code current_tenant()} has. Replaced only where it is another one, for plans are thrown away then. */
final class TenantQuestion {

    /** Keys that are good at the same time: the one that is used, and the one before or after it. */
    private static final int KEYS = 2;

    static void settle(Connection asOwner, @Nullable SealKey key) throws SQLException {
        var script = new ClassPathResource(key == null ? "db/tenant/open.sql" : "db/tenant/sealed.sql");
        asOwner.setAutoCommit(false);
        try (var statement = asOwner.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(hashtext('doorstep tenant'))");
            if (key != null) {
                keep(asOwner, key);
            }
            var wanted = hash(script);
            if (!wanted.equals(present(asOwner))) {
                Migration.script(asOwner, script.getPath());
                statement.execute("comment on function current_tenant() is '" + wanted + "'");
            }
            asOwner.commit();
        }
    }

    private static void keep(Connection asOwner, SealKey key) throws SQLException {
        try (var insert = asOwner.prepareStatement(
                        "insert into seal_key (id, inward, outward) values (?, ?, ?) on conflict (id) do nothing");
                var retire = asOwner.prepareStatement("""
                delete from seal_key where id not in (select id from seal_key order by (id = ?) desc, made_at desc limit ?)""")) {
            insert.setString(1, key.id());
            insert.setBytes(2, key.inward());
            insert.setBytes(3, key.outward());
            insert.executeUpdate();
            retire.setString(1, key.id());
            retire.setInt(2, KEYS);
            retire.executeUpdate();
        }
    }

    private static String present(Connection asOwner) throws SQLException {
        try (var statement = asOwner.createStatement();
                var rows =
                        statement.executeQuery("select obj_description('current_tenant()'::regprocedure, 'pg_proc')")) {
            rows.next();
            return Objects.requireNonNullElse(rows.getString(1), "");
        }
    }

    private static String hash(ClassPathResource script) {
        try {
            var bytes = script.getContentAsString(StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException missingAlgorithm) {
            throw new IllegalStateException(missingAlgorithm);
        }
    }

    private TenantQuestion() {}
}
