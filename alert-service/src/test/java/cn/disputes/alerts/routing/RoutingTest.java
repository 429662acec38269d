package cn.disputes.alerts.routing;

import static cn.disputes.alerts.routing.Trees.BUREAU;
import static cn.disputes.alerts.routing.Trees.DAY;
import static cn.disputes.alerts.routing.Trees.away;
import static cn.disputes.alerts.routing.Trees.duty;
import static cn.disputes.alerts.routing.Trees.leader;
import static cn.disputes.alerts.routing.Trees.leaders;
import static cn.disputes.alerts.routing.Trees.suit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.alerts.routing.Leader.Rank;
import cn.disputes.contract.codes.Domain;
import cn.disputes.contract.codes.RiskLevel;
import cn.disputes.contract.security.RegionScope;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutingTest {
    private static final RoutedCase YIWU = suit("330782", Domain.TOWNSHIP, RiskLevel.RED);
    private static final RegionScope CITY = new RegionScope("330700");

    /** Each duty has a leader of its own with the duty's name. */
    private static Routing of(Duty... duties) {
        var leaders = Arrays.stream(duties)
                .map(duty -> leader(duty.leaderId(), Rank.COUNTY))
                .toArray(Leader[]::new);
        return new Routing(leaders(leaders), List.of(duties));
    }

    private static Duty named(String name, String region, String agency, Domain domain, RiskLevel... levels) {
        return duty(name, name, region, agency, domain, levels);
    }

    private static String answers(Routing routing, RoutedCase c) {
        var route = routing.route(c);
        return route.leader() == null
                ? String.valueOf(route.reason())
                : route.leader().id();
    }

    private static Map<String, Verdict> verdicts(Routing routing, RoutedCase c) {
        return Explanation.of(routing, c, CITY).considered().stream()
                .collect(Collectors.toMap(Explanation.Considered::dutyId, Explanation.Considered::verdict));
    }

    /** The tree from the top: whichever of two neighbours is there, the upper answers. */
    @Test
    void theNearestDutyAnswersDownTheWholeTree() {
        var tree = List.of(
                named("agency+domain", "330700", BUREAU, Domain.TOWNSHIP),
                named("agency, county, red", "330782", BUREAU, null, RiskLevel.RED),
                named("agency, county", "330782", BUREAU, null),
                named("agency, city", "330700", BUREAU, null),
                named("county+domain, red", "330782", null, Domain.TOWNSHIP, RiskLevel.RED),
                named("county+domain", "330782", null, Domain.TOWNSHIP),
                named("county", "330782", null, null),
                named("city+domain", "330700", null, Domain.TOWNSHIP),
                named("city", "330700", null, null),
                named("province", "330000", null, null),
                named("country", "000000", null, null));
        for (var i = 0; i < tree.size(); i++) {
            var rest = tree.subList(i, tree.size()).toArray(Duty[]::new);
            assertEquals(tree.get(i).id(), answers(of(rest), YIWU));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "330702,,,,OTHER_REGION",
        "330700,11330000002482066K,,,OTHER_AGENCY",
        "330700,,TAX,,OTHER_DOMAIN",
        "330700,,,YELLOW,OTHER_LEVEL",
    })
    void saysWhyADutyIsForOtherCases(String region, String agency, Domain domain, RiskLevel level, Verdict why) {
        var levels = level == null ? new RiskLevel[0] : new RiskLevel[] {level};
        var routing = of(named("D", region, agency, domain, levels));
        assertEquals("NO_DUTY", answers(routing, YIWU));
        assertEquals(Map.of("D", why), verdicts(routing, YIWU));
    }

    @Test
    void aDutyAnswersFromItsFirstToItsLastDay() {
        var duty = new Duty("D", "L", "330700", null, null, null, DAY, DAY.plusDays(1));
        var routing = of(duty);
        assertEquals("NO_DUTY", answers(routing, YIWU.asOf(DAY.minusDays(1))));
        assertEquals("L", answers(routing, YIWU.asOf(DAY)));
        assertEquals("L", answers(routing, YIWU.asOf(DAY.plusDays(1))));
        assertEquals("NO_DUTY", answers(routing, YIWU.asOf(DAY.plusDays(2))));
        assertEquals(Map.of("D", Verdict.NOT_YET), verdicts(routing, YIWU.asOf(DAY.minusDays(1))));
        assertEquals(Map.of("D", Verdict.NO_LONGER), verdicts(routing, YIWU.asOf(DAY.plusDays(2))));
    }

    /** Among equally near duties: the rank asked for, else the next higher, else the next lower. */
    @ParameterizedTest
    @CsvSource({
        "RED,COUNTY PRINCIPAL DEPUTY,COUNTY",
        "RED,PRINCIPAL DEPUTY,PRINCIPAL",
        "RED,DEPUTY,DEPUTY",
        "ORANGE,COUNTY PRINCIPAL DEPUTY,PRINCIPAL",
        "ORANGE,COUNTY DEPUTY,COUNTY",
        "ORANGE,DEPUTY,DEPUTY",
        "YELLOW,COUNTY PRINCIPAL DEPUTY,DEPUTY",
        "YELLOW,COUNTY PRINCIPAL,PRINCIPAL",
        "YELLOW,COUNTY,COUNTY",
        ",DEPUTY PRINCIPAL COUNTY,COUNTY"
    })
    void theColourDecidesTheRank(RiskLevel level, String ranks, String answering) {
        var leaders = Arrays.stream(ranks.split(" "))
                .map(rank -> leader(rank, Rank.valueOf(rank)))
                .toArray(Leader[]::new);
        var duties = Arrays.stream(leaders)
                .map(leader -> duty("D-" + leader.id(), leader.id(), "330700"))
                .toList();
        assertEquals(answering, answers(new Routing(leaders(leaders), duties), suit("330782", null, level)));
    }

    @Test
    void theRankNeverBeatsANearerDuty() {
        var routing = new Routing(
                leaders(leader("deputy", Rank.DEPUTY), leader("county", Rank.COUNTY)),
                List.of(duty("near", "deputy", "330782"), duty("wide", "county", "330700")));
        assertEquals("deputy", answers(routing, YIWU));
        var why = Explanation.of(routing, YIWU, CITY);
        assertEquals(Rank.COUNTY, why.askedRank());
        assertTrue(why.en().contains("asks for COUNTY") && why.zh().contains("应由 COUNTY"), why.zh() + why.en());
    }

    @Test
    void equalDutiesShareTheCasesByOpenLoadAndTheKeeperKeepsHis() {
        var leaders = leaders(leader("A", Rank.COUNTY), leader("B", Rank.COUNTY));
        var duties = List.of(duty("D1", "A", "330700"), duty("D2", "B", "330700"));
        var routing = new Routing(leaders, duties, Map.of("A", 2, "B", 1));
        assertEquals("B", answers(routing, YIWU));
        assertEquals(Verdict.MORE_LOADED, verdicts(routing, YIWU).get("D1"));
        routing.give(leaders.get("B"));
        routing.give(leaders.get("B"));
        assertEquals("A", answers(routing, YIWU));
        var kept = new RoutedCase("330782", BUREAU, null, RiskLevel.RED, DAY, Set.of(), "B");
        assertEquals("B", answers(routing, kept));
        assertEquals(Verdict.NOT_THE_KEEPER, verdicts(routing, kept).get("D1"));
        var equal = new Routing(leaders, duties);
        assertEquals("A", answers(equal, YIWU));
        assertEquals(Verdict.LATER_IN_ORDER, verdicts(equal, YIWU).get("D2"));
    }

    @Test
    void anAbsentLeaderIsStoodInForDownTheChainOnTheDaysOfTheAbsence() {
        var routing = new Routing(
                leaders(
                        leader("A", Rank.COUNTY, away(0, 3, "B")),
                        leader("B", Rank.PRINCIPAL, away(2, 2, "C")),
                        leader("C", Rank.DEPUTY)),
                List.of(duty("D", "A", "330700")));
        assertEquals("A", answers(routing, YIWU.asOf(DAY.minusDays(1))));
        assertEquals("B", answers(routing, YIWU));
        assertEquals("C", answers(routing, YIWU.asOf(DAY.plusDays(2))));
        assertEquals("B", answers(routing, YIWU.asOf(DAY.plusDays(3))));
        assertEquals("A", answers(routing, YIWU.asOf(DAY.plusDays(4))));
        var why = Explanation.of(routing, YIWU.asOf(DAY.plusDays(2)), CITY);
        assertEquals(List.of("B", "C"), why.through());
        assertTrue(why.en().contains("standing in for A"), why.en());
    }

    @Test
    void whoIsAbsentRecusedOrUnknownIsPassedOverWithTheReason() {
        var leaders = leaders(
                leader("absent", Rank.COUNTY, away(0, 1, "nobody")),
                leader("recused", Rank.COUNTY),
                leader("x", Rank.COUNTY, away(0, 1, "y")),
                leader("y", Rank.COUNTY, away(0, 1, "x")),
                leader("sits in", Rank.COUNTY, away(0, 1, "recused")),
                leader("last", Rank.DEPUTY));
        var duties = List.of(
                duty("1", "absent", "330782"),
                duty("2", "recused", "330782"),
                duty("3", "x", "330782"),
                duty("4", "gone", "330782"),
                duty("5", "sits in", "330782"),
                duty("6", "last", "330700"));
        var c = new RoutedCase("330782", null, null, RiskLevel.RED, DAY, Set.of("recused"), null);
        var routing = new Routing(leaders, duties);
        assertEquals("last", answers(routing, c));
        assertEquals(
                Map.of(
                        "1",
                        Verdict.ABSENT,
                        "2",
                        Verdict.RECUSED,
                        "3",
                        Verdict.CIRCLE,
                        "4",
                        Verdict.LEADER_UNKNOWN,
                        "5",
                        Verdict.RECUSED,
                        "6",
                        Verdict.CHOSEN),
                verdicts(routing, c));
        assertEquals("NOBODY_LEFT", answers(new Routing(leaders, duties.subList(0, 5)), c));
        assertEquals("ALL_ABSENT", answers(new Routing(leaders, duties.subList(0, 1)), c));
        assertEquals("ALL_RECUSED", answers(new Routing(leaders, duties.subList(1, 2)), c));
    }

    @Test
    void ofTwoDutiesOfOneLeaderTheLowerIdIsNamedWhateverTheirOrder() {
        var leaders = leaders(leader("A", Rank.COUNTY));
        var first = duty("D1", "A", "330700");
        var second = duty("D2", "A", "330700");
        for (var duties : List.of(List.of(first, second), List.of(second, first)))
            assertEquals("D1", new Routing(leaders, duties).route(YIWU).duty().id());
    }
}
