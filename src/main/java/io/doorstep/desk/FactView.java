package io.doorstep.desk;

import io.doorstep.identity.MemberRef;
import io.doorstep.qualification.Origin;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fact with its evidence.
 *
 * @param start first character of the quote in its message; {@code end} the one after the last
 * @param by who entered it by hand
 * @param replacedBy what superseded it
 */
record FactView(
        UUID id,
        String key,
        String label,
        Object value,
        String display,
        @Nullable String quote,
        @Nullable UUID messageId,
        @Nullable UUID conversationId,
        @Nullable Integer start,
        @Nullable Integer end,
        Origin origin,
        @Nullable MemberRef by,
        double confidence,
        Instant at,
        Status status,
        @Nullable FactReplacement replacedBy) {

    enum Status {
        CURRENT,
        SUPERSEDED
    }

    record FactReplacement(String display, Instant at) {}
}
