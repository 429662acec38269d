package cn.disputes.alerts.routing;

import static cn.disputes.alerts.routing.Trees.BUREAU;
import static cn.disputes.alerts.routing.Trees.away;
import static cn.disputes.alerts.routing.Trees.duty;
import static cn.disputes.alerts.routing.Trees.leader;
import static cn.disputes.alerts.routing.Trees.leaders;
import static cn.disputes.alerts.routing.Trees.suit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.alerts.routing.Explanation.StepOutcome;
import cn.disputes.alerts.routing.Leader.Rank;
import cn.disputes.contract.codes.Domain;
import cn.disputes.contract.codes.RiskLevel;
import cn.disputes.contract.security.RegionScope;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ExplanationTest {
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

    private static Map<String, Verdict> verdicts(Routing routing, RoutedCase c) {
        return Explanation.of(routing, c, CITY).considered().stream()
                .collect(Collectors.toMap(Explanation.Considered::dutyId, Explanation.Considered::verdict));
    }

    @Test
    void explainsThePathAndEveryDutyRefusedButNotThoseOfPlacesOneMayNotSee() {
        var routing = new Routing(
                leaders(leader("A", Rank.COUNTY, away(0, 1, "nobody")), leader("B", Rank.COUNTY)),
                List.of(
                        duty("near", "A", "330782"),
                        duty("wide", "B", "330700"),
                        duty("country", "B", "000000"),
                        duty("tax", "B", "330700", null, Domain.TAX),
                        duty("elsewhere", "B", "330702")));
        var why = Explanation.of(routing, YIWU, CITY);
        assertEquals("wide", why.dutyId());
        assertEquals(
                List.of(StepOutcome.NOBODY, StepOutcome.FOUND, StepOutcome.NOT_REACHED),
                why.path().stream().map(Explanation.PathStep::outcome).toList());
        assertEquals(
                List.of("330782", "330700", "000000"),
                why.path().stream().map(Explanation.PathStep::regionCode).toList());
        assertEquals(
                List.of("near", "wide", "country", "elsewhere", "tax"),
                why.considered().stream().map(Explanation.Considered::dutyId).toList());
        assertTrue(why.considered().stream()
                .allMatch(one -> !one.zh().isBlank() && !one.en().isBlank()));
        var seenFromYiwu = Explanation.of(routing, YIWU, new RegionScope("330782"));
        assertTrue(
                seenFromYiwu.considered().stream().noneMatch(one -> one.dutyId().equals("elsewhere")));
        assertEquals(4, seenFromYiwu.considered().size());
    }

    @Test
    void everyStepCountsTheDutiesAlikeInPlaceAgencyAndField() {
        var routing = of(
                named("1", "330782", BUREAU, Domain.TOWNSHIP),
                named("2", "330782", BUREAU, null),
                named("3", "330782", null, Domain.TOWNSHIP),
                named("4", "330782", null, Domain.TOWNSHIP, RiskLevel.RED),
                named("5", "330782", null, null),
                named("6", "330700", null, null),
                named("7", "330700", null, null));
        assertEquals(
                List.of(
                        new Explanation.PathStep("330782", true, true, 1, StepOutcome.FOUND),
                        new Explanation.PathStep("330782", true, false, 1, StepOutcome.NOT_REACHED),
                        new Explanation.PathStep("330782", false, true, 2, StepOutcome.NOT_REACHED),
                        new Explanation.PathStep("330782", false, false, 1, StepOutcome.NOT_REACHED),
                        new Explanation.PathStep("330700", false, false, 2, StepOutcome.NOT_REACHED)),
                Explanation.of(routing, YIWU, CITY).path());
        assertEquals(Verdict.LESS_SPECIFIC, verdicts(routing, YIWU).get("7"));
    }

    @Test
    void anExactRankIsNotRemarkedOn() {
        var why = Explanation.of(of(named("D", "330700", null, null)), YIWU, CITY);
        assertEquals("由 虚构D 包案，依据分工 D", why.zh());
        assertEquals("虚构D answers under duty D", why.en());
    }

    @Test
    void saysInBothLanguagesWhyNobodyAnswers() {
        var why = Explanation.of(of(), YIWU, CITY);
        assertNull(why.leader());
        assertEquals(NoLeader.NO_DUTY, why.reason());
        assertEquals("没有分工覆盖该案", why.zh());
        assertEquals("no duty covers the case", why.en());
        assertEquals(List.of(), why.path());
    }
}
