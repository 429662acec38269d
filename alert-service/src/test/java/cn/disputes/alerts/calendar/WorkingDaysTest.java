package cn.disputes.alerts.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {
    private static final WorkingDays SHIPPED = WorkingDays.shipped();
    private static final LocalDate FIRST = LocalDate.of(2018, 1, 1);

    @ParameterizedTest
    @CsvSource({
        "2024-02-06,5,2024-02-19",
        "2024-02-06,7,2024-02-21",
        "2024-02-06,10,2024-02-26",
        "2022-01-27,5,2022-02-08",
        "2022-09-29,7,2022-10-13",
        "2022-09-26,7,2022-10-10",
        "2025-01-24,5,2025-02-07",
        "2026-02-13,5,2026-02-27",
        "2026-09-30,3,2026-10-10",
        "2024-09-30,7,2024-10-15",
        "2024-10-05,0,2024-10-05"
    })
    void countsWorkingDays(LocalDate from, int days, LocalDate end) {
        assertEquals(end, SHIPPED.plus(from, days));
    }

    @ParameterizedTest
    @CsvSource({
        "2022-10-05,2022-10-08",
        "2022-02-05,2022-02-07",
        "2022-04-05,2022-04-06",
        "2024-10-12,2024-10-12",
        "2026-10-05,2026-10-08",
        "2022-12-31,2023-01-03"
    })
    void rollsToTheFirstDayWorked(LocalDate day, LocalDate worked) {
        assertEquals(worked, SHIPPED.onOrAfter(day));
    }

    @Test
    void knowsTheYearsOfItsNoticesOnly() {
        for (var year = 2018; year <= 2026; year++) assertTrue(SHIPPED.known(year), String.valueOf(year));
        assertFalse(SHIPPED.known(2017));
        assertFalse(SHIPPED.known(2027));
        assertTrue(new WorkingDays(Map.of(), Set.of(2027)).known(2027));
    }

    @Test
    void refusesToCountBackwards() {
        assertThrows(IllegalArgumentException.class, () -> SHIPPED.plus(FIRST, -1));
    }

    /** Two services that count by different holidays would contradict each other on the same case. */
    @Test
    void shipsTheRegistersNotices() throws IOException {
        var ours = Files.readString(Path.of("src/main/resources/working-day-exceptions.csv"));
        assertEquals(Files.readString(Path.of("../case-service/src/main/resources/working-day-exceptions.csv")), ours);
    }

    @Property
    void theNthDayIsWorkedAndExactlySoManyLieBetween(
            @ForAll @IntRange(max = 3285) int offset, @ForAll @IntRange(min = 1, max = 60) int days) {
        var from = FIRST.plusDays(offset);
        var end = SHIPPED.plus(from, days);
        assertTrue(SHIPPED.isWorkingDay(end));
        assertEquals(
                days,
                from.plusDays(1)
                        .datesUntil(end.plusDays(1))
                        .filter(SHIPPED::isWorkingDay)
                        .count());
    }
}
