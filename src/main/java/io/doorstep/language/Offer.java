package io.doorstep.language;

import java.time.ZonedDateTime;

/** Something the assistant put on the table: a home to look at or a time to come. */
public sealed interface Offer {

    String label();

    record ListingOffer(String listingId, String label) implements Offer {}

    record SlotOffer(String slotId, ZonedDateTime start, String label) implements Offer {}
}
