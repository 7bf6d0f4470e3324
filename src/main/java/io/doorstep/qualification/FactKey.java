package io.doorstep.qualification;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The facts that Doorstep keeps. What is not listed is not stored, whoever proposes it: there is no key for a protected trait, and
 * adding one takes a reviewed line here.
 */
public enum FactKey {
    INTENT("intent", "Intent", Shape.oneOf("buy", "sell", "rent", "let")),
    AREAS("areas", "Area", Shape.LIST),
    PRICE("price", "Price", Shape.ANY),
    BEDS("beds", "Beds", Shape.COUNT),
    BATHS("baths", "Baths", Shape.COUNT),
    PROPERTY_TYPE("propertyType", "Property type", Shape.ANY),
    MUST_HAVES("mustHaves.", "Must have", Shape.ANY),
    TIMELINE("timeline", "Timeline", Shape.ANY),
    MOTIVATION("motivation", "Motivation", Shape.ANY),
    FINANCING("financing", "Financing", Shape.oneOf("CASH", "PRE_APPROVED", "IN_PROGRESS", "NEEDED")),
    REPRESENTED_BY_AGENT("representedByAgent", "Agent", Shape.ANY),
    CURRENT_HOME("currentHome", "Current home", Shape.ANY),
    PROPERTY_ADDRESS("propertyAddress", "Address", Shape.ANY),
    PRICE_EXPECTATION("priceExpectation", "Price expected", Shape.ANY),
    CONDITION("condition", "Condition", Shape.ANY),
    MORTGAGE_OWED("mortgageOwed", "Mortgage owed", Shape.ANY),
    VISIT_PREFERENCE("visitPreference", "Viewing time", Shape.ANY),
    CONTACT("contact.", "Contact", Shape.ANY),
    LISTING_REF("listingRef", "Home asked about", Shape.ANY);

    private final String key;
    private final String label;
    private final Shape shape;

    FactKey(String key, String label, Shape shape) {
        this.key = key;
        this.label = label;
        this.shape = shape;
    }

    public String key() {
        return key;
    }

    /** The family of a key: {@code mustHaves.garage} and {@code contact.email} are found by what stands before the dot. */
    public static Optional<FactKey> of(String key) {
        return Arrays.stream(values())
                .filter(known -> known.key.endsWith(".")
                        ? key.startsWith(known.key) && key.length() > known.key.length()
                        : key.equals(known.key))
                .findFirst();
    }

    /** What people call it: "Beds"; "Garage" for {@code mustHaves.garage}. Unknown keys are their own label. */
    public static String labelOf(String key) {
        int dot = key.indexOf('.');
        if (dot >= 0 && dot + 1 < key.length()) return words(key.substring(dot + 1));
        return of(key).map(known -> known.label).orElse(key);
    }

    /** Null when the value is right for the key, else what it must be. */
    public @Nullable String objectionTo(JsonNode value) {
        return shape.holds.test(value) ? null : shape.sentence;
    }

    private static String words(String camel) {
        var spaced = camel.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
        return Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }

    private record Shape(String sentence, Predicate<JsonNode> holds) {
        static final Shape ANY = new Shape("must not be null", value -> !value.isNull() && !value.isMissingNode());
        static final Shape LIST = new Shape("must be a list of names", JsonNode::isArray);
        static final Shape COUNT = new Shape(
                "must be a number from 0 to 50, an object with min and max, or dontcare",
                value -> value.isObject()
                        || value.isString()
                        || (value.isNumber() && value.asDouble() >= 0 && value.asDouble() <= 50));

        static Shape oneOf(String... allowed) {
            var set = Set.of(allowed);
            return new Shape(
                    "must be one of " + String.join(", ", allowed),
                    value -> value.isString() && set.contains(value.asString()));
        }
    }
}
