package cn.disputes.cases.reconsideration;

import cn.disputes.cases.calendar.WorkingCalendar;
import cn.disputes.cases.casefile.Deadline;
import java.time.LocalDate;
import java.util.List;

/** What the law says of a case as it stands today: its clocks, and what is lacking. */
record Standing(
        ReconsiderationFile file, List<Deadline> deadlines, boolean replyDefault, List<Shortcoming> shortcomings) {
    static Standing of(ReconsiderationFile file, WorkingCalendar calendar, LocalDate today) {
        var clockwork = new ReconsiderationDeadlines(file, calendar, today);
        return new Standing(
                file, clockwork.all(), clockwork.inDefault(), ReconsiderationShortcomings.of(file, calendar, today));
    }
}
