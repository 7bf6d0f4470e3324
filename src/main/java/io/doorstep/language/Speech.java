package io.doorstep.language;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the assistant means to say; {@link LanguageEngine#phrase} finds the words. */
public sealed interface Speech {

    /** Opens a conversation, and says that it is automated. */
    record Greeting() implements Speech {}

    record Ask(Question question) implements Speech {}

    /** The same, in words that the agency chose: said as they are. */
    record AskInOwnWords(Question question, String words) implements Speech {}

    /** Says back what was understood, so that the lead can correct it. */
    record Acknowledge(List<FactProposal> facts) implements Speech {}

    record OfferListings(List<Offer.ListingOffer> listings) implements Speech {}

    record OfferSlots(List<Offer.SlotOffer> slots, @Nullable String with) implements Speech {}

    /** @param with the member who will be there */
    record Booked(
            ZonedDateTime start,
            @Nullable String what,
            @Nullable String with) implements Speech {}

    /** Somebody else was quicker; other times follow. */
    record JustTaken(ZonedDateTime start) implements Speech {}

    record Cancelled(ZonedDateTime start) implements Speech {}

    /** Somebody who was here before is back. */
    record WelcomeBack(@Nullable String name, @Nullable ZonedDateTime visit) implements Speech {}

    /** The home that was talked about went off the market meanwhile. */
    record NoLongerOffered() implements Speech {}

    /** What the lead agreed to, or not, by a click. */
    record Noted() implements Speech {}

    /** A yes to several homes or times: which one? */
    record WhichOne(List<Offer> offers) implements Speech {
        public WhichOne {
            offers = List.copyOf(offers);
        }
    }

    /**
     * A person takes over.
     *
     * @param to the member's name, when one is already chosen
     * @param back when they are at work again; null when they are now, or nobody knows
     * @param today the day on which this is said
     * @param reachable there is an address beside the chat
     */
    record HandingOver(
            Cause cause, @Nullable String to, @Nullable ZonedDateTime back, LocalDate today, boolean reachable)
            implements Speech {}

    /** Why a person takes over, as far as the lead is told. */
    enum Cause {
        ASKED,
        FEES,
        PRICE_OPINION,
        LEGAL_ADVICE,
        MORTGAGE_ADVICE,
        NEGOTIATES,
        DISTRESS,
        COMPLAINT,
        UNSURE,
        OTHER
    }

    /** Areas, schools, safety and people are not rated; where public data is. */
    record FairHousingAnswer() implements Speech {}

    record DontKnow() implements Speech {}

    record OptedOut() implements Speech {}

    /** Something failed on our side. */
    record Apology() implements Speech {}

    /** The last answer was not understood: asks the same again, more narrowly. */
    record Clarify(Question question) implements Speech {}

    /** An answer from the listing's own data, in a sentence. */
    record AnswerListing(String listing, String answer) implements Speech {}

    /** What the agency has written about it, word for word. @param title of the article, for members */
    record AnswerKnowledge(String title, String text) implements Speech {}

    record TooLong(int limit) implements Speech {}

    record Farewell() implements Speech {}

    record Combined(List<Speech> parts) implements Speech {
        public Combined {
            parts = List.copyOf(parts);
        }
    }
}
