package io.doorstep.pipeline;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What the pipeline needs to know of the calendar. Booking implements it; called inside the caller's transaction. */
public interface Appointments {

    /** The start of the lead's next booked appointment after now. */
    Optional<Instant> next(UUID leadId);

    /** Whether an appointment of the lead took place and its outcome is recorded as completed. */
    boolean tookPlace(UUID leadId);
}
