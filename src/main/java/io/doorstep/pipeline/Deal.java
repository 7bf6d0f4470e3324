package io.doorstep.pipeline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One opportunity of a lead in one pipeline, as it stands.
 *
 * @param moveSeq the newest row of its history
 * @param version counts every change; what people's moves compare and set
 * @param valueMinor in minor units of {@code currency}; of a rental, the monthly rent
 */
public record Deal(
        UUID id,
        UUID leadId,
        UUID pipelineId,
        int pipelineVersion,
        String stage,
        int moveSeq,
        Instant stageSince,
        boolean open,
        UUID ownerId,
        @Nullable String wish,
        @Nullable Long valueMinor,
        String currency,
        @Nullable LocalDate expectedClose,
        String source,
        @Nullable String lostReason,
        @Nullable LocalDate nurtureUntil,
        int version,
        boolean synthetic,
        Instant openedAt) {}
