package io.doorstep.tenancy;

import io.doorstep.platform.Secret;
import io.doorstep.platform.database.DatabaseSettings;
import io.doorstep.platform.database.SealKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * The statements that tell the database whose transaction it is. Sealed, if the database asks for that: then SQL that somebody smuggled in can
 * name another tenant but not prove it. Bound to the server process, because a session of the same login can read
 * another one's last statement in {@code pg_stat_activity}.
 */
public final class Sealing {

    /** How long a transaction may begin with a seal; covers clocks that differ. It may run longer. */
    private static final int SECONDS = 120;

    public static final Sealing NONE = new Sealing(null, false);

    private final @Nullable SealKey key;
    private final boolean bound;

    /** @param bound to the server process; not behind a pooler that hides it */
    public Sealing(@Nullable SealKey key, boolean bound) {
        this.key = key;
        this.bound = bound;
    }

    /** As the database asks for it; for tools that speak to it outside the application. */
    public static Sealing agreed(DatabaseSettings settings, Secret secret, boolean bound) {
        return DatabaseReady.agreed(settings, new Sealing(new SealKey(secret), bound));
    }

    /** Whether the database asks for a seal here. */
    public boolean seals() {
        return key != null;
    }

    /** A java.util.UUID can't carry SQL; SET takes no parameters. */
    public String statement(Connection connection, UUID tenant, @Nullable UUID member) throws SQLException {
        var plain = "set local app.tenant_id = '" + tenant + "'"
                + (member == null ? "" : "; set local app.member_id = '" + member + "'");
        if (key == null) {
            return plain;
        }
        var until = System.currentTimeMillis() / 1000 + SECONDS;
        var backend = bound ? connection.unwrap(PGConnection.class).getBackendPID() : 0;
        var subject = tenant + (member == null ? "" : member.toString());
        return plain + "; set local app.seal = '" + key.seal(subject, until, backend) + "'";
    }
}
