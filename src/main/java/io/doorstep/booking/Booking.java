package io.doorstep.booking;

import java.util.List;

/** What came of asking for a time. */
public sealed interface Booking {

    record Booked(Appointment appointment) implements Booking {}

    /** Somebody else was quicker. */
    record SlotTaken(List<Slot> nextFree) implements Booking {}
}
