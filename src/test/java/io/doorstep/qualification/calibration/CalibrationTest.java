package io.doorstep.qualification.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.doorstep.qualification.Criterion;
import io.doorstep.qualification.calibration.Calibration.Bin;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    private static final long SEED = 20_261_123;

    @Test
    void nothing_is_learnt_from_too_few_deals_or_too_few_of_one_kind() {
        assertThat(Calibration.of(deals(99, 0.5)).verdict()).isNull();
        var oneSided = new ArrayList<>(deals(400, 0).subList(0, 300));
        oneSided.addAll(deals(19, 1));
        assertThat(Calibration.of(oneSided).verdict()).isNull();
        assertThat(Calibration.of(oneSided).lost()).isEqualTo(300);
    }

    @Test
    void where_outcomes_follow_the_facts_unseen_deals_are_judged_better_than_by_the_average() {
        var verdict = Objects.requireNonNull(Calibration.of(following(2_000)).verdict());

        assertThat(verdict.tellsMore()).isTrue();
        assertThat(verdict.model().weights().get(Criterion.FINANCING)).isGreaterThan(1);
        assertThat(verdict.reliability())
                .hasSize(5)
                .allSatisfy(bin -> assertThat(bin.observed()).isCloseTo(bin.predicted(), within(0.1)));
        assertThat(verdict.reliability().stream().mapToInt(Bin::count).sum()).isEqualTo(2_000);
        System.out.printf(
                "calibration, seed %d: 2,000 deals, Brier %.4f against %.4f of the average%n",
                SEED, verdict.brier(), verdict.baseBrier());
    }

    @Test
    void where_outcomes_are_chance_the_model_is_not_believed() {
        var verdict = Objects.requireNonNull(Calibration.of(deals(600, 0.3)).verdict());

        assertThat(verdict.brier()).isCloseTo(verdict.baseBrier(), within(0.02));
        assertThat(verdict.tellsMore()).isFalse();
    }

    @Test
    void the_same_deals_give_the_same_model() {
        var deals = following(500);

        assertThat(Calibration.of(deals)).isEqualTo(Calibration.of(List.copyOf(deals)));
    }

    @Test
    void a_chance_is_a_probability_whatever_is_missing() {
        var model =
                Objects.requireNonNull(Calibration.of(following(500)).verdict()).model();

        assertThat(model.chance(Map.of())).isBetween(0.0, 1.0);
        assertThat(model.chance(Map.of(Criterion.FINANCING, 1.0))).isGreaterThan(model.chance(Map.of()));
    }

    /** Half of the log-odds' range hangs on financing, the rest is noise. */
    private static List<Sample> following(int count) {
        var random = new Random(SEED);
        List<Sample> deals = new ArrayList<>();
        for (int deal = 0; deal < count; deal++) {
            var shares = shares(random);
            double odds = -2 + 3 * shares.get(Criterion.FINANCING);
            deals.add(new Sample(shares, random.nextDouble() < 1 / (1 + Math.exp(-odds))));
        }
        return deals;
    }

    private static List<Sample> deals(int count, double won) {
        var random = new Random(SEED);
        List<Sample> deals = new ArrayList<>();
        for (int deal = 0; deal < count; deal++) {
            deals.add(new Sample(shares(random), random.nextDouble() < won));
        }
        return deals;
    }

    private static Map<Criterion, Double> shares(Random random) {
        Map<Criterion, Double> shares = new EnumMap<>(Criterion.class);
        for (var criterion : Criterion.values()) shares.put(criterion, random.nextInt(5) / 4.0);
        return shares;
    }
}
