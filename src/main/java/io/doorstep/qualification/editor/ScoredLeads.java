package io.doorstep.qualification.editor;

import io.doorstep.platform.Columns;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The leads that have a score. Call inside a transaction. */
@Component
class ScoredLeads {

    private static final UUID NEWEST = new UUID(-1, -1);

    private final JdbcClient db;

    ScoredLeads(JdbcClient db) {
        this.db = db;
    }

    record Face(UUID lead, String name, boolean byHand) {}

    int count() {
        return db.sql("""
                select count(*) from standing
                """).query(Integer.class).single();
    }

    /** By their ids, which rise with time. @param before the last one of the batch before; null to begin */
    List<UUID> newest(@Nullable UUID before, int limit) {
        return db.sql("""
                select lead_id from standing where lead_id < :before order by lead_id desc limit :limit
                """)
                .param("before", before == null ? NEWEST : before)
                .param("limit", limit)
                .query((row, _) -> Columns.uuid(row, "lead_id"))
                .list();
    }

    List<Face> faces(List<UUID> leads) {
        return db.sql("""
                select s.lead_id, n.display_name, s.by_hand
                  from standing s
                  join lead_name n on n.tenant_id = s.tenant_id and n.lead_id = s.lead_id
                 where s.lead_id = any(:leads)
                """)
                .param("leads", leads.toArray(UUID[]::new))
                .query((row, _) -> new Face(
                        Columns.uuid(row, "lead_id"), row.getString("display_name"), row.getBoolean("by_hand")))
                .list();
    }
}
