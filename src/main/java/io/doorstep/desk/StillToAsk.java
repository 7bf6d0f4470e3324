package io.doorstep.desk;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A question that nobody has answered yet. Every lead with the same intent has the same list in the same order (location, price,
 * motivation, agent, mortgage), whoever looks at it.
 */
record StillToAsk(String key, String label) {

    private record Question(String key, String label, List<String> answeredBy) {

        Question(String key, String label) {
            this(key, label, List.of(key));
        }
    }

    private static final Question INTENT = new Question("intent", "Buy, sell or rent");
    private static final Question AREA = new Question("areas", "Area", List.of("areas", "listingRef"));
    private static final Question PRICE = new Question("price", "Price", List.of("price", "listingRef"));
    private static final Question BEDS = new Question("beds", "Beds", List.of("beds", "listingRef"));
    private static final Question MOTIVATION = new Question("motivation", "Reason");
    private static final Question TIMELINE = new Question("timeline", "Move by");
    private static final Question AGENT = new Question("representedByAgent", "Agent already");
    private static final Question FINANCING = new Question("financing", "Financing");
    private static final Question PETS = new Question("mustHaves.pets", "Pets");
    private static final Question ADDRESS =
            new Question("propertyAddress", "Address of the home", List.of("propertyAddress", "areas"));
    private static final Question EXPECTED =
            new Question("priceExpectation", "Price expected", List.of("priceExpectation", "price"));

    private static final List<Question> BUYER =
            List.of(INTENT, AREA, PRICE, BEDS, MOTIVATION, TIMELINE, AGENT, FINANCING);
    private static final List<Question> RENTER = List.of(INTENT, AREA, PRICE, BEDS, TIMELINE, PETS);
    private static final List<Question> SELLER = List.of(INTENT, ADDRESS, EXPECTED, MOTIVATION, TIMELINE, AGENT);

    static List<StillToAsk> of(List<FactView> facts, boolean reachable) {
        var known = FactSheet.currentKeys(facts);
        var open = questionsFor(Objects.toString(FactSheet.currentValue(facts, "intent"), null)).stream()
                .filter(question -> question.answeredBy().stream().noneMatch(known::contains))
                .map(question -> new StillToAsk(question.key(), question.label()));
        return reachable
                ? open.toList()
                : Stream.concat(open, Stream.of(new StillToAsk("contact.phone", "Phone or e-mail")))
                        .toList();
    }

    private static List<Question> questionsFor(@Nullable String intent) {
        return switch (intent) {
            case "rent" -> RENTER;
            case "sell", "let" -> SELLER;
            case null, default -> BUYER;
        };
    }
}
