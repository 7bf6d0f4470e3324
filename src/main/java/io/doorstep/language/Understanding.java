package io.doorstep.language;

import static java.util.Collections.unmodifiableSet;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a message says.
 *
 * @param facts at most one per key; a fact replaces what was known under its key
 * @param accepted the one offer that the lead took
 * @param rejectedOffers the lead wants none of what was offered
 * @param affirmed a yes to what was asked last
 * @param denied a no to what was asked last
 */
public record Understanding(
        List<FactProposal> facts,
        Set<Intent> intents,
        @Nullable Offer accepted,
        boolean rejectedOffers,
        boolean affirmed,
        boolean denied,
        Language language) {

    public Understanding {
        facts = List.copyOf(facts);
        intents = intents.isEmpty() ? Set.of() : unmodifiableSet(EnumSet.copyOf(intents));
    }

    /** The same without the facts whose quote the message does not hold. Applied to every engine's answer. */
    public Understanding groundedIn(String text) {
        var grounded = facts.stream().filter(fact -> fact.standsIn(text)).toList();
        return new Understanding(grounded, intents, accepted, rejectedOffers, affirmed, denied, language);
    }
}
