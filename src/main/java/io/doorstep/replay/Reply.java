package io.doorstep.replay;

import java.util.UUID;

/** What one attempt to send came to. */
sealed interface Reply {

    record Accepted(UUID conversationId, long seq) implements Reply {}

    /** Not now: the server is down, busy, or asks for patience. */
    record Later(long afterMillis) implements Reply {}

    record No(String problem) implements Reply {}
}
