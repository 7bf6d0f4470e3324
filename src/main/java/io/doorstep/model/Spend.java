package io.doorstep.model;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * What a month has cost so far, in millionths of a dollar, and what calls that are under way may still cost.
 *
 * @param reservedUntil later than this, no call of these can still be under way: their node died
 * @param dearest the most that one call has cost
 */
record Spend(long spent, long reserved, Instant reservedUntil, long dearest) {

    /** Counted for the first call where nobody says what it cost. */
    private static final long ASSUMED = 10_000;

    /** A long message with a long answer costs no more than so many times a short one: both are capped. */
    private static final long WIDEST_RANGE = 8;

    /**
     * What to lay aside for one more call; empty when the budget is used up. As long as no call has shown what calls cost, one
     * lays aside all that is left, so that calls at the same time can't go over it together.
     */
    OptionalLong reserve(long budget, Instant now) {
        var left = budget - spent - live(now);
        if (left <= 0) return OptionalLong.empty();
        return OptionalLong.of(dearest == 0 ? left : Math.min(left, dearest * WIDEST_RANGE));
    }

    long live(Instant now) {
        return reservedUntil.isBefore(now) ? 0 : reserved;
    }

    /** A call of unknown price counts as much as the dearest one known. */
    long unknown() {
        return dearest == 0 ? ASSUMED : dearest;
    }
}
