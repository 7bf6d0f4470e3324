package io.doorstep.conversation;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the assistant sees when its turn begins. It is also the token of its reply: the reply holds only while nothing changed since.
 *
 * @param watermark the last message read by an earlier turn
 * @param upToSeq the last message there is
 * @param unread the lead's messages after the watermark, oldest first
 * @param goesOn the lead is still writing, and another turn will come for all of it: this one has nothing to do
 * @param lastSaid the newest words of the assistant before them, the context in which they are understood
 * @param memory what the assistant noted for itself last time
 */
public record Turn(
        UUID conversationId,
        UUID leadId,
        Channel channel,
        ConversationState state,
        long watermark,
        long upToSeq,
        List<Message> unread,
        boolean goesOn,
        @Nullable String lastSaid,
        Map<String, Object> memory) {

    /** Only then will a reply be taken. */
    public boolean mayReply() {
        return state == ConversationState.ASSISTANT;
    }
}
