package io.doorstep.conversation;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of messages: appended, never changed. */
@Component
class Messages {

    private final JdbcClient db;
    private final MessageRows rows;

    Messages(JdbcClient db, MessageRows rows) {
        this.db = db;
        this.rows = rows;
    }

    void addInbound(UUID id, UUID conversationId, long seq, Inbound message, Instant at) {
        add(
                id,
                conversationId,
                seq,
                Author.LEAD,
                null,
                message.body(),
                rows.action(message.action()),
                message.touchId(),
                message.clientId(),
                at);
    }

    void addReply(UUID id, UUID conversationId, long seq, Draft draft, Instant at) {
        add(
                id,
                conversationId,
                seq,
                Author.ASSISTANT,
                null,
                draft.body(),
                rows.attachment(draft.attachment()),
                null,
                null,
                at);
        draft.sources().forEach(source -> addSource(id, source));
    }

    private void addSource(UUID messageId, AnswerSource source) {
        db.sql("""
                        insert into message_source (message_id, kind, source_id, title)
                        values (:messageId, :kind, :sourceId, :title)
                        on conflict do nothing
                        """)
                .param("messageId", messageId)
                .param("kind", source.kind().name())
                .param("sourceId", source.id())
                .param("title", source.title())
                .update();
    }

    void addOfMember(UUID id, UUID conversationId, long seq, UUID memberId, String body, String clientId, Instant at) {
        add(id, conversationId, seq, Author.MEMBER, memberId, body, null, null, clientId, at);
    }

    private void add(
            UUID id,
            UUID conversationId,
            long seq,
            Author author,
            @Nullable UUID memberId,
            String body,
            @Nullable String attachment,
            @Nullable UUID touchId,
            @Nullable String clientId,
            Instant at) {
        db.sql("""
                        insert into message (id, conversation_id, seq, author, member_id, body, attachment, touch_id, client_id, created_at)
                        values (:id, :conversationId, :seq, :author, :memberId, :body, :attachment::jsonb, :touchId, :clientId, :at)
                        """)
                .param("id", id)
                .param("conversationId", conversationId)
                .param("seq", seq)
                .param("author", author.name())
                .param("memberId", memberId)
                .param("body", body)
                .param("attachment", attachment)
                .param("touchId", touchId)
                .param("clientId", clientId)
                .param("at", at.atOffset(UTC))
                .update();
    }

    List<Message> after(UUID conversationId, long seq, int limit) {
        return db.sql("""
                        select m.id, m.seq, m.author, m.member_id, p.name as member_name, m.body, m.attachment, m.client_id, m.created_at
                          from message m
                          left join member p on p.id = m.member_id
                         where m.conversation_id = :conversationId
                           and m.seq > :seq
                         order by m.seq
                         limit :limit
                        """)
                .param("conversationId", conversationId)
                .param("seq", seq)
                .param("limit", limit)
                .query(rows::message)
                .list();
    }

    /** What the lead wrote after one place and up to another. */
    List<Message> ofLeadBetween(UUID conversationId, long after, long upTo) {
        return db.sql("""
                        select m.id, m.seq, m.author, m.member_id, null as member_name, m.body, m.attachment, m.client_id, m.created_at
                          from message m
                         where m.conversation_id = :conversationId
                           and m.seq > :after
                           and m.seq <= :upTo
                           and m.author = 'LEAD'
                         order by m.seq
                        """)
                .param("conversationId", conversationId)
                .param("after", after)
                .param("upTo", upTo)
                .query(rows::message)
                .list();
    }

    Optional<Message> byClientId(UUID conversationId, String clientId) {
        return db.sql("""
                        select m.id, m.seq, m.author, m.member_id, p.name as member_name, m.body, m.attachment, m.client_id, m.created_at
                          from message m
                          left join member p on p.id = m.member_id
                         where m.conversation_id = :conversationId
                           and m.client_id = :clientId
                        """)
                .param("conversationId", conversationId)
                .param("clientId", clientId)
                .query(rows::message)
                .optional();
    }

    /** The newest words of the assistant up to a place: what the lead was answering. */
    Optional<String> lastSaidBefore(UUID conversationId, long seq) {
        return db.sql("""
                        select body
                          from message
                         where conversation_id = :conversationId
                           and seq < :seq
                           and author = 'ASSISTANT'
                         order by seq desc
                         limit 1
                        """)
                .param("conversationId", conversationId)
                .param("seq", seq)
                .query(String.class)
                .optional();
    }
}
