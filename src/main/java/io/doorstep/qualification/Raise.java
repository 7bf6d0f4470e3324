package io.doorstep.qualification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Something to learn about a lead that would lift score or grade, at best. Found by scoring again with that one fact as good as it can be,
 * so it is true of every scorecard.
 *
 * @param key the fact to ask for
 * @param points what the score would gain
 * @param grade what the lead would be then
 */
public record Raise(String key, String label, int points, Grade grade) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final UUID NOBODY = new UUID(0, 0);

    private record Best(String key, String label, JsonNode value) {}

    private static final List<Best> BESTS = List.of(
            new Best("financing", "A pre-approval, or cash", JSON.stringNode("PRE_APPROVED")),
            new Best("timeline", "A date to move by, soon", JSON.objectNode().put("horizonDays", 0)),
            new Best("motivation", "The reason for the move", JSON.stringNode("known")),
            new Best("price", "A clear price range", range()),
            new Best("priceExpectation", "A clear price range", range()),
            new Best("contact.phone", "A phone number or e-mail", JSON.stringNode("known")),
            new Best("visitPreference", "A time for a viewing", JSON.stringNode("known")),
            new Best("intent", "Whether to buy, sell or rent", JSON.stringNode(Scoring.BUY)),
            new Best("areas", "The area", JSON.arrayNode().add("known")),
            new Best("beds", "How many bedrooms", JSON.numberNode(1)),
            new Best("representedByAgent", "Whether another agent acts", JSON.booleanNode(false)));

    /** The most helpful first. */
    static List<Raise> of(Scorecard card, Map<String, StoredFact> facts) {
        var now = Scoring.score(card, facts);
        List<Raise> raises = new ArrayList<>();
        for (var best : BESTS) {
            if (!open(best.key, facts)) continue;
            var learnt = new HashMap<>(facts);
            learnt.put(best.key, fact(best));
            var then = Scoring.score(card, learnt);
            int points = then.score() - now.score();
            if (points > 0 || then.grade().compareTo(now.grade()) < 0) {
                raises.add(new Raise(best.key, best.label, points, then.grade()));
            }
        }
        raises.sort(Comparator.comparingInt(Raise::points).reversed());
        return List.copyOf(raises);
    }

    /** Whether asking can help: what a person has said is not asked again in the hope of a better answer. */
    private static boolean open(String key, Map<String, StoredFact> facts) {
        boolean sells = Optional.ofNullable(facts.get("intent"))
                .map(fact -> fact.value().asString(""))
                .filter(intent -> intent.equals("sell") || intent.equals("let"))
                .isPresent();
        return switch (key) {
            case "price" -> !sells && !facts.containsKey("price");
            case "priceExpectation" -> sells && !facts.containsKey("priceExpectation");
            case "financing" -> Scoring.buys(facts) && !isSettled(facts);
            case "timeline" -> noDate(facts);
            case "contact.phone" -> !facts.containsKey("contact.phone") && !facts.containsKey("contact.email");
            case "visitPreference" -> !facts.containsKey("visitPreference") && !facts.containsKey("listingRef");
            default -> !facts.containsKey(key);
        };
    }

    private static boolean isSettled(Map<String, StoredFact> facts) {
        var financing = facts.get("financing");
        return financing != null && !financing.value().asString("").equals("IN_PROGRESS");
    }

    private static boolean noDate(Map<String, StoredFact> facts) {
        var timeline = facts.get("timeline");
        return timeline == null
                || Horizon.daysAhead(timeline.value(), timeline.at()).isEmpty();
    }

    private static StoredFact fact(Best best) {
        return new StoredFact(
                NOBODY,
                NOBODY,
                best.key,
                1,
                best.value,
                best.label,
                null,
                null,
                null,
                null,
                Origin.MEMBER,
                null,
                1,
                false,
                Instant.EPOCH);
    }

    private static JsonNode range() {
        return JSON.objectNode().put("min", 90).put("max", 100);
    }
}
