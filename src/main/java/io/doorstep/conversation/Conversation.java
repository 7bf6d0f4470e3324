package io.doorstep.conversation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thread with one lead on one channel.
 *
 * @param holderId the member who speaks, exactly in state {@code MEMBER}
 * @param waitingSince when the oldest message that nobody answered came
 * @param watermark the last message that the assistant has read
 */
public record Conversation(
        UUID id,
        UUID leadId,
        Channel channel,
        ConversationState state,
        @Nullable UUID holderId,
        @Nullable Instant waitingSince,
        long lastSeq,
        long watermark) {

    boolean heldBy(UUID memberId) {
        return memberId.equals(holderId);
    }
}
