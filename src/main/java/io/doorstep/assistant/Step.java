package io.doorstep.assistant;

import io.doorstep.booking.Slot;
import io.doorstep.language.Offer;
import io.doorstep.language.Question;
import java.util.List;

/** The one thing that a turn does beside talking. */
sealed interface Step {

    /** @param again asked before, and the lead said nothing to it: put it more narrowly */
    record Ask(Question question, boolean again) implements Step {}

    record ShowHomes(List<Offer.ListingOffer> homes) implements Step {}

    /**
     * @param later others than those that were offered last
     * @param again the answer to the last offer was not understood
     */
    record OfferSlots(boolean later, boolean again) implements Step {}

    record Book(Slot slot) implements Step {}

    record CallOff() implements Step {}

    /** @param reason for the member who takes over */
    record HandOver(String reason) implements Step {}

    record OptOut() implements Step {}

    record Close() implements Step {}
}
