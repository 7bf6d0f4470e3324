package io.doorstep.language;

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

    /** @param to the member's name, when one is already chosen */
    record HandingOver(@Nullable String to) implements Speech {}

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
