package io.doorstep.qualification;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A tenant's weights, by version. Published versions are immutable.
 *
 * @param weights points per criterion, 100 in all
 * @param hot the least score that is HOT; {@code warm} and {@code nurture} likewise, below that UNQUALIFIED
 * @param minimum what must be known before a lead counts as qualified: of each group at least one fact
 */
public record Scorecard(
        int version, Map<Criterion, Integer> weights, int hot, int warm, int nurture, List<Need> minimum) {

    /** One thing to know, and the fact keys that each answer it. */
    public record Need(String label, List<String> anyOf) {}

    public Scorecard {
        weights = Map.copyOf(weights);
        minimum = List.copyOf(minimum);
        if (weights.values().stream().mapToInt(Integer::intValue).sum() != 100) {
            throw new IllegalArgumentException("the weights of a scorecard add up to 100");
        }
        if (!(100 >= hot && hot > warm && warm > nurture && nurture > 0)) {
            throw new IllegalArgumentException("a scorecard's bands go down: hot, warm, nurture");
        }
    }

    /**
     * The scorecard of a new agency (an assumption of ours that it edits later). The home asked about answers area and price, because it has
     * both; a size stands in for a price, because many renters name no rent.
     */
    static Scorecard standard() {
        return new Scorecard(
                1,
                Map.of(
                        Criterion.FINANCING, 25,
                        Criterion.TIMELINE, 25,
                        Criterion.MOTIVATION, 15,
                        Criterion.BUDGET, 15,
                        Criterion.ENGAGEMENT, 20),
                70,
                40,
                20,
                List.of(
                        new Need("intent", List.of("intent")),
                        new Need("area", List.of("areas", "propertyAddress", "listingRef")),
                        new Need("price or size", List.of("price", "priceExpectation", "beds", "listingRef"))));
    }

    Grade gradeOf(int score) {
        if (score >= hot) return Grade.HOT;
        if (score >= warm) return Grade.WARM;
        return score >= nurture ? Grade.NURTURE : Grade.UNQUALIFIED;
    }

    /**
     * The weights for one kind of lead. Financing is not asked of renters, sellers and landlords (and a renter's income or credit must
     * never count), so its weight is spread over the other criteria in proportion, the largest remainders first: still 100 in all.
     */
    Map<Criterion, Integer> weightsFor(String intent) {
        if (intent.equals("buy") || !weights.containsKey(Criterion.FINANCING)) return weights;
        var kept = new EnumMap<Criterion, Integer>(weights);
        kept.remove(Criterion.FINANCING);
        int sum = kept.values().stream().mapToInt(Integer::intValue).sum();
        if (sum == 0) return weights;
        var spread = new EnumMap<Criterion, Integer>(Criterion.class);
        kept.forEach((criterion, weight) -> spread.put(criterion, weight * 100 / sum));
        int left = 100 - spread.values().stream().mapToInt(Integer::intValue).sum();
        kept.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Criterion, Integer> entry) -> -(entry.getValue() * 100 % sum))
                        .thenComparing(Map.Entry::getKey))
                .limit(left)
                .forEach(entry -> spread.merge(entry.getKey(), 1, Integer::sum));
        return spread;
    }

    /** The needs that no known fact answers. */
    public List<Need> missing(Set<String> knownKeys) {
        return minimum.stream()
                .filter(need -> need.anyOf().stream().noneMatch(knownKeys::contains))
                .toList();
    }
}
