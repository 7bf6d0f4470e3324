package io.doorstep.conversation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message as it was stored.
 *
 * @param memberName of the member who wrote it
 * @param attachment what a reply shows beside its words; null for the lead's own messages
 * @param action what the lead's message does beside its words; null for all others
 * @param clientId the sender's own id of it
 */
public record Message(
        UUID id,
        long seq,
        Author author,
        @Nullable UUID memberId,
        @Nullable String memberName,
        String body,
        @Nullable Attachment attachment,
        @Nullable VisitorAction action,
        @Nullable String clientId,
        Instant at) {}
