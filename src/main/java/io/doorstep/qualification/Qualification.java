package io.doorstep.qualification;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one scorecard version makes of one set of facts. The points of the contributions add up to the score; the grade is the band of the
 * score, or what the limits leave of it.
 */
public record Qualification(
        int scorecardVersion, int score, Grade grade, List<Contribution> contributions, List<Limit> limits) {

    /** One line of the score: how much of what was possible, why, and the fact that it rests on. */
    public record Contribution(
            Criterion criterion,
            int points,
            int outOf,
            String reason,
            @Nullable UUID factId) {}

    /**
     * What holds the grade below the band of the score.
     *
     * @param missing what must become known to lift it; null where a fact caps the grade
     * @param factId the fact that caps the grade
     */
    public record Limit(
            Grade to,
            String reason,
            @Nullable Known missing,
            @Nullable UUID factId) {}
}
