package io.doorstep.assistant;

import io.doorstep.booking.Slot;
import io.doorstep.language.FactProposal;
import io.doorstep.language.Intent;
import io.doorstep.language.Offer;
import io.doorstep.language.Speech;
import io.doorstep.question.Known;
import io.doorstep.question.QuestionPlan;
import io.doorstep.question.Track;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the next move hangs on, when the unread messages have been read and their facts are kept.
 *
 * @param opening nothing was answered in this conversation yet
 * @param plan what the agency asks, and in which order
 * @param news what the unread messages say that was not known before
 * @param chosenSlot the time that the lead took, by click or in words
 * @param homes homes that fit and were not shown yet
 * @param answer to a question about a home: out of the listing's data, or that it is not known
 * @param hasAppointment an appointment of this lead is still to come
 */
record Situation(
        boolean opening,
        QuestionPlan plan,
        Known known,
        List<FactProposal> news,
        boolean hasAppointment,
        Said said,
        @Nullable Slot chosenSlot,
        List<Offer.ListingOffer> homes,
        @Nullable Speech answer,
        Memory memory) {

    Track track() {
        return plan.trackOf(known);
    }

    /**
     * What the unread messages say, taken together.
     *
     * @param facts that are new or different now
     * @param unreadable longer than what is read
     * @param timeWords a day or an hour is mentioned, whether it makes sense or not
     */
    record Said(
            Set<Intent> intents,
            List<FactProposal> facts,
            Offer.@Nullable ListingOffer home,
            boolean rejectedOffers,
            boolean affirmed,
            boolean denied,
            boolean unreadable,
            boolean timeWords) {

        boolean any(Intent intent) {
            return intents.contains(intent);
        }

        /** Nothing that the engine could read. */
        boolean nothing() {
            return facts.isEmpty() && home == null && !rejectedOffers && !affirmed && !denied;
        }
    }
}
