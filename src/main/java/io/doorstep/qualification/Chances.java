package io.doorstep.qualification;

import java.time.Instant;
import java.util.Optional;

/** How often leads with such a score became clients of this agency. Called inside a transaction. */
public interface Chances {

    /**
     * @param probability 0 to 1
     * @param closed how many closed deals it was learnt from, {@code won} of them won
     * @param brier the mean squared error on deals that it was not learnt from; 0 is perfect
     */
    record Chance(double probability, int closed, int won, double brier, Instant at) {}

    /** Empty below the least number of outcomes, and where they say no more than the average does. */
    Optional<Chance> of(Qualification given);
}
