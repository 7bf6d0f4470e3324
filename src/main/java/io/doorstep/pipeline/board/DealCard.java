package io.doorstep.pipeline.board;

import io.doorstep.identity.MemberRef;
import io.doorstep.qualification.GradeRef;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A deal in its column.
 *
 * @param wish what the lead wants in a few words; empty until it has said something
 * @param grade null until there is a fact
 * @param nextAction null only on a closed deal
 */
record DealCard(
        UUID id,
        int version,
        String stage,
        OffsetDateTime stageSince,
        UUID leadId,
        String name,
        @Nullable GradeRef grade,
        String wish,
        @Nullable Long valueMinor,
        String currency,
        String source,
        MemberRef owner,
        @Nullable NextActionView nextAction,
        @Nullable Leak leak) {

    @Schema(name = "NextAction")
    record NextActionView(UUID id, String kind, String title, OffsetDateTime dueAt, MemberRef owner) {}

    enum LeakKind {
        OVERDUE,
        NO_ANSWER,
        NO_OUTCOME
    }

    record Leak(LeakKind kind, String text) {}
}
