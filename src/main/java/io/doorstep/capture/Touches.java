package io.doorstep.capture;

import static java.time.ZoneOffset.UTC;

import io.doorstep.lead.Source;
import io.doorstep.platform.Columns;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of touches. */
@Component
class Touches {

    private final JdbcClient db;

    Touches(JdbcClient db) {
        this.db = db;
    }

    /** How a touch ended that counts for a lead. */
    enum Merit {
        NEW_LEAD,
        MERGED
    }

    /** What a touch came to; the place is null for a rejected one. */
    record Result(
            UUID touchId,
            @Nullable UUID leadId,
            @Nullable UUID conversationId,
            @Nullable Long seq) {}

    /** False for a client key that was received before. Waits for a transaction that is about to store the same key. */
    boolean add(UUID id, Source source, String clientKey, String raw, Sender sender, Instant at) {
        return db.sql("""
                        insert into touch (id, source, client_key, raw, page, ip, user_agent, received_at)
                        values (:id, :source, :clientKey, :raw, :page, :ip, :userAgent, :at)
                        on conflict (tenant_id, source, client_key) do nothing
                        """)
                        .param("id", id)
                        .param("source", source.name())
                        .param("clientKey", clientKey)
                        .param("raw", raw)
                        .param("page", sender.page())
                        .param("ip", sender.ip())
                        .param("userAgent", sender.userAgent())
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
    }

    Result result(Source source, String clientKey) {
        return db.sql("""
                        select t.id, t.lead_id, t.conversation_id, m.seq
                          from touch t
                          left join message m on m.touch_id = t.id
                         where t.source = :source
                           and t.client_key = :clientKey
                        """)
                .param("source", source.name())
                .param("clientKey", clientKey)
                .query((row, _) -> new Result(
                        Columns.uuid(row, "id"),
                        Columns.uuidOrNull(row, "lead_id"),
                        Columns.uuidOrNull(row, "conversation_id"),
                        Columns.longOrNull(row, "seq")))
                .single();
    }

    void accept(UUID id, Merit merit, UUID leadId, @Nullable UUID conversationId) {
        db.sql("""
                        update touch
                           set outcome = :merit, lead_id = :leadId, conversation_id = :conversationId
                         where id = :id
                        """)
                .param("id", id)
                .param("merit", merit.name())
                .param("leadId", leadId)
                .param("conversationId", conversationId)
                .update();
    }

    void reject(UUID id, String reason) {
        db.sql("""
                        update touch
                           set outcome = 'REJECTED', rejection = :reason
                         where id = :id
                        """).param("id", id).param("reason", reason).update();
    }

    /** Held until the transaction ends; the second of two first messages waits here for the first. */
    void lockFirstTouch(long key) {
        db.sql("""
                        select from pg_advisory_xact_lock(:key)
                        """).param("key", key).query((_, _) -> true).list();
    }
}
