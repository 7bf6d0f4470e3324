package io.doorstep.conversation;

import static java.time.ZoneOffset.UTC;

import io.doorstep.platform.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of conversations and their handovers. Every statement that gives out a place holds the conversation's row lock. */
@Component
class Threads {

    private final JdbcClient db;
    private final MessageRows rows;

    Threads(JdbcClient db, MessageRows rows) {
        this.db = db;
        this.rows = rows;
    }

    void open(UUID id, NewConversation conversation, Instant at) {
        db.sql("""
                        insert into conversation (id, lead_id, channel, visitor_hash, state, page, started_at, last_message_at)
                        values (:id, :leadId, :channel, :visitorHash, 'ASSISTANT', :page, :at, :at)
                        """)
                .param("id", id)
                .param("leadId", conversation.leadId())
                .param("channel", conversation.channel().name())
                .param("visitorHash", conversation.visitorHash())
                .param("page", conversation.page())
                .param("at", at.atOffset(UTC))
                .update();
    }

    Optional<Conversation> find(UUID id) {
        return db.sql("""
                        select id, lead_id, channel, state, holder_id, waiting_since, last_seq, watermark
                          from conversation
                         where id = :id
                        """).param("id", id).query(Threads::conversation).optional();
    }

    Optional<Conversation> lock(UUID id) {
        return db.sql("""
                        select id, lead_id, channel, state, holder_id, waiting_since, last_seq, watermark
                          from conversation
                         where id = :id
                           for update
                        """).param("id", id).query(Threads::conversation).optional();
    }

    Optional<Conversation> ofVisitor(byte[] visitorHash) {
        return db.sql("""
                        select id, lead_id, channel, state, holder_id, waiting_since, last_seq, watermark
                          from conversation
                         where visitor_hash = :visitorHash
                        """)
                .param("visitorHash", visitorHash)
                .query(Threads::conversation)
                .optional();
    }

    /** @param waitingSince when the oldest message came that nobody has answered, this one included */
    record Place(long seq, Instant waitingSince) {}

    /** Place of the lead's next message; empty when the conversation already holds as many of them as it may. */
    Optional<Place> nextInbound(UUID id, Instant at, int limit) {
        return db.sql("""
                        update conversation
                           set last_seq = last_seq + 1, inbound_count = inbound_count + 1, last_message_at = :at, last_inbound_at = :at,
                               waiting_since = coalesce(waiting_since, :at)
                         where id = :id
                           and inbound_count < :limit
                        returning last_seq, waiting_since
                        """)
                .param("id", id)
                .param("limit", limit)
                .param("at", at.atOffset(UTC))
                .query((row, _) -> new Place(row.getLong("last_seq"), Columns.instant(row, "waiting_since")))
                .optional();
    }

    /**
     * Places of the assistant's messages, the last of them, given only while nothing has changed since the turn began: the
     * assistant speaks, no other turn was read, nobody has said anything. Judged and taken in one statement.
     */
    OptionalLong nextReply(Turn turn, int count, Map<String, Object> memory, Instant at) {
        return place(db.sql("""
                        update conversation
                           set last_seq = last_seq + :count, watermark = last_seq + :count, memory = :memory::jsonb,
                               last_message_at = :at, waiting_since = null
                         where id = :id
                           and state = 'ASSISTANT'
                           and watermark = :watermark
                           and last_seq = :upToSeq
                        returning last_seq
                        """)
                .param("id", turn.conversationId())
                .param("count", count)
                .param("memory", rows.memory(memory))
                .param("at", at.atOffset(UTC))
                .param("watermark", turn.watermark())
                .param("upToSeq", turn.upToSeq())
                .query(Long.class)
                .optional());
    }

    /** Place of a message of ours that answers the lead or, before anything was asked, greets. */
    long nextOurs(UUID id, Instant at) {
        return db.sql("""
                        update conversation
                           set last_seq = last_seq + 1, last_message_at = :at, waiting_since = null
                         where id = :id
                        returning last_seq
                        """)
                .param("id", id)
                .param("at", at.atOffset(UTC))
                .query(Long.class)
                .single();
    }

    boolean read(Turn turn, Map<String, Object> memory) {
        return db.sql("""
                        update conversation
                           set watermark = :upToSeq, memory = :memory::jsonb
                         where id = :id
                           and watermark = :watermark
                        """)
                        .param("id", turn.conversationId())
                        .param("upToSeq", turn.upToSeq())
                        .param("memory", rows.memory(memory))
                        .param("watermark", turn.watermark())
                        .update()
                == 1;
    }

    /** What the lead wrote since anybody answered is read again, now to be answered. */
    void unread(UUID id) {
        db.sql("""
                        update conversation c
                           set watermark = least(c.watermark, coalesce((select max(m.seq)
                                                                          from message m
                                                                         where m.conversation_id = c.id
                                                                           and m.author <> 'LEAD'), 0))
                         where c.id = :id
                        """).param("id", id).update();
    }

    Map<String, Object> memory(UUID id) {
        return rows.memory(db.sql("""
                        select memory
                          from conversation
                         where id = :id
                        """).param("id", id).query(String.class).single());
    }

    void hand(UUID id, ConversationState to, @Nullable UUID holderId, @Nullable Instant waitingSince) {
        db.sql("""
                        update conversation
                           set state = :to, holder_id = :holderId, waiting_since = :waitingSince
                         where id = :id
                        """)
                .param("id", id)
                .param("to", to.name())
                .param("holderId", holderId)
                .param("waitingSince", waitingSince == null ? null : waitingSince.atOffset(UTC))
                .update();
    }

    void recordHandover(
            UUID handoverId,
            Conversation from,
            ConversationState to,
            @Nullable UUID memberId,
            String reason,
            Instant at) {
        db.sql("""
                        insert into handover (id, conversation_id, from_state, to_state, member_id, reason, at)
                        values (:id, :conversationId, :from, :to, :memberId, :reason, :at)
                        """)
                .param("id", handoverId)
                .param("conversationId", from.id())
                .param("from", from.state().name())
                .param("to", to.name())
                .param("memberId", memberId)
                .param("reason", reason)
                .param("at", at.atOffset(UTC))
                .update();
    }

    Optional<UUID> openOf(UUID leadId, Channel channel) {
        return db.sql("""
                        select id
                          from conversation
                         where lead_id = :leadId
                           and channel = :channel
                           and state <> 'CLOSED'
                         order by started_at desc
                         limit 1
                        """)
                .param("leadId", leadId)
                .param("channel", channel.name())
                .query((row, _) -> Columns.uuid(row, "id"))
                .optional();
    }

    private static OptionalLong place(Optional<Long> seq) {
        return seq.map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }

    private static Conversation conversation(ResultSet row, int index) throws SQLException {
        return new Conversation(
                Columns.uuid(row, "id"),
                Columns.uuid(row, "lead_id"),
                Channel.valueOf(row.getString("channel")),
                ConversationState.valueOf(row.getString("state")),
                Columns.uuidOrNull(row, "holder_id"),
                Columns.instantOrNull(row, "waiting_since"),
                row.getLong("last_seq"),
                row.getLong("watermark"));
    }
}
