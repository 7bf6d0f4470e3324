package io.doorstep.qualification.calibration;

import io.doorstep.qualification.Criterion;
import java.util.Map;

/** A fitted logistic regression: the log-odds of winning are {@code bias} plus each share times its weight. */
record ChanceModel(double bias, Map<Criterion, Double> weights) {

    double chance(Map<Criterion, Double> shares) {
        double odds = bias;
        for (var criterion : Criterion.values()) {
            odds += weights.getOrDefault(criterion, 0.0) * shares.getOrDefault(criterion, 0.0);
        }
        return 1 / (1 + Math.exp(-odds));
    }
}
