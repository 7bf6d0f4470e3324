package io.doorstep.conversation;

import static java.time.ZoneOffset.UTC;

import io.doorstep.platform.Ids;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the guards stopped, in the words in question, with the rule that did it. Appended, never changed. */
@Component
public class GuardLog {

    private static final int LONGEST_QUOTE = 300;

    private final JdbcClient db;
    private final Ids ids;
    private final Clock clock;

    GuardLog(JdbcClient db, Ids ids, Clock clock) {
        this.db = db;
        this.ids = ids;
        this.clock = clock;
    }

    public enum Side {
        /** The lead's words, which were not gone along with. */
        INPUT,
        /** The assistant's, which were not said. */
        OUTPUT
    }

    /**
     * @param messageId of the lead's message; none for words that were not said
     * @param kind of concern or objection, in capitals
     * @param rule with the version of its rules
     */
    public record Line(Side side, @Nullable UUID messageId, String kind, String quote, String rule) {}

    /** Joins the transaction of the reply that the lines belong to. The same kind of concern with the same message again changes nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(UUID conversationId, List<Line> lines) {
        lines.forEach(line -> add(conversationId, line));
    }

    private void add(UUID conversationId, Line line) {
        db.sql("""
                        insert into guard_log (id, conversation_id, message_id, side, kind, quote, rule, at)
                        values (:id, :conversationId, :messageId, :side, :kind, :quote, :rule, :at)
                        on conflict (tenant_id, message_id, kind) do nothing
                        """)
                .param("id", ids.next())
                .param("conversationId", conversationId)
                .param("messageId", line.messageId())
                .param("side", line.side().name())
                .param("kind", line.kind())
                .param("quote", clipped(line.quote()))
                .param("rule", line.rule())
                .param("at", clock.instant().atOffset(UTC))
                .update();
    }

    /** Not through the middle of a letter that takes two chars. */
    private static String clipped(String quote) {
        var words = quote.replace("\0", "");
        return words.codePointCount(0, words.length()) <= LONGEST_QUOTE
                ? words
                : words.substring(0, words.offsetByCodePoints(0, LONGEST_QUOTE));
    }
}
