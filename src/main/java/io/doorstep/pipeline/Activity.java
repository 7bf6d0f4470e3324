package io.doorstep.pipeline;

/** Something that happened to a lead and may carry its deals forward. */
public enum Activity {
    OUTBOUND_TOUCH(Guard.OUTBOUND_TOUCH),
    FACTS(Guard.MINIMUM_FACTS),
    APPOINTMENT_BOOKED(Guard.FUTURE_APPOINTMENT),
    APPOINTMENT_OUTCOME(Guard.APPOINTMENT_OUTCOME);

    private final Guard guard;

    Activity(Guard guard) {
        this.guard = guard;
    }

    /** The guard that this activity may have made hold. */
    Guard guard() {
        return guard;
    }

    /** The lead itself showed life, which ends a time of nurture; an agency's own newsletter does not. */
    boolean wakes() {
        return this != OUTBOUND_TOUCH;
    }
}
