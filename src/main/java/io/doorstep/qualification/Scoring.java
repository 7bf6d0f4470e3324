package io.doorstep.qualification;

import io.doorstep.qualification.Qualification.Contribution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Applies a scorecard to facts. Pure: a date is weighed against the moment at which it was said, engagement is what the lead has answered,
 * and all arithmetic is in whole numbers, so that the same facts and version give the same bytes on every machine and day.
 */
public final class Scoring {

    static final String BUY = "buy";

    private Scoring() {}

    /** How much of a criterion's weight the facts earn, in percent, and why. */
    private record Share(
            int percent, String reason, @Nullable UUID factId) {}

    /** @param facts the current facts by key */
    public static Qualification score(Scorecard card, Map<String, StoredFact> facts) {
        var weights = card.weightsFor(intent(facts));
        List<Contribution> contributions = new ArrayList<>();
        for (var criterion : Criterion.values()) {
            int outOf = weights.getOrDefault(criterion, 0);
            if (outOf == 0) continue;
            var share = share(criterion, criterion.readable(facts));
            contributions.add(
                    new Contribution(criterion, (outOf * share.percent + 50) / 100, outOf, share.reason, share.factId));
        }
        int score = contributions.stream().mapToInt(Contribution::points).sum();
        var band = card.gradeOf(score);
        var limits = card.limits(band, facts);
        var grade = limits.stream()
                .map(Qualification.Limit::to)
                .max(Comparator.naturalOrder())
                .orElse(band);
        return new Qualification(card.version(), score, grade, List.copyOf(contributions), limits);
    }

    private static Share share(Criterion criterion, Map<String, StoredFact> facts) {
        return switch (criterion) {
            case FINANCING -> financing(facts.get("financing"));
            case TIMELINE -> timeline(facts.get("timeline"));
            case MOTIVATION -> motivation(facts.get("motivation"));
            case BUDGET ->
                budget(facts.containsKey("priceExpectation") ? facts.get("priceExpectation") : facts.get("price"));
            case ENGAGEMENT -> engagement(facts);
        };
    }

    private static Share financing(@Nullable StoredFact fact) {
        if (fact == null) return unknown();
        return switch (fact.value().asString("")) {
            case "CASH" -> new Share(100, "Pays cash", fact.id());
            case "PRE_APPROVED" -> new Share(100, "Pre-approved", fact.id());
            case "IN_PROGRESS" -> new Share(60, "Pre-approval under way", fact.id());
            case "NEEDED" -> new Share(25, "Financing still to be arranged", fact.id());
            default -> new Share(25, fact.display(), fact.id());
        };
    }

    private static Share timeline(@Nullable StoredFact fact) {
        if (fact == null) return unknown();
        var days = Horizon.daysAhead(fact.value(), fact.at());
        if (days.isEmpty()) return new Share(40, "No date yet", fact.id());
        int percent = percentFor(days.getAsLong());
        return new Share(percent, percent >= 85 ? "Soon" : percent >= 60 ? "Within half a year" : "Far off", fact.id());
    }

    private static int percentFor(long days) {
        if (days <= 45) return 100;
        if (days <= 120) return 85;
        if (days <= 183) return 60;
        return days <= 366 ? 30 : 10;
    }

    private static Share motivation(@Nullable StoredFact fact) {
        if (fact == null) return unknown();
        return fact.confidence() >= 0.6
                ? new Share(100, "Has a reason to move", fact.id())
                : new Share(50, "May have a reason", fact.id());
    }

    /** A span no wider than a quarter of its upper end is a budget; one round number is nearly one. */
    private static Share budget(@Nullable StoredFact fact) {
        if (fact == null) return unknown();
        double min = amount(fact.value(), "min");
        double max = amount(fact.value(), "max");
        if (min > 0 && max > min) {
            return min >= max * 0.75
                    ? new Share(100, "A clear range", fact.id())
                    : new Share(60, "A wide range", fact.id());
        }
        return new Share(80, "One figure", fact.id());
    }

    private static double amount(JsonNode value, String bound) {
        return value.path(bound).asDouble(0);
    }

    private static Share engagement(Map<String, StoredFact> facts) {
        boolean reachable = facts.containsKey("contact.phone") || facts.containsKey("contact.email");
        boolean wantsToSee = facts.containsKey("visitPreference") || facts.containsKey("listingRef");
        long answers = facts.keySet().stream()
                .filter(key -> !key.startsWith("contact."))
                .count();
        int percent = (reachable ? 40 : 0) + (wantsToSee ? 40 : 0) + (int) Math.min(answers, 5) * 4;
        var reason = "%d %s%s%s"
                .formatted(
                        answers,
                        answers == 1 ? "answer" : "answers",
                        reachable ? ", can be reached" : "",
                        wantsToSee ? ", wants to see a home" : "");
        return new Share(percent, reason, null);
    }

    private static Share unknown() {
        return new Share(0, "Not known yet", null);
    }

    /** Who has not said otherwise is taken for a buyer. */
    static boolean buys(Map<String, StoredFact> facts) {
        return intent(facts).equals(BUY);
    }

    private static String intent(Map<String, StoredFact> facts) {
        var fact = facts.get("intent");
        return fact == null ? BUY : fact.value().asString(BUY);
    }
}
