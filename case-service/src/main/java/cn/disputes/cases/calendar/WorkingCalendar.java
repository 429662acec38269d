package cn.disputes.cases.calendar;

import java.time.LocalDate;

/** Which days are worked: weekends, public holidays (法定休假日) and make-up working days (调休上班). */
public interface WorkingCalendar {
    boolean isWorkingDay(LocalDate day);

    /** Whether the State Council's notice for the year is loaded; without it an answer is provisional. */
    boolean known(int year);
}
