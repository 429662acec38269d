package cn.disputes.cases.warning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.cases.calendar.ShippedCalendar;
import cn.disputes.cases.calendar.WorkingCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class WarningRulesTest {
    private static final WorkingCalendar CALENDAR = ShippedCalendar.load();
    private static final UUID ID = new UUID(0, 7);

    private static WatchedCase with(String kind, WatchedClock... clocks) {
        return new WatchedCase(kind, ID, "金政复〔2025〕1号", "330700", List.of("A"), List.of(clocks));
    }

    private static WatchedClock clock(String code, String start, String end) {
        return new WatchedClock(
                code, LocalDate.parse(start), LocalDate.parse(end), LocalDate.parse(end), false, true, null);
    }

    private static Set<String> standing(WatchedCase file, LocalDate today) {
        return WarningRules.standing(file, CALENDAR, today).stream()
                .map(warning -> warning.prompt().code())
                .collect(Collectors.toSet());
    }

    /** Every row of the catalogue: not a day too early, on its day, and no more when the clock is met. */
    @ParameterizedTest
    @CsvFileSource(resources = "/warnings.csv", numLinesToSkip = 1)
    void fallsDueOnItsDay(String code, String kind, String clockCode, String start, String end, LocalDate falls) {
        var running = clock(clockCode, start, end);
        if (code.startsWith("SUSPENDED"))
            running = new WatchedClock(
                    clockCode, running.startsOn(), running.rawEnd(), running.end(), false, true, running.startsOn());
        assertFalse(standing(with(kind, running), falls.minusDays(1)).contains(code));
        assertTrue(standing(with(kind, running), falls).contains(code));
        var met = new WatchedClock(
                clockCode, running.startsOn(), running.rawEnd(), running.end(), true, true, running.suspendedSince());
        assertEquals(Set.of(), standing(with(kind, met), falls));
        assertTrue(WarningRules.nextLook(with(kind, met), CALENDAR, falls).isEmpty());
        assertTrue(!WarningRules.nextLook(with(kind, running), CALENDAR, falls.minusDays(1))
                .orElseThrow()
                .isAfter(falls));
    }

    @Test
    void everyRowOfTheCatalogueIsTried() throws Exception {
        try (var lines = new java.io.BufferedReader(new java.io.InputStreamReader(
                getClass().getResourceAsStream("/warnings.csv"), java.nio.charset.StandardCharsets.UTF_8))) {
            var tried = lines.lines().skip(1).map(line -> line.split(",")[0]).collect(Collectors.toSet());
            tried.add("NEXT_YEAR_CALENDAR");
            assertEquals(WarningCatalogue.BY_CODE.keySet(), tried);
        }
        assertEquals(WarningCatalogue.ALL.size(), WarningCatalogue.BY_CODE.size());
    }

    /** A day beyond the database's and everybody's calendar is a slip of the pen: nothing is asked of it. */
    @Test
    void aClockBeyondEveryCalendarAsksNothing() {
        var far = LocalDate.of(2025, 5, 6).plusDays(20240615);
        for (var day : List.of(far, LocalDate.of(9999, 12, 31))) {
            var clock = new WatchedClock("DECIDE", LocalDate.of(2025, 3, 3), day, day, false, true, null);
            var stopped = new WatchedClock(
                    "DECIDE", LocalDate.of(2025, 3, 3), day, day, false, true, LocalDate.of(2025, 3, 3));
            for (var file : List.of(with("reconsiderations", clock), with("reconsiderations", stopped))) {
                assertEquals(Set.of(), standing(file, LocalDate.of(2026, 1, 5)));
                assertTrue(WarningRules.nextLook(file, CALENDAR, LocalDate.of(2025, 3, 4))
                        .isEmpty());
            }
        }
    }

    /** The later reminder takes the place of the earlier one, and other series stand beside it. */
    @ParameterizedTest
    @CsvSource({
        "2025-04-18, ''",
        "2025-04-19, DECIDE_DUE_15",
        "2025-04-26, DECIDE_DUE_15",
        "2025-04-27, DECIDE_DUE_7 EXTEND_BEFORE_DUE",
        "2025-05-01, DECIDE_DUE_3 EXTEND_BEFORE_DUE",
        "2025-05-06, DECIDE_DUE_3 EXTEND_BEFORE_DUE",
        "2025-05-07, DECIDE_DUE_3 EXTEND_BEFORE_DUE DECISION_OVERDUE"
    })
    void aSeriesSaysOneThingAtATime(LocalDate today, String codes) {
        // sixty days end on 2025-05-04, a holiday, and roll to the 6th
        var decide = new WatchedClock(
                "DECIDE",
                LocalDate.of(2025, 3, 5),
                LocalDate.of(2025, 5, 4),
                LocalDate.of(2025, 5, 6),
                false,
                true,
                null);
        var wanted = codes.isEmpty() ? Set.of() : Set.of(codes.split(" "));
        assertEquals(wanted, standing(with("reconsiderations", decide), today));
    }

    @Test
    void anExtendedTermIsNotExtendedAgain() {
        var extended = new WatchedClock(
                "DECIDE",
                LocalDate.of(2025, 3, 5),
                LocalDate.of(2025, 6, 3),
                LocalDate.of(2025, 6, 3),
                false,
                false,
                null);
        assertEquals(Set.of("DECIDE_DUE_7"), standing(with("reconsiderations", extended), LocalDate.of(2025, 5, 27)));
    }

    @Test
    void workingDaysAreCountedByTheCalendar() {
        // 2025-10-09 is the first working day after the holidays; before it come 09-30 and, made up, 09-28
        var reply = clock("REPLY", "2025-09-20", "2025-10-09");
        assertFalse(standing(with("reconsiderations", reply), LocalDate.of(2025, 9, 28))
                .contains("REPLY_DUE_2"));
        assertTrue(standing(with("reconsiderations", reply), LocalDate.of(2025, 9, 29))
                .contains("REPLY_DUE_2"));
    }

    @Test
    void anIdIsTheSameHoweverOftenItIsDerivedAndAnotherWhenTheDateMoves() {
        var today = LocalDate.of(2025, 5, 1);
        var first = WarningRules.standing(
                with("litigations", clock("DEFENCE", "2025-04-16", "2025-05-01")), CALENDAR, today);
        var again = WarningRules.standing(
                with("litigations", clock("DEFENCE", "2025-04-16", "2025-05-01")), CALENDAR, today);
        var moved = WarningRules.standing(
                with("litigations", clock("DEFENCE", "2025-04-16", "2025-05-02")), CALENDAR, today);
        assertEquals(ids(first), ids(again));
        assertNotEquals(ids(first), ids(moved));
    }

    private static Set<UUID> ids(java.util.Collection<Warning> warnings) {
        return warnings.stream().map(Warning::id).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @CsvSource({"2026-11-30, false", "2026-12-01, true", "2026-12-31, true", "2025-12-31, false"})
    void theNextYearsNoticeIsMissedFromDecember(LocalDate today, boolean missed) {
        assertEquals(missed, WarningRules.calendar("330700", CALENDAR, today).isPresent());
    }

    @Test
    void noTextNamesAnybody() {
        for (var prompt : WarningCatalogue.ALL) {
            assertFalse(
                    prompt.zh().isBlank()
                            || prompt.en().isBlank()
                            || prompt.article().isBlank(),
                    prompt.code());
            assertFalse((prompt.zh() + prompt.en()).contains("{"), prompt.code());
        }
    }
}
