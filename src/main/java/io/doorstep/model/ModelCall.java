package io.doorstep.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One request that left the house, with what came of it.
 *
 * @param model as it was asked for; the provider may have chosen a sibling
 * @param prompt name and version of the prompt file
 * @param costMicros millionths of a dollar; null where nobody said what it cost
 */
record ModelCall(
        UUID id,
        @Nullable UUID conversationId,
        Purpose purpose,
        String model,
        @Nullable String provider,
        String prompt,
        @Nullable Integer promptTokens,
        @Nullable Integer completionTokens,
        @Nullable Long costMicros,
        int latencyMillis,
        Outcome outcome,
        Instant at) {}
