package io.doorstep.model;

import io.doorstep.language.Speech;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a model may put in other words. Everything else is said as it stands: who is speaking, what was agreed on, what is said by law, what
 * an article says. A kind of speech that is not named here stays as it is.
 */
final class Rewordable {

    private Rewordable() {}

    static boolean is(Speech speech) {
        return parts(speech)
                .allMatch(part -> part instanceof Speech.Acknowledge
                        || part instanceof Speech.Ask
                        || part instanceof Speech.AskInOwnWords
                        || part instanceof Speech.Clarify
                        || part instanceof Speech.OfferListings
                        || part instanceof Speech.OfferSlots
                        || part instanceof Speech.JustTaken
                        || part instanceof Speech.AnswerListing
                        || part instanceof Speech.Farewell);
    }

    /** The people in it: whoever puts words better need not know them. */
    static List<String> names(Speech speech) {
        return parts(speech)
                .flatMap(part ->
                        part instanceof Speech.OfferSlots offer ? Stream.ofNullable(offer.with()) : Stream.empty())
                .toList();
    }

    private static Stream<Speech> parts(Speech speech) {
        return speech instanceof Speech.Combined combined
                ? combined.parts().stream().flatMap(Rewordable::parts)
                : Stream.of(speech);
    }
}
