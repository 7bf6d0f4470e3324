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
 * @param back the lead is here again after hours or days
 * @param plan what the agency asks, and in which order
 * @param news what the unread messages say that was not known before
 * @param handoverWord of the agency's own, in what the lead wrote
 * @param consentOpen there is a number, and nobody asked yet whether it may be texted
 * @param gone the home that the talk was about is not on offer any more
 * @param hasAppointment an appointment of this lead is still to come
 * @param chosenSlot the time that the lead took, by click or in words
 * @param offers homes and times that are on the table
 * @param homes homes that fit and were not shown yet
 * @param answer to a question, out of what the agency recorded, or that it is not known
 */
record Situation(
        boolean opening,
        Speech.@Nullable WelcomeBack back,
        QuestionPlan plan,
        Known known,
        List<FactProposal> news,
        @Nullable String handoverWord,
        boolean consentOpen,
        boolean gone,
        boolean hasAppointment,
        Said said,
        @Nullable Slot chosenSlot,
        List<Offer> offers,
        List<Offer.ListingOffer> homes,
        @Nullable Answer answer,
        Memory memory) {

    Track track() {
        return plan.trackOf(known);
    }

    /** Nothing that was written could be read: not even what kind of thing it is. */
    boolean unclear() {
        return said.nothing() && said.intents().isEmpty() && !said.clicked() && chosenSlot == null && !said.timeWords();
    }

    /**
     * What the unread messages say, taken together.
     *
     * @param facts that are new or different now
     * @param clicked nothing but an answer to the consent box
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
            boolean clicked,
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
