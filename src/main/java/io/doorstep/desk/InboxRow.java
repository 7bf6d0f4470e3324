package io.doorstep.desk;

import io.doorstep.conversation.Author;
import io.doorstep.conversation.Channel;
import io.doorstep.conversation.ConversationState;
import io.doorstep.identity.MemberRef;
import io.doorstep.qualification.GradeRef;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as a line of the inbox.
 *
 * @param last the beginning of its newest message
 * @param waitingSince when the oldest message that nobody answered came
 * @param answerBy until when a person should answer, where one is due
 */
record InboxRow(
        UUID conversationId,
        UUID leadId,
        String name,
        String initials,
        @Nullable GradeRef grade,
        String wish,
        Channel channel,
        ConversationState state,
        @Nullable MemberRef holder,
        @Nullable MemberRef owner,
        LastMessage last,
        @Nullable Instant waitingSince,
        @Nullable Instant answerBy) {

    /** A person answers within five minutes. */
    private static final Duration ANSWER_WITHIN = Duration.ofMinutes(5);

    record LastMessage(Author author, String text, Instant at) {}

    static @Nullable Instant answerBy(ConversationState state, @Nullable Instant waitingSince) {
        var personIsDue = state == ConversationState.WAITING || state == ConversationState.MEMBER;
        return waitingSince == null || !personIsDue ? null : waitingSince.plus(ANSWER_WITHIN);
    }
}
