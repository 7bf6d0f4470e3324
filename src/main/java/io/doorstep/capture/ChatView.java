package io.doorstep.capture;

import io.doorstep.conversation.ConversationState;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The conversation as the visitor's page needs it to begin or to go on after a reload.
 *
 * @param greeting to be shown before the first message; the conversation's first message says the same
 * @param conversationId null before the visitor has written
 */
record ChatView(
        ChatAgency agency,
        String greeting,
        @Nullable UUID conversationId,
        ConversationState state,
        List<ChatMessage> messages) {

    record ChatAgency(
            String name,
            String assistantName,
            int accentHue,
            @Nullable String privacyUrl) {}
}
