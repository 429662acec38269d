package cn.disputes.alerts.learning;

import cn.disputes.alerts.backtest.Judge;
import cn.disputes.contract.codes.RiskLevel;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * A learned model (第二意见模型): nothing but numbers, so that what it says can be checked by hand.
 *
 * @param suits how many judged suits it was made from, by the days of their judgment: the first it learned from, the next
 *     calibrated it, and the last tried it
 * @param thresholds least probability for each level
 * @param reliability on the last part, which had no share in making it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Opinion(
        Split suits, Regression regression, Calibration calibration, Thresholds thresholds, Reliability reliability) {
    /** The parts in order of time: no suit teaches anything about one judged before it. */
    public record Split(
            LocalDate from,
            LocalDate trainedThrough,
            LocalDate calibratedThrough,
            LocalDate to,
            int trained,
            int calibrated,
            int tried) {}

    public record Thresholds(double red, double orange, double yellow) {
        RiskLevel level(double probability) {
            if (probability >= red) return RiskLevel.RED;
            if (probability >= orange) return RiskLevel.ORANGE;
            return probability >= yellow ? RiskLevel.YELLOW : null;
        }
    }

    /** What a feature adds, in log odds of losing. */
    public record Contribution(String feature, double logOdds) {}

    private static final double TRAIN = 0.6;
    private static final double CALIBRATE = 0.8;

    /** @param examples by the day of their judgment */
    static Opinion learn(List<Example> examples, Thresholds thresholds) {
        var toTrain = (int) (examples.size() * TRAIN);
        var toCalibrate = (int) (examples.size() * CALIBRATE);
        var train = examples.subList(0, toTrain);
        var calibrate = examples.subList(toTrain, toCalibrate);
        var test = examples.subList(toCalibrate, examples.size());
        var regression = Regression.learn(train);
        var calibration = Calibration.fit(calibrate.stream()
                .map(e -> new Calibration.Outcome(regression.logOdds(e.features()), e.lost()))
                .toList());
        var reliability = Reliability.of(test.stream()
                .map(e -> new Reliability.Said(calibration.probability(regression.logOdds(e.features())), e.lost()))
                .toList());
        return new Opinion(
                new Split(
                        examples.get(0).concludedOn(),
                        train.get(train.size() - 1).concludedOn(),
                        calibrate.get(calibrate.size() - 1).concludedOn(),
                        test.get(test.size() - 1).concludedOn(),
                        train.size(),
                        calibrate.size(),
                        test.size()),
                regression,
                calibration,
                thresholds,
                reliability);
    }

    double probability(Collection<String> features) {
        return calibration.probability(regression.logOdds(features));
    }

    /** What counts for or against, the heaviest first; before calibration. */
    List<Contribution> contributions(Collection<String> features) {
        return features.stream()
                .filter(regression.coefficients()::containsKey)
                .map(f -> new Contribution(f, regression.coefficients().get(f)))
                .sorted((a, b) -> Double.compare(Math.abs(b.logOdds()), Math.abs(a.logOdds())))
                .toList();
    }

    @JsonIgnore
    Judge judge() {
        return (facts, instance) -> {
            var probability = probability(Features.of(facts, instance));
            return new Judge.Verdict(thresholds.level(probability), null, probability);
        };
    }
}
