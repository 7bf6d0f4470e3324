package io.doorstep.pipeline.board;

import io.doorstep.pipeline.board.DealCard.Leak;
import io.doorstep.pipeline.board.DealCard.LeakKind;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether a deal leaks, and the sentence that says how. The same limits as the view {@code open_deal}, which counts by them. */
final class Leaks {

    static final Duration ANSWER_WITHIN = Duration.ofMinutes(5);
    static final Duration OUTCOME_WITHIN = Duration.ofHours(3);

    private Leaks() {}

    /** @param answered whether anybody has ever written to the lead */
    static @Nullable Leak of(
            Instant now,
            @Nullable String actionKind,
            @Nullable Instant due,
            @Nullable Instant waitingSince,
            boolean answered) {
        if (waitingSince != null && !waitingSince.plus(ANSWER_WITHIN).isAfter(now)) {
            var text = answered
                    ? "Wrote %s ago, no reply".formatted(span(Duration.between(waitingSince, now)))
                    : "No one has answered";
            return new Leak(LeakKind.NO_ANSWER, text);
        }
        if (due == null || actionKind == null) return null;
        if (actionKind.equals("MEET")) {
            return due.plus(OUTCOME_WITHIN).isAfter(now) ? null : new Leak(LeakKind.NO_OUTCOME, "No outcome recorded");
        }
        return due.isAfter(now) ? null : new Leak(LeakKind.OVERDUE, span(Duration.between(due, now)) + " late");
    }

    private static String span(Duration time) {
        if (time.toHours() < 1) return Math.max(1, time.toMinutes()) + " min";
        return time.toDays() < 1 ? time.toHours() + " h" : time.toDays() + " d";
    }
}
