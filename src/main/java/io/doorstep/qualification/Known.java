package io.doorstep.qualification;

import io.doorstep.qualification.Scorecard.Need;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something that a scorecard may ask to be known, and the facts that each answer it. It asks that a thing is known, never what it is: an
 * area counts the same wherever it lies.
 */
public enum Known {
    INTENT("intent", "intent"),
    AREA("area", "areas", "propertyAddress", "listingRef"),
    PRICE_OR_SIZE("price or size", "price", "priceExpectation", "beds", "listingRef"),
    PRICE("price", "price", "priceExpectation", "listingRef"),
    TIMELINE("timeline", "timeline"),
    MOTIVATION("reason for the move", "motivation"),
    FINANCING("financing", "financing"),
    AGENT("whether another agent acts", "representedByAgent"),
    CONTACT("phone or e-mail", "contact.phone", "contact.email"),
    VIEWING("home or time for a viewing", "listingRef", "visitPreference");

    private final Need need;

    Known(String label, String... anyOf) {
        this.need = new Need(label, List.of(anyOf));
    }

    public String label() {
        return need.label();
    }

    public Need need() {
        return need;
    }

    /** A stored need by its name; empty for one that an earlier version knew and nobody may ask for any more. */
    public static Optional<Known> of(Need need) {
        return Arrays.stream(values())
                .filter(known -> known.label().equals(need.label()))
                .findFirst();
    }

    /** Financing is asked of buyers only, so nobody else can be held back by it. */
    boolean holds(Map<String, StoredFact> facts) {
        return this == FINANCING && !Scoring.buys(facts)
                || need.anyOf().stream().anyMatch(facts::containsKey);
    }
}
