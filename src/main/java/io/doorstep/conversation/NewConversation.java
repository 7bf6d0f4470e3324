package io.doorstep.conversation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation to be opened.
 *
 * @param visitorHash SHA-256 of the visitor's key, for the web chat; whoever has the key may read the conversation
 * @param greeting stored as its first message
 */
public record NewConversation(
        UUID leadId,
        Channel channel,
        byte @Nullable [] visitorHash,
        @Nullable String page,
        @Nullable String greeting) {}
