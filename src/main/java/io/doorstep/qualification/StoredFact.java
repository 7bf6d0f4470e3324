package io.doorstep.qualification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A fact as it is kept. The current one of a key is the one with the highest revision, unless that one withdraws it. */
public record StoredFact(
        UUID id,
        UUID leadId,
        String key,
        int revision,
        JsonNode value,
        String display,
        @Nullable String quote,
        @Nullable UUID messageId,
        @Nullable Integer quoteFrom,
        @Nullable Integer quoteTo,
        Origin origin,
        @Nullable UUID memberId,
        double confidence,
        boolean withdrawn,
        Instant at) {}
