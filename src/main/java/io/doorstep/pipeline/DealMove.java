package io.doorstep.pipeline;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of a deal's history. Append-only and gap-free; the last one says where the deal stands. */
public record DealMove(
        int seq,
        UUID pipelineId,
        int pipelineVersion,
        MoveKind kind,
        @Nullable String fromStage,
        String toStage,
        Actor.Kind actor,
        @Nullable UUID memberId,
        @Nullable String authority,
        @Nullable String reason,
        Instant at) {}
