package io.doorstep.booking;

import java.time.Instant;

/** From an instant up to, and not including, another. */
record Span(Instant from, Instant until) {

    boolean overlaps(Instant start, Instant end) {
        return from.isBefore(end) && start.isBefore(until);
    }

    boolean holds(Instant start, Instant end) {
        return !start.isBefore(from) && !end.isAfter(until);
    }
}
