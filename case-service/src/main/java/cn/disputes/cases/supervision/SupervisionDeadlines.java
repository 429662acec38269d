package cn.disputes.cases.supervision;

import cn.disputes.cases.calendar.Term;
import cn.disputes.cases.calendar.WorkingCalendar;
import cn.disputes.cases.casefile.ClockRule;
import cn.disputes.cases.casefile.Deadline;
import java.time.LocalDate;

/** By when an agency reports its rectification. */
final class SupervisionDeadlines {
    private static final ClockRule OPINION = new ClockRule(
            "OPINION",
            "收到监督文书之日起六十日内报告纠正情况",
            "report of the rectification within sixty days of receipt",
            "第七十六条",
            Term.days(60));

    private SupervisionDeadlines() {}

    /** From receipt; from the issue while no service is on record. A rectification verified without a report meets it too. */
    static Deadline report(SupervisionFile file, WorkingCalendar calendar, LocalDate today) {
        var from = file.servedOn == null ? file.issuedOn : file.servedOn;
        return Deadline.of(
                OPINION, from, file.reportedOn == null ? file.rectifiedOn : file.reportedOn, calendar, today);
    }
}
