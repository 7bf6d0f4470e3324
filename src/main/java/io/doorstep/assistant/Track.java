package io.doorstep.assistant;

import static io.doorstep.language.Question.AREA;
import static io.doorstep.language.Question.BEDS;
import static io.doorstep.language.Question.FINANCING;
import static io.doorstep.language.Question.INTENT;
import static io.doorstep.language.Question.MOTIVATION;
import static io.doorstep.language.Question.MOVE_IN;
import static io.doorstep.language.Question.PETS;
import static io.doorstep.language.Question.PRICE;
import static io.doorstep.language.Question.PRICE_EXPECTATION;
import static io.doorstep.language.Question.PROPERTY_ADDRESS;
import static io.doorstep.language.Question.REPRESENTED;
import static io.doorstep.language.Question.TIMELINE;

import io.doorstep.language.Question;
import java.util.List;
import java.util.Set;

/**
 * What a lead of one kind is asked before the appointment, in the order of LPMAMA (location, price, motivation, agent, mortgage). Every lead of a
 * kind gets the same questions in the same order: that is fair housing, too.
 */
enum Track {
    BUY(List.of(INTENT, AREA, PRICE), List.of(BEDS, MOTIVATION, TIMELINE, REPRESENTED, FINANCING)),
    RENT(List.of(INTENT, AREA, PRICE), List.of(BEDS, MOVE_IN, PETS)),
    SELL(List.of(INTENT, PROPERTY_ADDRESS, PRICE_EXPECTATION), List.of(MOTIVATION, TIMELINE, REPRESENTED)),
    LET(List.of(INTENT, PROPERTY_ADDRESS, PRICE_EXPECTATION), List.of(TIMELINE));

    /** Known before an appointment makes sense; the rest is left out for a lead who already wants to come. */
    final List<Question> minimum;

    final List<Question> further;

    Track(List<Question> minimum, List<Question> further) {
        this.minimum = minimum;
        this.further = further;
    }

    /** Unknown is a buyer: most are, and every lead has a deal. */
    static Track of(@org.jspecify.annotations.Nullable String intent) {
        return switch (intent) {
            case "rent" -> RENT;
            case "sell" -> SELL;
            case "let" -> LET;
            case null, default -> BUY;
        };
    }

    boolean looksForHome() {
        return this == BUY || this == RENT;
    }

    /** The home that was asked about has an area and a price. */
    static boolean answered(Question question, Set<String> known) {
        return switch (question) {
            case INTENT -> known.contains("intent");
            case AREA -> known.contains("areas") || known.contains("listingRef");
            case PRICE -> known.contains("price") || known.contains("listingRef");
            case BEDS -> known.contains("beds") || known.contains("listingRef");
            case BATHS -> known.contains("baths");
            case MUST_HAVES -> known.stream().anyMatch(key -> key.startsWith("mustHaves."));
            case PROPERTY_TYPE -> known.contains("propertyType");
            case TIMELINE, MOVE_IN -> known.contains("timeline");
            case FINANCING -> known.contains("financing");
            case MOTIVATION -> known.contains("motivation");
            case REPRESENTED -> known.contains("representedByAgent");
            case CURRENT_HOME -> known.contains("currentHome");
            case PETS -> known.contains("mustHaves.pets");
            case PROPERTY_ADDRESS -> known.contains("propertyAddress") || known.contains("areas");
            case PRICE_EXPECTATION -> known.contains("priceExpectation") || known.contains("price");
            case NAME, CONTACT, CONSENT, LISTING, VISIT, VISIT_TIME, CONFIRM, ANYTHING_ELSE -> false;
        };
    }
}
