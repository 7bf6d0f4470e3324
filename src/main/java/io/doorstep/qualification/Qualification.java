package io.doorstep.qualification;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one scorecard version makes of one set of facts. The points of the contributions add up to the score. */
public record Qualification(int scorecardVersion, int score, Grade grade, List<Contribution> contributions) {

    /** One line of the score: how much of what was possible, why, and the fact that it rests on. */
    public record Contribution(
            Criterion criterion,
            int points,
            int outOf,
            String reason,
            @Nullable UUID factId) {}
}
