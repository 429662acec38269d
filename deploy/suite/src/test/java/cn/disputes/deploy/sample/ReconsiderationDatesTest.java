package cn.disputes.deploy.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every case keeps the terms of the law of 2017; only its decision may be late, in a handful. */
class ReconsiderationDatesTest {
    private static final LocalDate YEAR_END = LocalDate.of(2022, 12, 31);

    @Test
    void everyDateFollowsTheOneBefore() {
        for (var row : Sample.of2022().reconsiderations()) {
            LocalDate before = row.receivedOn();
            var course = row.course();
            for (var day : new LocalDate[] {
                course.acceptedOn(),
                course.copyServedOn(),
                course.repliedOn(),
                course.concludedOn(),
                course.decisionServedOn()
            }) {
                if (day == null) continue;
                assertFalse(day.isBefore(before), row.toString());
                assertFalse(day.isAfter(YEAR_END), row.toString());
                assertTrue(WorkingDays.is(day), row.toString());
                before = day;
            }
        }
    }

    @Test
    void termsAreKept() {
        for (var row : Sample.of2022().reconsiderations()) {
            var course = row.course();
            if (course.acceptedOn() != null) {
                assertFalse(course.acceptedOn().isAfter(WorkingDays.after(row.receivedOn(), 5)), row.toString());
            }
            if (course.copyServedOn() != null) {
                assertNotNull(course.acceptedOn(), row.toString());
                assertFalse(course.copyServedOn().isAfter(WorkingDays.after(row.receivedOn(), 7)), row.toString());
            }
            if (course.repliedOn() != null) {
                var due = WorkingDays.onOrAfter(course.copyServedOn().plusDays(10));
                assertFalse(course.repliedOn().isAfter(due), row.toString());
            }
            if (course.decisionServedOn() != null) assertNotNull(course.concludedOn(), row.toString());
        }
    }

    @Test
    void nineDecisionsMissTheSixtyDays() {
        var late = Sample.of2022().reconsiderations().stream()
                .filter(row -> row.course().concludedOn() != null)
                .filter(row ->
                        ChronoUnit.DAYS.between(row.receivedOn(), row.course().concludedOn()) > 60)
                .toList();
        assertEquals(9, late.size());
    }

    @Test
    void outcomesAreThoseOfTheOldLaw() {
        var unknown = Set.of("CONFIRMED_VOID", "CLAIM_REJECTED", "AGREEMENT_REMEDY");
        for (var row : Sample.of2022().reconsiderations()) {
            if (row.outcome() == null) continue;
            assertFalse(unknown.contains(row.outcome()), row.toString());
            var admitted = row.course().acceptedOn() != null;
            assertEquals(!Set.of("REFUSED", "TRANSFERRED").contains(row.outcome()), admitted, row.toString());
            assertEquals(
                    row.outcome().equals("WITHDRAWN"), row.course().ending().ground() != null, row.toString());
            if (row.outcome().equals("MEDIATED")) assertTrue(row.subject().mediable(), row.toString());
        }
    }

    @Test
    void caseNumbersAreGapFreePerIssuer() {
        var last = new HashMap<String, Integer>();
        for (var row : Sample.of2022().reconsiderations()) {
            var parts = row.caseNumber().split("[〕号]");
            assertEquals(last.merge(parts[0], 1, Integer::sum), Integer.valueOf(parts[1]), row.caseNumber());
        }
        assertEquals(10, last.size());
    }

    @Test
    void workingDaysKnowHolidaysAndMakeUpDays() {
        assertEquals(LocalDate.of(2022, 2, 8), WorkingDays.after(LocalDate.of(2022, 1, 27), 5));
        assertEquals(LocalDate.of(2022, 10, 13), WorkingDays.after(LocalDate.of(2022, 9, 29), 7));
        assertEquals(LocalDate.of(2022, 10, 10), WorkingDays.after(LocalDate.of(2022, 9, 26), 7));
    }
}
