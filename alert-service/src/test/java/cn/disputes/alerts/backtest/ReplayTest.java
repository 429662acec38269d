package cn.disputes.alerts.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import cn.disputes.alerts.backtest.Judge.Verdict;
import cn.disputes.alerts.backtest.JudgedSuits.Judged;
import cn.disputes.alerts.risk.RegisterFactor;
import cn.disputes.alerts.risk.SuitFacts;
import cn.disputes.alerts.risk.SuitFacts.Evidence;
import cn.disputes.contract.codes.Instance;
import cn.disputes.contract.codes.RiskLevel;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplayTest {
    private static final LocalDate FILED = LocalDate.of(2022, 1, 1);

    /** RED with two pieces of evidence, YELLOW with one. */
    private static final Judge COUNTS = (facts, instance) -> new Verdict(
            facts.evidence().size() > 1 ? RiskLevel.RED : facts.evidence().isEmpty() ? null : RiskLevel.YELLOW,
            facts.evidence().size(),
            null);

    private static Judged suit(boolean lost, int judgedAfter, int... evidenceAfter) {
        var evidence = java.util.Arrays.stream(evidenceAfter)
                .mapToObj(days -> new Evidence(RegisterFactor.HEAD_ABSENT, FILED.plusDays(days), "", "", null))
                .toList();
        return new Judged(
                "n" + judgedAfter,
                "330702",
                FILED.plusDays(judgedAfter),
                lost,
                Instance.FIRST,
                new SuitFacts(null, null, FILED, List.of(), evidence));
    }

    @Test
    void countsByHand() {
        var replay = new Replay(COUNTS);
        // lost: flagged RED 60 days ahead and YELLOW 90, YELLOW 40 days ahead, never
        List.of(suit(true, 100, 10, 40), suit(true, 100, 60), suit(true, 100)).forEach(replay::add);
        // not lost: YELLOW, and seven never
        replay.add(suit(false, 100, 5));
        for (var i = 0; i < 6; i++) replay.add(suit(false, 100));
        var figures = replay.figures();
        assertEquals(10, figures.suits());
        assertEquals(3, figures.lost());
        var red = figures.levels().get(0);
        assertEquals(new Replay.LevelFigures(RiskLevel.RED, 1, 0, 2, 7, 1.0, 1 / 3.0, 1 / 0.3, 60.0), red);
        var yellow = figures.levels().get(2);
        assertEquals(2, yellow.truePositives());
        assertEquals(1, yellow.falsePositives());
        assertEquals(1, yellow.falseNegatives());
        assertEquals(6, yellow.trueNegatives());
        assertEquals(2 / 3.0, yellow.precision(), 1e-12);
        assertEquals(2 / 3.0, yellow.recall(), 1e-12);
        assertEquals(2 / 3.0 / 0.3, yellow.lift(), 1e-12);
        assertEquals(65.0, yellow.medianLeadDays());
    }

    @Test
    void whatBecomesKnownOnTheDayOfTheJudgmentIsNoWarning() {
        var replay = new Replay(COUNTS);
        var seen = replay.of(suit(true, 30, 29, 30));
        assertEquals(RiskLevel.YELLOW, seen.level());
        assertEquals(1L, seen.leadDays());
        replay.add(suit(true, 30, 30, 31));
        assertEquals(0, replay.figures().levels().get(2).truePositives());
    }

    @Test
    void aRateWithoutABaseIsNone() {
        var empty = new Replay(COUNTS).figures();
        assertNull(empty.baseRate());
        assertNull(empty.levels().get(0).precision());
        var noneLost = new Replay(COUNTS);
        noneLost.add(suit(false, 10, 1));
        assertEquals(0.0, noneLost.figures().levels().get(2).precision());
        assertNull(noneLost.figures().levels().get(2).recall());
        assertNull(noneLost.figures().levels().get(2).lift());
        assertNull(noneLost.figures().levels().get(2).medianLeadDays());
    }
}
