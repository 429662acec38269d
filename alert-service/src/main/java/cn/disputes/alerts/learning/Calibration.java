package cn.disputes.alerts.learning;

import java.util.List;

/**
 * Platt's calibration: the probability of losing is {@code 1 / (1 + exp(slope × log odds + intercept))}, fitted on suits
 * the regression was not trained on.
 */
public record Calibration(double slope, double intercept) {
    /** One suit: what the regression says, and how it ended. */
    public record Outcome(double logOdds, boolean lost) {}

    private static final int ROUNDS = 100;
    private static final double RIDGE = 1e-9;
    private static final double ENOUGH = 1e-9;

    double probability(double logOdds) {
        return 1 / (1 + Math.exp(slope * logOdds + intercept));
    }

    /**
     * By Newton's method with Platt's smoothed targets, which keep a class of few suits from being pushed to certainty
     * (Lin, Lin, Weng 2007: A note on Platt's probabilistic outputs).
     */
    static Calibration fit(List<Outcome> outcomes) {
        var lost = outcomes.stream().filter(Outcome::lost).count();
        var kept = outcomes.size() - lost;
        var high = (lost + 1.0) / (lost + 2.0);
        var low = 1.0 / (kept + 2.0);
        var fit = new Calibration(0, Math.log((kept + 1.0) / (lost + 1.0)));
        var loss = fit.loss(outcomes, high, low);
        for (var round = 0; round < ROUNDS; round++) {
            double h11 = RIDGE, h22 = RIDGE, h21 = 0, g1 = 0, g2 = 0;
            for (var o : outcomes) {
                var p = fit.probability(o.logOdds());
                var curve = p * (1 - p);
                var miss = (o.lost() ? high : low) - p;
                h11 += o.logOdds() * o.logOdds() * curve;
                h22 += curve;
                h21 += o.logOdds() * curve;
                g1 += o.logOdds() * miss;
                g2 += miss;
            }
            if (Math.abs(g1) < ENOUGH && Math.abs(g2) < ENOUGH) break;
            var determinant = h11 * h22 - h21 * h21;
            var stepSlope = -(h22 * g1 - h21 * g2) / determinant;
            var stepIntercept = -(-h21 * g1 + h11 * g2) / determinant;
            var next = fit;
            var nextLoss = Double.MAX_VALUE;
            for (var size = 1.0; size > 1e-10 && nextLoss > loss; size /= 2) {
                next = new Calibration(fit.slope + size * stepSlope, fit.intercept + size * stepIntercept);
                nextLoss = next.loss(outcomes, high, low);
            }
            if (nextLoss > loss) break;
            fit = next;
            loss = nextLoss;
        }
        return fit;
    }

    private double loss(List<Outcome> outcomes, double high, double low) {
        var sum = 0.0;
        for (var o : outcomes) {
            var target = o.lost() ? high : low;
            var x = slope * o.logOdds() + intercept;
            // log(1 + e^x) without overflow
            var soft = x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
            sum += soft - (1 - target) * x;
        }
        return sum;
    }
}
