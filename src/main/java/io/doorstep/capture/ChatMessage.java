package io.doorstep.capture;

import io.doorstep.conversation.Attachment;
import io.doorstep.conversation.Author;
import io.doorstep.conversation.Message;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message as the visitor sees it.
 *
 * @param name of the member who wrote it
 * @param clientId the visitor's own id of it, to match what is on the screen already
 */
record ChatMessage(
        long seq,
        Author author,
        @Nullable String name,
        String text,
        Instant at,
        @Nullable String clientId,
        @Nullable Attachment attachment) {

    static ChatMessage of(Message message) {
        return new ChatMessage(
                message.seq(),
                message.author(),
                message.memberName(),
                message.body(),
                message.at(),
                message.author() == Author.LEAD ? message.clientId() : null,
                message.attachment());
    }
}
