package io.doorstep.assistant;

import io.doorstep.booking.Slot;
import io.doorstep.language.Offer;
import io.doorstep.language.Question;
import io.doorstep.language.Speech;
import java.util.List;

/** The one thing that a turn does beside talking. */
sealed interface Step {

    /** @param again asked before, and the lead said nothing to it: put it more narrowly */
    record Ask(Question question, boolean again) implements Step {}

    /** @param which they are on the table already, and the lead said yes to several */
    record ShowHomes(List<Offer.ListingOffer> homes, boolean which) implements Step {}

    record OfferSlots(Manner manner) implements Step {}

    /** How times are offered. */
    enum Manner {
        FIRST,
        /** Others than those that were offered last. */
        LATER,
        /** The answer to the last offer was not understood. */
        AGAIN,
        /** The lead said yes to several. */
        WHICH
    }

    record Book(Slot slot) implements Step {}

    record CallOff() implements Step {}

    /** @param reason for the member who takes over */
    record HandOver(Speech.Cause cause, String reason) implements Step {}

    record OptOut() implements Step {}

    record Close() implements Step {}
}
