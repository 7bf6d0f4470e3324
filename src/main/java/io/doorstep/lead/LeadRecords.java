package io.doorstep.lead;

import static java.time.ZoneOffset.UTC;

import io.doorstep.platform.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of leads. */
@Component
class LeadRecords {

    private final JdbcClient db;

    LeadRecords(JdbcClient db) {
        this.db = db;
    }

    void add(UUID id, NewLead lead, Instant at) {
        db.sql("""
                        insert into lead (id, name, source, synthetic, created_at)
                        values (:id, :name, :source, :synthetic, :at)
                        """)
                .param("id", id)
                .param("name", lead.name())
                .param("source", lead.source().name())
                .param("synthetic", lead.synthetic())
                .param("at", at.atOffset(UTC))
                .update();
    }

    Optional<LeadSummary> find(UUID id) {
        return db.sql("""
                        select l.id, l.name, n.display_name, l.source, l.owner_id, l.time_zone, l.folded_into, l.synthetic,
                               l.created_at, l.last_inbound_at, l.last_outbound_at
                          from lead l
                          join lead_name n on n.lead_id = l.id
                         where l.id = :id
                        """).param("id", id).query(LeadRecords::summary).optional();
    }

    boolean rename(UUID id, String name) {
        return db.sql("""
                        update lead
                           set name = :name, version = version + 1
                         where id = :id
                           and name is distinct from :name
                        """).param("id", id).param("name", name).update() == 1;
    }

    boolean assign(UUID id, UUID memberId) {
        return db.sql("""
                        update lead
                           set owner_id = :memberId, version = version + 1
                         where id = :id
                           and owner_id is distinct from :memberId
                        """).param("id", id).param("memberId", memberId).update() == 1;
    }

    boolean give(UUID id, @Nullable UUID from, UUID to) {
        return db.sql("""
                        update lead
                           set owner_id = :to, version = version + 1
                         where id = :id
                           and owner_id is not distinct from :from::uuid
                        """).param("id", id).param("from", from).param("to", to).update() == 1;
    }

    void touchInbound(UUID id, Instant at) {
        db.sql("""
                        update lead
                           set last_inbound_at = greatest(last_inbound_at, :at)
                         where id = :id
                        """).param("id", id).param("at", at.atOffset(UTC)).update();
    }

    void touchOutbound(UUID id, Instant at) {
        db.sql("""
                        update lead
                           set last_outbound_at = greatest(last_outbound_at, :at)
                         where id = :id
                        """).param("id", id).param("at", at.atOffset(UTC)).update();
    }

    /** Notes whose contact point it gave. The first owner found stays; two leads never point at each other. */
    void fold(UUID id, UUID into) {
        db.sql("""
                        update lead l
                           set folded_into = coalesce(o.folded_into, o.id), version = l.version + 1
                          from lead o
                         where l.id = :id
                           and o.id = :into
                           and l.folded_into is null
                           and coalesce(o.folded_into, o.id) <> l.id
                        """).param("id", id).param("into", into).update();
    }

    boolean reachable(UUID id) {
        return db.sql("""
                        select exists (select from lead l
                                         join contact_point c on c.lead_id in (l.id, l.folded_into)
                                        where l.id = :id)
                        """).param("id", id).query(Boolean.class).single();
    }

    private static LeadSummary summary(ResultSet row, int index) throws SQLException {
        return new LeadSummary(
                Columns.uuid(row, "id"),
                row.getString("name"),
                row.getString("display_name"),
                Source.valueOf(row.getString("source")),
                Columns.uuidOrNull(row, "owner_id"),
                row.getString("time_zone"),
                Columns.uuidOrNull(row, "folded_into"),
                row.getBoolean("synthetic"),
                Columns.instant(row, "created_at"),
                Columns.instantOrNull(row, "last_inbound_at"),
                Columns.instantOrNull(row, "last_outbound_at"));
    }
}
