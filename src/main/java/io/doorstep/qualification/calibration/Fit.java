package io.doorstep.qualification.calibration;

import io.doorstep.qualification.Criterion;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** Tribuo's logistic regression. Seeded and in one thread: the same samples in the same order give the same model. */
final class Fit {

    private static final Label WON = new Label("WON");
    private static final Label LOST = new Label("LOST");
    private static final double LEARNING_RATE = 0.5;
    private static final int EPOCHS = 100;
    private static final long SEED = 20_261_124;

    private static final String[] FEATURES =
            Arrays.stream(Criterion.values()).map(Criterion::name).toArray(String[]::new);

    private Fit() {}

    static ChanceModel of(List<Sample> samples) {
        var factory = new LabelFactory();
        var data = new MutableDataset<>(new SimpleDataSourceProvenance("closed deals", factory), factory);
        samples.forEach(sample -> data.add(example(sample)));
        var trainer = new LinearSGDTrainer(new LogMulticlass(), new AdaGrad(LEARNING_RATE), EPOCHS, SEED);
        return read(trainer.train(data));
    }

    private static ArrayExample<Label> example(Sample sample) {
        var values = Arrays.stream(Criterion.values())
                .mapToDouble(criterion -> sample.shares().getOrDefault(criterion, 0.0))
                .toArray();
        return new ArrayExample<>(sample.won() ? WON : LOST, FEATURES, values);
    }

    /** Of two classes with a softmax only the difference counts: that is the one line of a logistic regression. */
    private static ChanceModel read(LinearSGDModel model) {
        var weights = model.getWeightsCopy();
        int won = model.getOutputIDInfo().getID(WON);
        int lost = model.getOutputIDInfo().getID(LOST);
        var features = model.getFeatureIDMap();
        Map<Criterion, Double> read = new EnumMap<>(Criterion.class);
        for (var criterion : Criterion.values()) {
            int id = features.getID(criterion.name());
            read.put(criterion, weights.get(won, id) - weights.get(lost, id));
        }
        int bias = features.size();
        return new ChanceModel(weights.get(won, bias) - weights.get(lost, bias), read);
    }
}
