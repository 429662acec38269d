package cn.disputes.alerts.learning;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/**
 * A logistic regression over features that are there or not, as plain numbers: what a model says can be added up by hand.
 *
 * @param coefficients by feature, in log odds of losing; a feature that was never seen adds nothing
 */
public record Regression(double intercept, Map<String, Double> coefficients) {
    private static final String LOST = "LOST";
    private static final String KEPT = "KEPT";
    private static final int EPOCHS = 30;
    private static final int MINIBATCH = 8;
    private static final int SILENT = -1;
    private static final int ALL = -1;
    /** Fixed, so that the same suits give the same model. */
    private static final long SEED = 20220101;

    /** Log odds of losing, before calibration. */
    double logOdds(Collection<String> features) {
        return features.stream()
                        .mapToDouble(f -> coefficients.getOrDefault(f, 0.0))
                        .sum()
                + intercept;
    }

    static Regression learn(List<Example> examples) {
        return of(train(examples));
    }

    static Model<Label> train(List<Example> examples) {
        var labels = new LabelFactory();
        var data = new MutableDataset<>(new SimpleDataSourceProvenance("judged suits", labels), labels);
        examples.forEach(example -> data.add(tribuo(example)));
        return new LinearSGDTrainer(new LogMulticlass(), new AdaGrad(0.1, 0.1), EPOCHS, SILENT, MINIBATCH, SEED)
                .train(data);
    }

    /** The library wants at least one feature: every suit has the one that it is a suit. */
    static ArrayExample<Label> tribuo(Example example) {
        var one = new ArrayExample<>(new Label(example.lost() ? LOST : KEPT));
        one.add("SUIT", 1);
        example.features().forEach(feature -> one.add(feature, 1));
        return one;
    }

    /** Two classes with weights each come to one with the difference. */
    private static Regression of(Model<Label> model) {
        var weights = model.getTopFeatures(ALL);
        var difference = new TreeMap<String, Double>();
        weights.get(LOST).forEach(w -> difference.merge(w.getA(), w.getB(), Double::sum));
        weights.get(KEPT).forEach(w -> difference.merge(w.getA(), -w.getB(), Double::sum));
        var intercept = taken(difference, Model.BIAS_FEATURE) + taken(difference, "SUIT");
        return new Regression(intercept, difference);
    }

    private static double taken(Map<String, Double> weights, String feature) {
        var weight = weights.remove(feature);
        return weight == null ? 0 : weight;
    }
}
