package io.doorstep.tenancy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.SQLException;
import java.sql.Statement;

/** Which agencies let their agents see their own leads only, as the last transaction of each found it. A guess; the database has the word. */
final class Sights {

    private final Cache<TenantId, Boolean> narrow =
            Caffeine.newBuilder().maximumSize(10_000).build();

    boolean narrow(TenantId tenant) {
        return Boolean.TRUE.equals(narrow.getIfPresent(tenant));
    }

    void remember(TenantId tenant, boolean isNarrow) {
        narrow.put(tenant, isNarrow);
    }

    /** The answer of {@code select leads_seen()}, the last of the statement's. An agency that is not there yet has no leads to hide. */
    static boolean read(Statement statement) throws SQLException {
        while (true) {
            var more = statement.getMoreResults();
            if (more) {
                try (var rows = statement.getResultSet()) {
                    return rows.next() && "OWN".equals(rows.getString(1));
                }
            }
            if (statement.getUpdateCount() == -1) {
                throw new SQLException("the server did not say what agents see");
            }
        }
    }
}
