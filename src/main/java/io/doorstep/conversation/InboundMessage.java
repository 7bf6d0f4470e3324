package io.doorstep.conversation;

import java.util.UUID;

/** A lead wrote. Published inside the transaction that stores the message: a listener's failure undoes it. */
public record InboundMessage(UUID conversationId, long seq, UUID leadId) {}
