package cn.disputes.deploy.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SuitsTest {
    private static final Set<String> COURTS =
            Set.of("浙07", "浙0702", "浙0703", "浙0723", "浙0726", "浙0727", "浙0781", "浙0782", "浙0783", "浙0784", "浙");
    private static final Sample SAMPLE = Sample.of2022();

    @Test
    void caseNumbersNameCourtYearAndKind() {
        var last = new HashMap<String, Integer>();
        for (var suit : SAMPLE.suits()) {
            var kind = suit.first() ? "行初" : "行终";
            var series = "(" + suit.filedOn().getYear() + ")" + suit.court().code() + kind;
            assertTrue(COURTS.contains(suit.court().code()), suit.toString());
            assertEquals(series + last.merge(series, 1, Integer::sum) + "号", suit.caseNumber());
            assertEquals(
                    suit.first() && suit.defendant().government(),
                    suit.first() && suit.court().code().equals("浙07"));
        }
    }

    @Test
    void everyDateFollowsTheOneBefore() {
        for (var suit : SAMPLE.suits()) {
            var before = suit.filedOn();
            var course = suit.course();
            for (var day :
                    new LocalDate[] {suit.servedOn(), course.hearingOn(), course.concludedOn(), course.effectiveOn()}) {
                if (day == null) continue;
                assertFalse(day.isBefore(before), suit.toString());
                assertFalse(day.isAfter(LocalDate.of(2022, 12, 31)), suit.toString());
                before = day;
            }
            assertEquals(course.hearingOn() == null, course.attendance() == null, suit.toString());
            assertEquals(course.concludedOn() == null, course.outcome() == null, suit.toString());
            assertEquals("WITHDRAWN".equals(course.outcome()), course.ground() != null, suit.toString());
            if (suit.first() && course.concludedOn() != null) {
                assertFalse(course.concludedOn().isAfter(suit.filedOn().plusMonths(6)), suit.toString());
            }
        }
    }

    @Test
    void suitsAfterReconsiderationComeWithinFifteenDaysOfTheDecision() {
        var decided = SAMPLE.reconsiderations().stream()
                .collect(Collectors.toMap(Reconsideration::caseNumber, Function.identity()));
        var named = SAMPLE.suits().stream()
                .filter(suit -> suit.reconsideration() != null)
                .toList();
        for (var suit : named) {
            var decision = decided.get(suit.reconsideration());
            var served = decision.course().decisionServedOn();
            assertTrue(suit.filedOn().isAfter(served), suit.toString());
            assertFalse(suit.filedOn().isAfter(WorkingDays.onOrAfter(served.plusDays(15))), suit.toString());
            assertEquals(decision.respondent(), suit.defendant());
            assertEquals(decision.applicantName(), suit.plaintiff());
        }
        assertEquals(
                named.size(),
                named.stream().map(Suit::reconsideration).distinct().count());
    }

    @Test
    void appealsFollowAFirstJudgmentThatIsNotYetEffective() {
        var first = SAMPLE.suits().stream()
                .filter(Suit::first)
                .collect(Collectors.toMap(Suit::caseNumber, Function.identity()));
        var second = SAMPLE.suits().stream().filter(suit -> !suit.first()).toList();
        assertFalse(second.isEmpty());
        for (var suit : second) {
            var previous = first.get(suit.previous());
            assertNotNull(previous, suit.toString());
            assertTrue(suit.filedOn().isAfter(previous.course().concludedOn()), suit.toString());
            assertNull(previous.course().effectiveOn(), previous.toString());
            assertEquals(previous.defendant(), suit.defendant());
        }
        var appealOnly = Set.of("APPEAL_DISMISSED", "REMANDED");
        assertTrue(first.values().stream()
                .noneMatch(
                        suit -> appealOnly.contains(String.valueOf(suit.course().outcome()))));
    }

    @Test
    void actorsAreAgenciesOfTheSamePlace() {
        for (var suit : SAMPLE.suits()) {
            if (suit.actor() == null) continue;
            assertEquals(suit.defendant().regionCode(), suit.actor().regionCode());
            assertTrue(suit.defendant().government());
        }
    }

    @Test
    void documentsNameReconsiderationsDecidedBefore() {
        var decided = SAMPLE.reconsiderations().stream()
                .collect(Collectors.toMap(Reconsideration::caseNumber, Function.identity()));
        for (var document : SAMPLE.documents()) {
            assertEquals(document.kind().equals("ENFORCEMENT_SUPERVISION"), document.caseNumber() == null);
            assertFalse(document.rectifiedOn().isBefore(document.issuedOn()));
            assertFalse(document.rectifiedOn().isAfter(document.issuedOn().plusDays(60)), document.toString());
            if (document.caseNumber() == null) continue;
            var reconsideration = decided.get(document.caseNumber());
            assertFalse(document.issuedOn().isBefore(reconsideration.course().decisionServedOn()));
            assertEquals(reconsideration.respondent(), document.issuedTo());
        }
    }
}
