package cn.disputes.alerts.backtest;

import cn.disputes.alerts.backtest.Judge.Verdict;
import cn.disputes.alerts.backtest.JudgedSuits.Judged;
import cn.disputes.contract.codes.RiskLevel;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Asks a judge about suits day by day as they were known, and counts how right it would have been. */
public final class Replay {
    /**
     * What the judge would have said of one suit before its judgment.
     *
     * @param level the highest it would have reached, null if never flagged
     * @param flaggedOn the first day it would have been flagged at all
     * @param leadDays from that day to the judgment
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Case(
            String caseNumber,
            String regionCode,
            LocalDate concludedOn,
            boolean lost,
            RiskLevel level,
            LocalDate flaggedOn,
            Long leadDays,
            Integer points,
            Double probability) {}

    /**
     * How a level did; a suit counts for every level up to the highest it reached. A rate without a base is null.
     *
     * @param precision of the flagged, the part that was lost
     * @param recall of the lost, the part that was flagged
     * @param lift precision over the part that is lost of all
     * @param medianLeadDays from the first flag of this level to the judgment, over the lost
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record LevelFigures(
            RiskLevel level,
            int truePositives,
            int falsePositives,
            int falseNegatives,
            int trueNegatives,
            @Schema(nullable = true) Double precision,
            @Schema(nullable = true) Double recall,
            @Schema(nullable = true) Double lift,
            @Schema(nullable = true) Double medianLeadDays) {}

    /** All levels; {@code baseRate}: the part of the suits that was lost. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Figures(int suits, int lost, @Schema(nullable = true) Double baseRate, List<LevelFigures> levels) {}

    private final Judge judge;
    private final Map<RiskLevel, int[]> flagged = new EnumMap<>(RiskLevel.class);
    private final Map<RiskLevel, List<Long>> leads = new EnumMap<>(RiskLevel.class);
    private int suits;
    private int lost;

    public Replay(Judge judge) {
        this.judge = judge;
        for (var level : RiskLevel.values()) {
            flagged.put(level, new int[2]);
            leads.put(level, new ArrayList<>());
        }
    }

    /** Counts one suit. */
    public void add(Judged suit) {
        suits++;
        if (suit.lost()) lost++;
        reached(suit).forEach((level, day) -> {
            flagged.get(level)[suit.lost() ? 1 : 0]++;
            if (suit.lost()) leads.get(level).add(ChronoUnit.DAYS.between(day, suit.concludedOn()));
        });
    }

    /** The first day of each level, looking only at days before the judgment. */
    private Map<RiskLevel, LocalDate> reached(Judged suit) {
        var reached = new EnumMap<RiskLevel, LocalDate>(RiskLevel.class);
        for (var day : suit.facts().days()) {
            if (day.isAfter(suit.dayBefore())) break;
            var level = judge.judge(suit.facts().asOf(day), suit.instance()).level();
            if (level == null) continue;
            for (var lower : RiskLevel.values()) {
                if (lower.compareTo(level) >= 0) reached.putIfAbsent(lower, day);
            }
        }
        return reached;
    }

    /** What would have been said of one suit. */
    public Case of(Judged suit) {
        var reached = reached(suit);
        Verdict last = judge.judge(suit.facts(), suit.instance());
        var highest = reached.keySet().stream().findFirst().orElse(null);
        var first = reached.get(RiskLevel.YELLOW);
        return new Case(
                suit.caseNumber(),
                suit.regionCode(),
                suit.concludedOn(),
                suit.lost(),
                highest,
                first,
                first == null ? null : ChronoUnit.DAYS.between(first, suit.concludedOn()),
                last.points(),
                last.probability());
    }

    public Figures figures() {
        var levels = new ArrayList<LevelFigures>();
        for (var level : RiskLevel.values()) {
            var right = flagged.get(level)[1];
            var wrong = flagged.get(level)[0];
            var precision = ratio(right, right + wrong);
            var base = ratio(lost, suits);
            levels.add(new LevelFigures(
                    level,
                    right,
                    wrong,
                    lost - right,
                    suits - lost - wrong,
                    precision,
                    ratio(right, lost),
                    precision == null || lost == 0 ? null : precision / base,
                    median(leads.get(level))));
        }
        return new Figures(suits, lost, ratio(lost, suits), levels);
    }

    private static Double ratio(int part, int whole) {
        return whole == 0 ? null : (double) part / whole;
    }

    private static Double median(List<Long> days) {
        if (days.isEmpty()) return null;
        var sorted = new ArrayList<>(days);
        Collections.sort(sorted);
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? (double) sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2.0;
    }
}
