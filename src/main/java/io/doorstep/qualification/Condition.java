package io.doorstep.qualification;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a scorecard can keep a grade down for, read from one fact. A fixed list: none of it stands for a protected trait. */
public enum Condition {
    REPRESENTED("another agent acts for them"),
    MUST_SELL("a home must be sold first"),
    FAR_OFF("the move is more than a year away"),
    FINANCING_OPEN("financing is still to be arranged");

    private static final int YEAR = 366;

    private final String label;

    Condition(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** The fact by which it holds. */
    Optional<StoredFact> in(Map<String, StoredFact> facts) {
        return switch (this) {
            case REPRESENTED ->
                fact(facts, "representedByAgent")
                        .filter(fact -> fact.value().isBoolean()
                                ? fact.value().asBoolean()
                                : fact.value().asString("").equalsIgnoreCase("yes"));
            case MUST_SELL ->
                fact(facts, "currentHome")
                        .filter(fact -> fact.value().asString("").equals("mustSell"));
            case FAR_OFF ->
                fact(facts, "timeline")
                        .filter(fact ->
                                Horizon.daysAhead(fact.value(), fact.at()).orElse(0) > YEAR);
            case FINANCING_OPEN ->
                fact(facts, "financing")
                        .filter(fact ->
                                Scoring.buys(facts) && fact.value().asString("").equals("NEEDED"));
        };
    }

    private static Optional<StoredFact> fact(Map<String, StoredFact> facts, String key) {
        @Nullable StoredFact fact = facts.get(key);
        return Optional.ofNullable(fact);
    }
}
