package io.doorstep.qualification;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a scorecard can weigh, and the only facts that each may look at. Never: name, language, area or ZIP code, a renter's income or
 * credit, or anything else that stands for a protected trait (fair housing). Must-haves are not read either: who needs a step-free home or
 * a room for a child would score differently from others who said as much.
 */
public enum Criterion {
    FINANCING("Financing", Set.of("financing")),
    TIMELINE("Timeline", Set.of("timeline")),
    MOTIVATION("Motivation", Set.of("motivation")),
    BUDGET("Budget", Set.of("price", "priceExpectation")),
    ENGAGEMENT(
            "Engagement",
            Set.of(
                    "intent",
                    "areas", // that one was named, not which
                    "price",
                    "beds",
                    "baths",
                    "propertyType",
                    "timeline",
                    "motivation",
                    "financing",
                    "representedByAgent",
                    "currentHome",
                    "propertyAddress",
                    "priceExpectation",
                    "visitPreference",
                    "listingRef",
                    "contact.phone",
                    "contact.email"));

    private final String label;
    private final Set<String> reads;

    Criterion(String label, Set<String> reads) {
        this.label = label;
        this.reads = reads;
    }

    public String label() {
        return label;
    }

    /** The fact keys that may move its points. */
    public Set<String> reads() {
        return reads;
    }

    Map<String, StoredFact> readable(Map<String, StoredFact> facts) {
        return facts.entrySet().stream()
                .filter(fact -> reads.contains(fact.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
