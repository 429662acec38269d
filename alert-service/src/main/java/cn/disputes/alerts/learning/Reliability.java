package cn.disputes.alerts.learning;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How far a model's probabilities can be believed, on suits it has never seen.
 *
 * @param brier mean squared error of the probability; {@code baseBrier} that of always saying the base rate
 * @param areaUnderCurve chance that a lost suit gets a higher probability than one that was not; null without both kinds
 * @param calibrationError mean distance of probability and truth over the bins, weighted by suits
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Reliability(
        int suits,
        int lost,
        double brier,
        double baseBrier,
        Double areaUnderCurve,
        double calibrationError,
        List<Bin> table) {
    /** Suits with a probability of {@code from} up to below {@code to}: what was said on average, and what happened. */
    public record Bin(double from, double to, int suits, double meanProbability, double lostRate) {}

    /** One suit: what the model says, and how it ended. */
    public record Said(double probability, boolean lost) {}

    private static final int BINS = 10;

    static Reliability of(List<Said> all) {
        var lost = (int) all.stream().filter(Said::lost).count();
        var base = (double) lost / all.size();
        var bins = new ArrayList<Bin>();
        var error = 0.0;
        for (var i = 0; i < BINS; i++) {
            double from = (double) i / BINS, to = (double) (i + 1) / BINS;
            var last = i == BINS - 1;
            var in = all.stream()
                    .filter(s -> s.probability() >= from && (s.probability() < to || last))
                    .toList();
            if (in.isEmpty()) continue;
            var mean = in.stream().mapToDouble(Said::probability).average().orElseThrow();
            var rate = (double) in.stream().filter(Said::lost).count() / in.size();
            bins.add(new Bin(from, to, in.size(), mean, rate));
            error += Math.abs(mean - rate) * in.size() / all.size();
        }
        return new Reliability(
                all.size(),
                lost,
                all.stream()
                        .mapToDouble(s -> square(s.probability() - (s.lost() ? 1 : 0)))
                        .average()
                        .orElseThrow(),
                base * (1 - base),
                area(all, lost),
                error,
                bins);
    }

    private static double square(double x) {
        return x * x;
    }

    /** By ranks, ties shared (Mann-Whitney). */
    private static Double area(List<Said> all, int lost) {
        var kept = all.size() - lost;
        if (lost == 0 || kept == 0) return null;
        var sorted = all.stream()
                .sorted(Comparator.comparingDouble(Said::probability))
                .toList();
        var ranks = 0.0;
        for (var i = 0; i < sorted.size(); ) {
            var end = i;
            while (end < sorted.size()
                    && sorted.get(end).probability() == sorted.get(i).probability()) end++;
            var rank = (i + 1 + end) / 2.0;
            for (var k = i; k < end; k++) if (sorted.get(k).lost()) ranks += rank;
            i = end;
        }
        return (ranks - lost * (lost + 1) / 2.0) / ((double) lost * kept);
    }
}
