package io.doorstep.qualification.editor;

import io.doorstep.platform.Refusal;
import io.doorstep.platform.Refusal.Violation;
import io.doorstep.qualification.Condition;
import io.doorstep.qualification.Criterion;
import io.doorstep.qualification.Grade;
import io.doorstep.qualification.Known;
import io.doorstep.qualification.Scorecard;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A scorecard as people write it.
 *
 * @param weights each criterion once; 100 in all
 * @param minimum what must be known before a lead counts as qualified
 * @param hotNeeds what must be known for Hot, whatever the score; {@code warmNeeds} likewise
 * @param caps what keeps a grade down
 */
@Schema(name = "ScorecardTerms")
record Terms(
        @NotNull List<@NotNull Weight> weights,
        @Min(1) @Max(100) int hot,
        @Min(1) @Max(100) int warm,
        @Min(1) @Max(100) int nurture,
        @NotNull List<@NotNull Known> minimum,
        @NotNull List<@NotNull Known> hotNeeds,
        @NotNull List<@NotNull Known> warmNeeds,
        @NotNull List<@NotNull CapTerm> caps) {

    @Schema(name = "ScorecardWeight")
    record Weight(@NotNull Criterion criterion, int points) {}

    @Schema(name = "GradeCap")
    record CapTerm(@NotNull Condition when, @NotNull Grade at) {}

    static Terms of(Scorecard card) {
        return new Terms(
                Arrays.stream(Criterion.values())
                        .map(criterion -> new Weight(criterion, card.weights().getOrDefault(criterion, 0)))
                        .toList(),
                card.hot(),
                card.warm(),
                card.nurture(),
                card.minimum().stream().map(Known::of).flatMap(Optional::stream).toList(),
                card.needs().getOrDefault(Grade.HOT, List.of()),
                card.needs().getOrDefault(Grade.WARM, List.of()),
                card.caps().stream()
                        .map(cap -> new CapTerm(cap.when(), cap.at()))
                        .toList());
    }

    /** @throws io.doorstep.platform.Refused naming every field that is wrong, and how to mend it */
    Scorecard card(int version) {
        var violations = violations();
        if (!violations.isEmpty()) {
            throw new Refusal.Invalid("invalid", "This scorecard does not add up. See the fields.", violations)
                    .asException();
        }
        Map<Criterion, Integer> points = new EnumMap<>(Criterion.class);
        weights.forEach(weight -> points.put(weight.criterion, weight.points));
        Map<Grade, List<Known>> needs = new EnumMap<>(Grade.class);
        if (!hotNeeds.isEmpty()) needs.put(Grade.HOT, sorted(hotNeeds));
        if (!warmNeeds.isEmpty()) needs.put(Grade.WARM, sorted(warmNeeds));
        return new Scorecard(
                version,
                points,
                hot,
                warm,
                nurture,
                sorted(minimum).stream().map(Known::need).toList(),
                needs,
                caps.stream().map(cap -> new Scorecard.Cap(cap.when, cap.at)).toList());
    }

    private List<Violation> violations() {
        List<Violation> found = new ArrayList<>();
        int sum = weights.stream().mapToInt(Weight::points).sum();
        var criteria = new HashSet<Criterion>();
        if (!weights.stream().allMatch(weight -> criteria.add(weight.criterion))) {
            found.add(new Violation("weights", "names a criterion twice; give each one weight."));
        } else if (weights.stream().anyMatch(weight -> weight.points < 0)) {
            found.add(new Violation("weights", "holds a weight below 0; 0 leaves a criterion out."));
        } else if (sum != 100) {
            found.add(new Violation("weights", "add up to " + sum + "; they must add up to 100."));
        } else if (weights.stream()
                .anyMatch(weight -> weight.criterion == Criterion.FINANCING && weight.points == 100)) {
            found.add(new Violation(
                    "weights", "leave nothing for renters and sellers, who are not asked for financing."));
        }
        if (warm >= hot) found.add(new Violation("warm", "must begin below Hot, which begins at " + hot + "."));
        if (nurture >= warm)
            found.add(new Violation("nurture", "must begin below Warm, which begins at " + warm + "."));
        var conditions = new HashSet<Condition>();
        for (var cap : caps) {
            if (cap.at == Grade.HOT)
                found.add(new Violation("caps", "at Hot hold nothing back; choose a lower grade."));
            if (!conditions.add(cap.when)) found.add(new Violation("caps", "name a condition twice; keep one."));
        }
        return found;
    }

    private static List<Known> sorted(List<Known> known) {
        return known.stream().distinct().sorted().toList();
    }
}
