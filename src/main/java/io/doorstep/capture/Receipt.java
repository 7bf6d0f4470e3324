package io.doorstep.capture;

import java.util.UUID;

/**
 * What the sender of a chat message is told; the same for every repetition of it.
 *
 * @param duplicate the message had been received before
 */
public record Receipt(UUID touchId, UUID conversationId, long seq, boolean duplicate) {}
