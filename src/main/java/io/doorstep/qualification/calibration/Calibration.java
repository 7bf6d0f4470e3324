package io.doorstep.qualification.calibration;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A model and how far it can be believed, from five-fold cross-validation: every deal is judged by a model that has not seen it.
 *
 * @param verdict null below {@link #LEAST_CLOSED} closed deals, or {@link #LEAST_EACH} of won or lost ones
 */
record Calibration(int won, int lost, @Nullable Verdict verdict) {

    static final int LEAST_CLOSED = 100;
    static final int LEAST_EACH = 20;

    private static final int FOLDS = 5;
    private static final int BINS = 5;
    private static final long SEED = 20_261_124;

    /**
     * @param brier mean squared error on unseen deals; {@code baseBrier} that of saying the average to everyone
     * @param reliability bins of equally many deals, from the least to the most promising
     */
    record Verdict(ChanceModel model, double brier, double baseBrier, List<Bin> reliability) {

        /** A model that knows no more than the average is not shown. */
        boolean tellsMore() {
            return brier < baseBrier;
        }
    }

    /** @param predicted the mean of what was said; {@code observed} the share that was won */
    record Bin(double predicted, double observed, int count) {}

    private record Judged(double said, boolean won) {}

    static boolean isEnough(int won, int lost) {
        return won + lost >= LEAST_CLOSED && won >= LEAST_EACH && lost >= LEAST_EACH;
    }

    /** @param samples in a steady order */
    static Calibration of(List<Sample> samples) {
        int won = (int) samples.stream().filter(Sample::won).count();
        int lost = samples.size() - won;
        if (!isEnough(won, lost)) return new Calibration(won, lost, null);
        var judged = crossValidated(samples);
        double average = (double) won / samples.size();
        return new Calibration(
                won, lost, new Verdict(Fit.of(samples), brier(judged), average * (1 - average), bins(judged)));
    }

    private static List<Judged> crossValidated(List<Sample> samples) {
        List<List<Sample>> folds = folds(samples);
        List<Judged> judged = new ArrayList<>();
        for (var held : folds) {
            var seen = folds.stream()
                    .filter(fold -> fold != held)
                    .flatMap(List::stream)
                    .toList();
            var model = Fit.of(seen);
            held.forEach(sample -> judged.add(new Judged(model.chance(sample.shares()), sample.won())));
        }
        return judged;
    }

    /** Won and lost deals are dealt out apart, so that each fold has its part of both. */
    private static List<List<Sample>> folds(List<Sample> samples) {
        List<List<Sample>> folds = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) folds.add(new ArrayList<>());
        for (boolean won : new boolean[] {true, false}) {
            var some = new ArrayList<>(
                    samples.stream().filter(sample -> sample.won() == won).toList());
            Collections.shuffle(some, new Random(SEED));
            for (int at = 0; at < some.size(); at++) folds.get(at % FOLDS).add(some.get(at));
        }
        return folds;
    }

    private static double brier(List<Judged> judged) {
        return judged.stream()
                .mapToDouble(one -> Math.pow(one.said - (one.won ? 1 : 0), 2))
                .average()
                .orElseThrow();
    }

    private static List<Bin> bins(List<Judged> judged) {
        var sorted =
                judged.stream().sorted(Comparator.comparingDouble(Judged::said)).toList();
        List<Bin> bins = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            var part = sorted.subList(sorted.size() * bin / BINS, sorted.size() * (bin + 1) / BINS);
            bins.add(new Bin(
                    part.stream().mapToDouble(Judged::said).average().orElseThrow(),
                    part.stream().filter(Judged::won).count() / (double) part.size(),
                    part.size()));
        }
        return bins;
    }
}
