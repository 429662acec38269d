package cn.disputes.alerts.round;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.disputes.alerts.calendar.CutOff;
import cn.disputes.alerts.calendar.WorkingDays;
import cn.disputes.contract.problem.ProblemException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoundRulesTest {
    private static final CutOff FIFTH = new CutOff(5);
    private static final WorkingDays CALENDAR = WorkingDays.shipped();

    @ParameterizedTest
    @CsvSource({
        "2022-01,5,2022-01-05",
        "2022-02,5,2022-02-07",
        "2022-03,5,2022-03-07",
        "2022-10,5,2022-10-08",
        "2024-05,5,2024-05-06",
        "2026-02,14,2026-02-14",
        "2026-02,15,2026-02-24",
        "2026-10,1,2026-10-08",
        "2022-09,20,2022-09-20"
    })
    void aListIsFixedOnTheFirstWorkingDayFromTheDaySet(YearMonth month, int day, LocalDate cutoff) {
        assertEquals(cutoff, new CutOff(day).of(month, CALENDAR));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 21, -1})
    void aDayThatHolidaysCouldCarryIntoAnotherMonthIsRefused(int day) {
        assertThrows(IllegalArgumentException.class, () -> new CutOff(day));
    }

    @ParameterizedTest
    @CsvSource({
        "2022-05,2022-05-01,2022-05-05",
        "2022-05,2022-05-05,2022-05-05",
        "2022-05,2022-05-20,2022-05-20",
        "2022-10,2022-10-06,2022-10-08",
        "2022-04,2022-05-01,2022-04-30",
        "2021-02,2022-05-20,2021-02-28"
    })
    void byHandThisMonthOnTheDayItIsRunAndAPastMonthWhole(YearMonth month, LocalDate today, LocalDate cutoff) {
        assertEquals(cutoff, RoundRules.byHand(month, today, FIFTH, CALENDAR));
    }

    @Test
    void noMonthAhead() {
        assertThrows(
                ProblemException.class,
                () -> RoundRules.byHand(YearMonth.of(2022, 6), LocalDate.of(2022, 5, 31), FIFTH, CALENDAR));
    }

    @ParameterizedTest
    @CsvSource({"2022-05-05,2022-05", "2022-05-06,2022-06", "2022-10-08,2022-10", "2022-10-09,2022-11"})
    void automaticRoundsBeginWithTheNextListToBeFixed(LocalDate today, YearMonth first) {
        assertEquals(first, RoundRules.firstAutomatic(today, FIFTH, CALENDAR));
    }

    @ParameterizedTest
    @CsvSource({
        // the day of the cut-off still counts
        "2022-05,,2022-05-05,",
        "2022-05,,2022-05-06,2022-05",
        "2022-05,2022-05,2022-05-06,",
        // three months without a service, one of them run by a person
        "2022-05,2022-06,2022-08-08,2022-05 2022-07 2022-08",
        "2022-05,2022-06,2022-08-05,2022-05 2022-07",
        "2022-09,,2022-08-08,"
    })
    void whatIsDueIsWhatWasNotRunEarliestFirst(YearMonth first, String run, LocalDate today, String due) {
        assertEquals(months(due), RoundRules.missed(first, Set.copyOf(months(run)), today, FIFTH, CALENDAR));
    }

    private static List<YearMonth> months(String text) {
        if (text == null) return List.of();
        return Arrays.stream(text.split(" ")).map(YearMonth::parse).toList();
    }

    @Test
    void nobodyIsLateForWhatWasHandedOverLate() {
        var cutoff = LocalDate.of(2022, 5, 5);
        assertEquals(LocalDate.of(2022, 5, 15), RoundRules.dueOn(cutoff, cutoff, 10));
        assertEquals(LocalDate.of(2022, 5, 15), RoundRules.dueOn(cutoff, cutoff.minusDays(2), 10));
        assertEquals(LocalDate.of(2022, 6, 11), RoundRules.dueOn(cutoff, LocalDate.of(2022, 6, 1), 10));
    }
}
