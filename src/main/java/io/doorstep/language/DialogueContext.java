package io.doorstep.language;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was said before the text that is to be understood.
 *
 * @param history earlier turns, oldest first, without the text itself
 * @param lastQuestion what the assistant asked last; null lets the engine read it from the assistant's words
 * @param lastOffers what the assistant put on the table in its last turn, in its order
 * @param known the facts that hold now, by key
 * @param today resolves relative dates, in the lead's zone
 * @param currency ISO 4217 code meant by a bare number
 * @param gazetteer the agency's area names, so that they are known in lower case too
 * @param listings names or addresses of the agency's listings
 */
public record DialogueContext(
        List<Turn> history,
        @Nullable Question lastQuestion,
        List<Offer> lastOffers,
        Map<String, FactProposal> known,
        LocalDate today,
        ZoneId zone,
        String currency,
        List<String> gazetteer,
        List<String> listings) {

    public DialogueContext {
        history = List.copyOf(history);
        lastOffers = List.copyOf(lastOffers);
        known = Map.copyOf(known);
        gazetteer = List.copyOf(gazetteer);
        listings = List.copyOf(listings);
    }

    public record Turn(Speaker speaker, String text) {}

    /** The first message of a conversation, with nothing known. */
    public static DialogueContext opening(LocalDate today, ZoneId zone, String currency) {
        return new DialogueContext(List.of(), null, List.of(), Map.of(), today, zone, currency, List.of(), List.of());
    }
}
