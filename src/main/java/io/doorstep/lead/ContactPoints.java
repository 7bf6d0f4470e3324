package io.doorstep.lead;

import static java.time.ZoneOffset.UTC;

import io.doorstep.platform.Columns;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of contact points: one lead per address and agency. */
@Component
class ContactPoints {

    private final JdbcClient db;

    ContactPoints(JdbcClient db) {
        this.db = db;
    }

    /** False when a lead has it already. Waits for a transaction that is about to add the same address. */
    boolean add(UUID id, UUID leadId, ContactPoint point, Instant at) {
        return db.sql("""
                        insert into contact_point (id, lead_id, kind, value, created_at)
                        values (:id, :leadId, :kind, :value, :at)
                        on conflict (tenant_id, kind, value) do nothing
                        """)
                        .param("id", id)
                        .param("leadId", leadId)
                        .param("kind", point.kind().name())
                        .param("value", point.value())
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
    }

    Optional<UUID> owner(ContactPoint point) {
        return db.sql("""
                        select lead_id
                          from contact_point
                         where kind = :kind
                           and value = :value
                        """)
                .param("kind", point.kind().name())
                .param("value", point.value())
                .query((row, _) -> Columns.uuid(row, "lead_id"))
                .optional();
    }

    List<ContactPoint> of(UUID leadId) {
        return db.sql("""
                        select kind, value
                          from contact_point
                         where lead_id = :leadId
                         order by created_at, id
                        """)
                .param("leadId", leadId)
                .query((row, _) -> new ContactPoint(ContactKind.valueOf(row.getString("kind")), row.getString("value")))
                .list();
    }
}
