package cn.disputes.alerts.routing;

import static cn.disputes.alerts.routing.Trees.DAY;
import static cn.disputes.alerts.routing.Trees.away;
import static cn.disputes.alerts.routing.Trees.duty;
import static cn.disputes.alerts.routing.Trees.leader;
import static cn.disputes.alerts.routing.Trees.leaders;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.disputes.alerts.routing.CoverageRules.Gap;
import cn.disputes.alerts.routing.CoverageRules.Need;
import cn.disputes.alerts.routing.CoverageRules.Needed;
import cn.disputes.alerts.routing.Leader.Rank;
import cn.disputes.contract.codes.Domain;
import cn.disputes.contract.codes.RiskLevel;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CoverageRulesTest {
    private static final LocalDate UNTIL = DAY.plusDays(60);

    private static Needed open(String region, RiskLevel level, int cases) {
        return new Needed(new RoutedCase(region, null, Domain.TAX, level, DAY), cases, null);
    }

    private static Needed round(String region, RiskLevel level, LocalDate on) {
        return new Needed(new RoutedCase(region, null, null, level, on), 0, on);
    }

    private static Routing tree(Leader a, Duty... duties) {
        return new Routing(leaders(a, leader("B", Rank.COUNTY)), List.of(duties));
    }

    private static Duty ending(Duty duty, LocalDate to) {
        return new Duty(
                duty.id(),
                duty.leaderId(),
                duty.regionCode(),
                duty.agencyCode(),
                duty.domain(),
                duty.levels(),
                duty.from(),
                to);
    }

    private static List<Gap> opened(Routing before, Routing after, Needed... needed) {
        return CoverageRules.opened(before, after, List.of(needed), DAY, UNTIL);
    }

    private final Leader present = leader("A", Rank.COUNTY);
    private final Duty all = duty("D", "A", "330700");

    @Test
    void aDutyThatEndsLeavesItsOpenCasesWithNobodyFromTheNextDay() {
        var gaps = opened(
                tree(present, all),
                tree(present, ending(all, DAY.plusDays(9))),
                open("330782", RiskLevel.RED, 3),
                open("330782", RiskLevel.YELLOW, 1));
        assertEquals(
                List.of(
                        new Gap("330782", RiskLevel.RED, Need.OPEN_CASES, DAY.plusDays(10), 3, Set.of(Domain.TAX)),
                        new Gap("330782", RiskLevel.YELLOW, Need.OPEN_CASES, DAY.plusDays(10), 1, Set.of(Domain.TAX))),
                gaps);
    }

    @Test
    void nothingIsOpenedWhereAnotherDutyTakesOverOrTheEndIsFarAhead() {
        var backup = duty("D2", "B", "330000");
        var ends = ending(all, DAY.minusDays(1));
        assertEquals(
                List.of(),
                opened(tree(present, all, backup), tree(present, ends, backup), open("330782", RiskLevel.RED, 3)));
        assertEquals(
                List.of(),
                opened(tree(present, all), tree(present, ending(all, UNTIL)), open("330782", RiskLevel.RED, 3)));
        assertEquals(
                1,
                opened(tree(present, all), tree(present, ends), open("330782", RiskLevel.RED, 3))
                        .size());
    }

    @Test
    void whatNobodyAnsweredForBeforeIsNoReasonAgainstAChange() {
        var elsewhere = duty("D", "A", "330702");
        assertEquals(List.of(), opened(tree(present, elsewhere), tree(present), open("330782", RiskLevel.RED, 3)));
    }

    @Test
    void anAbsenceWithoutASubstituteOpensAGapOnItsDaysOnly() {
        var away = leader("A", Rank.COUNTY, away(5, 7, "nobody"));
        var stoodInFor = leader("A", Rank.COUNTY, away(5, 7, "B"));
        var needed = open("330782", RiskLevel.RED, 2);
        assertEquals(
                List.of(new Gap("330782", RiskLevel.RED, Need.OPEN_CASES, DAY.plusDays(5), 2, Set.of(Domain.TAX))),
                opened(tree(present, all), tree(away, all), needed));
        assertEquals(List.of(), opened(tree(present, all), tree(stoodInFor, all), needed));
    }

    @Test
    void aListStillToBeFixedNeedsSomebodyOnItsDay() {
        var cutoff = DAY.plusDays(31);
        var away = leader("A", Rank.COUNTY, away(30, 32, "nobody"));
        assertEquals(
                List.of(new Gap("330782", RiskLevel.RED, Need.ROUND_AHEAD, cutoff, null, Set.of())),
                opened(tree(present, all), tree(away, all), round("330782", RiskLevel.RED, cutoff)));
        assertEquals(
                List.of(),
                opened(tree(present, all), tree(away, all), round("330782", RiskLevel.RED, DAY.plusDays(33))));
    }

    @Test
    void ofGapsInOnePlaceTheFirstDayIsTold() {
        var taxEnds = ending(duty("T", "A", "330700", null, Domain.TAX), DAY.plusDays(20));
        var waterEnds = ending(duty("W", "A", "330700", null, Domain.WATER), DAY.plusDays(10));
        var tax = open("330782", RiskLevel.RED, 1);
        var water = new Needed(new RoutedCase("330782", null, Domain.WATER, RiskLevel.RED, DAY), 1, null);
        for (var needed : List.of(List.of(tax, water), List.of(water, tax))) {
            var gaps = CoverageRules.gaps(tree(present, taxEnds, waterEnds), needed, DAY, UNTIL);
            assertEquals(List.of(DAY.plusDays(11)), gaps.stream().map(Gap::from).toList());
        }
    }

    @Test
    void listsEveryGapThereIsAndAddsUpWhatIsAlike() {
        var needed = List.of(
                open("330782", RiskLevel.RED, 3),
                new Needed(new RoutedCase("330782", null, Domain.WATER, RiskLevel.RED, DAY), 2, null));
        assertEquals(
                List.of(new Gap("330782", RiskLevel.RED, Need.OPEN_CASES, DAY, 5, Set.of(Domain.TAX, Domain.WATER))),
                CoverageRules.gaps(tree(present), needed, DAY, UNTIL));
    }
}
