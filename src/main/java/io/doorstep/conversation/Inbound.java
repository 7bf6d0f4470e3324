package io.doorstep.conversation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lead's message to be appended.
 *
 * @param touchId the raw touch that it was read from
 * @param clientId the sender's own id of it
 */
public record Inbound(
        UUID touchId,
        String body,
        @Nullable VisitorAction action,
        @Nullable String clientId) {}
