package io.doorstep.qualification;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.doorstep.qualification.Qualification.Limit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A tenant's weights and rules, by version. Published versions are immutable; those that were stored before there were {@code needs} and
 * {@code caps} read as having none.
 *
 * @param weights points per criterion, 100 in all
 * @param hot the least score that is HOT; {@code warm} and {@code nurture} likewise, below that UNQUALIFIED
 * @param minimum what must be known before a lead counts as qualified: of each group at least one fact
 * @param needs what must be known, all of it, for a grade, whatever the score
 * @param caps what keeps a grade down, whatever the score
 */
public record Scorecard(
        int version,
        Map<Criterion, Integer> weights,
        int hot,
        int warm,
        int nurture,
        List<Need> minimum,
        @JsonSetter(nulls = Nulls.AS_EMPTY) Map<Grade, List<Known>> needs,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<Cap> caps) {

    private static final List<Grade> DOWN = List.of(Grade.values());

    /** One thing to know, and the fact keys that each answer it. */
    public record Need(String label, List<String> anyOf) {}

    /** At most this grade while the condition holds. */
    public record Cap(Condition when, Grade at) {}

    public Scorecard {
        weights = Map.copyOf(weights);
        minimum = List.copyOf(minimum);
        needs = Map.copyOf(needs);
        caps = List.copyOf(caps);
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
                List.of(Known.INTENT.need(), Known.AREA.need(), Known.PRICE_OR_SIZE.need()),
                Map.of(),
                List.of());
    }

    public Scorecard as(int version) {
        return new Scorecard(version, weights, hot, warm, nurture, minimum, needs, caps);
    }

    Grade gradeOf(int score) {
        return DOWN.stream().filter(grade -> score >= begins(grade)).findFirst().orElse(Grade.UNQUALIFIED);
    }

    /** The least score of a grade. */
    public int begins(Grade grade) {
        return switch (grade) {
            case HOT -> hot;
            case WARM -> warm;
            case NURTURE -> nurture;
            case UNQUALIFIED -> 0;
        };
    }

    /** What holds a lead below the band of its score: needs first, from the top down, then caps. */
    List<Limit> limits(Grade band, Map<String, StoredFact> facts) {
        List<Limit> limits = new ArrayList<>();
        for (var grade : DOWN.subList(band.ordinal(), DOWN.size() - 1)) {
            var open = needs.getOrDefault(grade, List.of()).stream()
                    .filter(known -> !known.holds(facts))
                    .toList();
            if (open.isEmpty()) break;
            var below = DOWN.get(grade.ordinal() + 1);
            open.forEach(known ->
                    limits.add(new Limit(below, "%s needs: %s".formatted(grade.word(), known.label()), known, null)));
        }
        for (var cap : caps) {
            if (cap.at.ordinal() <= band.ordinal()) continue;
            cap.when
                    .in(facts)
                    .ifPresent(fact -> limits.add(new Limit(
                            cap.at, "%s at most: %s".formatted(cap.at.word(), cap.when.label()), null, fact.id())));
        }
        return List.copyOf(limits);
    }

    /**
     * The weights for one kind of lead. Financing is not asked of renters, sellers and landlords (and a renter's income or credit must
     * never count), so its weight is spread over the other criteria in proportion, the largest remainders first: still 100 in all.
     */
    Map<Criterion, Integer> weightsFor(String intent) {
        if (intent.equals(Scoring.BUY) || !weights.containsKey(Criterion.FINANCING)) return weights;
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
