package cn.disputes.deploy.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RiskYearTest {
    private static final Sample SAMPLE = Sample.of2022();

    @Test
    void ninetyAlertsOneForEachSuit() {
        var ends = SAMPLE.risks().stream().collect(Collectors.groupingBy(RiskPlan::end, Collectors.counting()));
        assertEquals(Map.of("RESOLVED", 59L, "LOST", 12L, "WON", 9L, "OPEN", 10L), ends);
        assertEquals(
                90,
                SAMPLE.risks().stream()
                        .map(plan -> plan.suit().caseNumber())
                        .distinct()
                        .count());
        assertEquals(
                90, SAMPLE.risks().stream().map(RiskPlan::alertId).distinct().count());
    }

    @Test
    void theSuitIsOpenWhileItIsWorkedOn() {
        for (var plan : SAMPLE.risks()) {
            var concluded = plan.suit().course().concludedOn();
            assertTrue(plan.suit().first() && plan.suit().filedOn().getYear() == 2022);
            assertTrue(plan.raisedOn().isAfter(plan.suit().filedOn()), plan.toString());
            assertEquals(2022, plan.raisedOn().getYear());
            if (concluded == null) continue;
            assertTrue(plan.raisedOn().isBefore(concluded), plan.toString());
            for (var action : plan.actions()) assertTrue(action.on().isBefore(concluded), plan.toString());
        }
    }

    @Test
    void theEndAgreesWithTheJudgment() {
        for (var plan : SAMPLE.risks()) {
            var course = plan.suit().course();
            switch (plan.end()) {
                case "RESOLVED" -> assertTrue(course.settled(), plan.toString());
                case "LOST" -> assertTrue(Sample.LOST.contains(course.outcome()), plan.toString());
                case "WON" -> assertEquals("CLAIM_REJECTED", course.outcome());
                default -> assertEquals(null, course.concludedOn());
            }
        }
    }

    @Test
    void actionsFollowTheRoundThatOrderedTheCase() {
        for (var plan : SAMPLE.risks()) {
            var before = RoundDays.of(YearMonth.from(plan.raisedOn()).plusMonths(1));
            for (var action : plan.actions()) {
                assertTrue(action.on().isAfter(before), plan.toString());
                assertTrue(WorkingDays.is(action.on()), plan.toString());
                assertEquals(action.type().equals("RESOLVED"), action.evidence() != null);
                before = action.on();
            }
            assertEquals(plan.end().equals("RESOLVED"), plan.actions().size() == 5, plan.toString());
        }
    }

    @Test
    void everyRegionAndFieldHasALeaderForEachColour() {
        var leaders = Leaders.everywhere();
        var known = leaders.leaders().stream().map(Leaders.Entry::id).collect(Collectors.toSet());
        for (var plan : SAMPLE.risks()) {
            var region = plan.suit().defendant().regionCode();
            for (var level : Set.of("ORANGE", "YELLOW")) {
                var fitting = leaders.duties().stream()
                        .map(Leaders.Entry::body)
                        .filter(duty -> duty.get("regionCode").equals(region))
                        .filter(duty -> plan.suit().subject().domain().equals(duty.get("domain")))
                        .filter(duty -> duty.get("levels").toString().contains(level))
                        .toList();
                assertEquals(1, fitting.size(), plan.toString());
            }
        }
        assertTrue(leaders.duties().stream()
                .allMatch(duty -> known.contains(duty.body().get("leaderId"))));
        assertFalse(leaders.leaders().stream().anyMatch(leader -> leader.body().containsKey("idNumber")));
    }
}
