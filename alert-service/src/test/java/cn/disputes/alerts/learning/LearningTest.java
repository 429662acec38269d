package cn.disputes.alerts.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LearningTest {
    private static final LocalDate DAY = LocalDate.of(2022, 1, 1);

    /** Suits whose odds are known: COERCION loses 6 of 10, by a township 8 of 10, all else 1 of 10. */
    static List<Example> suits(int count, long seed) {
        var random = new Random(seed);
        var suits = new ArrayList<Example>();
        for (var i = 0; i < count; i++) {
            var features = new TreeSet<String>();
            var coercion = random.nextInt(3) == 0;
            features.add(coercion ? "ACT_COERCION" : "ACT_PENALTY");
            var town = coercion && random.nextBoolean();
            if (town) features.add("TOWNSHIP_ACTOR");
            if (random.nextBoolean()) features.add("DOMAIN_OTHER");
            var odds = town ? 0.8 : coercion ? 0.6 : 0.1;
            suits.add(new Example(DAY.plusDays(i), random.nextDouble() < odds, features));
        }
        return suits;
    }

    @Test
    void thePlainNumbersSayWhatTheLibrarysModelSays() {
        var suits = suits(500, 1);
        var model = Regression.train(suits);
        var plain = Regression.learn(suits);
        for (var suit : suits.subList(0, 50)) {
            var theirs = model.predict(Regression.tribuo(suit))
                    .getOutputScores()
                    .get("LOST")
                    .getScore();
            var ours = 1 / (1 + Math.exp(-plain.logOdds(suit.features())));
            assertEquals(theirs, ours, 1e-9);
        }
    }

    @Test
    void theSameSuitsGiveTheSameModel() {
        assertEquals(Regression.learn(suits(300, 2)), Regression.learn(suits(300, 2)));
    }

    @Test
    void findsWhatWeighsAndIsBelievableOnSuitsItHasNotSeen() {
        var opinion = Opinion.learn(suits(3_000, 3), new Opinion.Thresholds(0.5, 0.3, 0.15));
        var weights = opinion.regression().coefficients();
        assertTrue(weights.get("ACT_COERCION") > weights.get("ACT_PENALTY") + 1, weights.toString());
        assertTrue(weights.get("TOWNSHIP_ACTOR") > 0.3, weights.toString());
        assertTrue(Math.abs(weights.get("DOMAIN_OTHER")) < 0.3, weights.toString());
        assertEquals(1_800, opinion.suits().trained());
        assertEquals(600, opinion.suits().calibrated());
        assertEquals(600, opinion.suits().tried());
        assertTrue(opinion.suits().trainedThrough().isBefore(opinion.suits().calibratedThrough()));
        assertEquals(0.8, opinion.probability(List.of("ACT_COERCION", "TOWNSHIP_ACTOR")), 0.1);
        assertEquals(0.1, opinion.probability(List.of("ACT_PENALTY")), 0.06);
        var reliability = opinion.reliability();
        assertTrue(reliability.calibrationError() < 0.06, reliability.toString());
        assertTrue(reliability.brier() < reliability.baseBrier() * 0.85, reliability.toString());
        assertTrue(reliability.areaUnderCurve() > 0.75, reliability.toString());
        assertEquals(
                600,
                reliability.table().stream().mapToInt(Reliability.Bin::suits).sum());
    }

    /** Scores three times too sure are brought back to what really happens. */
    @Test
    void calibrationMendsAnOverconfidentRegression() {
        var random = new Random(4);
        var outcomes = new ArrayList<Calibration.Outcome>();
        for (var i = 0; i < 5_000; i++) {
            var truth = random.nextGaussian() - 1;
            outcomes.add(new Calibration.Outcome(3 * truth, random.nextDouble() < 1 / (1 + Math.exp(-truth))));
        }
        var fit = Calibration.fit(outcomes);
        assertEquals(-1 / 3.0, fit.slope(), 0.03);
        assertEquals(0, fit.intercept(), 0.1);
        var mean = outcomes.stream()
                .mapToDouble(o -> fit.probability(o.logOdds()))
                .average()
                .orElseThrow();
        var rate = outcomes.stream().filter(Calibration.Outcome::lost).count() / 5_000.0;
        assertEquals(rate, mean, 0.005);
    }

    @Test
    void calibrationStaysSaneWhereAllEndTheSameWay() {
        var allLost = List.of(new Calibration.Outcome(1, true), new Calibration.Outcome(-1, true));
        var probability = Calibration.fit(allLost).probability(0);
        assertTrue(probability > 0.5 && probability < 1, "" + probability);
    }

    @Test
    void reliabilityByHand() {
        var reliability = Reliability.of(List.of(
                new Reliability.Said(0.05, false),
                new Reliability.Said(0.05, false),
                new Reliability.Said(0.95, true),
                new Reliability.Said(1.0, false)));
        assertEquals(
                List.of(new Reliability.Bin(0, 0.1, 2, 0.05, 0), new Reliability.Bin(0.9, 1, 2, 0.975, 0.5)),
                reliability.table());
        assertEquals((0.0025 * 3 + 1) / 4, reliability.brier(), 1e-12);
        assertEquals(0.1875, reliability.baseBrier(), 1e-12);
        assertEquals(0.05 * 0.5 + 0.475 * 0.5, reliability.calibrationError(), 1e-12);
        assertEquals(2 / 3.0, reliability.areaUnderCurve(), 1e-12);
    }

    @Test
    void contributionsAddUpToWhatItSays() {
        var opinion = Opinion.learn(suits(1_000, 5), new Opinion.Thresholds(0.5, 0.3, 0.15));
        var features = List.of("ACT_COERCION", "TOWNSHIP_ACTOR", "NEVER_SEEN");
        var sum = opinion.contributions(features).stream()
                .mapToDouble(Opinion.Contribution::logOdds)
                .sum();
        assertEquals(
                opinion.regression().logOdds(features),
                sum + opinion.regression().intercept(),
                1e-12);
        assertEquals(2, opinion.contributions(features).size());
    }
}
