package cn.disputes.cases.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tyme.holiday.LegalHoliday;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The shipped days against a second, independent reading of the State Council's notices. */
class NoticesAgreeTest {
    @Test
    void everyDayOfEveryShippedYearIsWorkedOrNotAsTheSecondReadingSays() {
        var calendar = ShippedCalendar.load();
        var different = new ArrayList<LocalDate>();
        var last = LocalDate.of(2026, 12, 31);
        for (var day = LocalDate.of(2018, 1, 1); !day.isAfter(last); day = day.plusDays(1)) {
            if (calendar.isWorkingDay(day) != secondReading(day)) different.add(day);
        }
        assertEquals(List.of(), different);
    }

    private static boolean secondReading(LocalDate day) {
        var noticed = LegalHoliday.fromYmd(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
        if (noticed != null) return noticed.isWork();
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
