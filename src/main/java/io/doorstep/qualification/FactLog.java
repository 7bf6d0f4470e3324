package io.doorstep.qualification;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The append-only table of facts. */
@Component
class FactLog {

    private final JdbcClient db;
    private final JsonMapper json;

    FactLog(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** One writer of facts per lead at a time; "no key" so that messages and appointments of the lead go on. */
    boolean lockLead(UUID leadId) {
        return db.sql("""
                select id from lead where id = :lead for no key update
                """).param("lead", leadId).query(UUID.class).optional().isPresent();
    }

    /** The message's text, if it stands in a conversation of this lead. */
    Optional<String> words(UUID leadId, UUID messageId) {
        return db.sql("""
                select m.body
                  from message m
                  join conversation c on c.tenant_id = m.tenant_id and c.id = m.conversation_id
                 where m.id = :message
                   and c.lead_id = :lead
                """)
                .param("message", messageId)
                .param("lead", leadId)
                .query(String.class)
                .optional();
    }

    int lastRevision(UUID leadId, String key) {
        return db.sql("""
                select coalesce(max(revision), 0) from fact where lead_id = :lead and key = :key
                """)
                .param("lead", leadId)
                .param("key", key)
                .query(Integer.class)
                .single();
    }

    void append(StoredFact fact) {
        db.sql("""
                insert into fact (id, lead_id, key, revision, value, display, quote, message_id, quote_from, quote_to,
                                  origin, member_id, confidence, withdrawn, at)
                values (:id, :lead, :key, :revision, :value::jsonb, :display, :quote, :message, :from, :to,
                        :origin, :member, :confidence, :withdrawn, :at)
                """)
                .param("id", fact.id())
                .param("lead", fact.leadId())
                .param("key", fact.key())
                .param("revision", fact.revision())
                .param("value", json.writeValueAsString(fact.value()))
                .param("display", fact.display())
                .param("quote", fact.quote())
                .param("message", fact.messageId())
                .param("from", fact.quoteFrom())
                .param("to", fact.quoteTo())
                .param("origin", fact.origin().name())
                .param("member", fact.memberId())
                .param("confidence", fact.confidence())
                .param("withdrawn", fact.withdrawn())
                .param("at", fact.at().atOffset(UTC))
                .update();
    }

    /** In the order in which they became known. */
    List<StoredFact> current(UUID leadId) {
        return db.sql("""
                select *
                  from (select distinct on (key) * from fact where lead_id = :lead order by key, revision desc) newest
                 where not withdrawn
                 order by id
                """).param("lead", leadId).query(this::fact).list();
    }

    List<StoredFact> current(List<UUID> leadIds) {
        return db.sql("""
                select *
                  from (select distinct on (lead_id, key) * from fact where lead_id = any(:leads) order by lead_id, key, revision desc) newest
                 where not withdrawn
                 order by lead_id, id
                """)
                .param("leads", leadIds.toArray(UUID[]::new))
                .query(this::fact)
                .list();
    }

    List<StoredFact> of(UUID leadId) {
        return db.sql("""
                select * from fact where lead_id = :lead order by id
                """).param("lead", leadId).query(this::fact).list();
    }

    private StoredFact fact(ResultSet row, int number) throws SQLException {
        return new StoredFact(
                row.getObject("id", UUID.class),
                row.getObject("lead_id", UUID.class),
                row.getString("key"),
                row.getInt("revision"),
                json.readTree(row.getString("value")),
                row.getString("display"),
                row.getString("quote"),
                row.getObject("message_id", UUID.class),
                nullable(row, "quote_from"),
                nullable(row, "quote_to"),
                Origin.valueOf(row.getString("origin")),
                row.getObject("member_id", UUID.class),
                row.getDouble("confidence"),
                row.getBoolean("withdrawn"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Integer nullable(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }
}
