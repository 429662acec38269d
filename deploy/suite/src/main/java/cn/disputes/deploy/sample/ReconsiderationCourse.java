package cn.disputes.deploy.sample;

import cn.disputes.deploy.sample.Reconsideration.Course;
import java.time.LocalDate;

/** Lawful dates of a reconsideration under the law of 2017, given when it came in and how it ends. */
final class ReconsiderationCourse {
    static final LocalDate YEAR_END = LocalDate.of(2022, 12, 31);
    private static final LocalDate LAST_WORKING_DAY = WorkingDays.onOrBefore(YEAR_END);

    private final Lottery lottery = Lottery.of("reconsideration dates");

    Course open(LocalDate receivedOn) {
        var accepted = known(WorkingDays.after(receivedOn, lottery.between(1, 4)));
        var served = accepted == null ? null : known(WorkingDays.after(accepted, lottery.between(1, 3)));
        var replied = served == null ? null : known(reply(served));
        return new Course(accepted, served, replied, null, null, null);
    }

    /** @param late whether the decision misses its sixty days */
    Course concluded(LocalDate receivedOn, Ending ending, boolean late) {
        if (!ending.admitted()) return notAdmitted(receivedOn, ending);
        var accepted = WorkingDays.after(receivedOn, lottery.between(0, 3));
        var served = WorkingDays.after(accepted, lottery.between(1, 3));
        var replied = reply(served);
        var concluded = conclusion(receivedOn, served, ending, late);
        if (replied.isAfter(concluded)) replied = null;
        return new Course(accepted, served, replied, concluded, ending, known(delivery(concluded)));
    }

    private Course notAdmitted(LocalDate receivedOn, Ending ending) {
        var concluded = earlier(WorkingDays.after(receivedOn, lottery.between(2, 5)), LAST_WORKING_DAY);
        var served = ending.outcome().equals("REFUSED") ? known(delivery(concluded)) : null;
        return new Course(null, null, null, concluded, ending, served);
    }

    private LocalDate conclusion(LocalDate receivedOn, LocalDate served, Ending ending, boolean late) {
        var days = ending.amicable() ? lottery.between(12, 52) : lottery.between(32, 59);
        if (late) days = lottery.between(68, 88);
        var wanted = WorkingDays.onOrBefore(receivedOn.plusDays(days));
        return earlier(wanted.isAfter(served) ? wanted : WorkingDays.after(served, 1), LAST_WORKING_DAY);
    }

    /** Ten calendar days for the reply; it comes on a working day, and a last day off moves to the next working day. */
    private LocalDate reply(LocalDate served) {
        return WorkingDays.onOrAfter(
                earlier(WorkingDays.onOrAfter(served.plusDays(lottery.between(3, 10))), served.plusDays(10)));
    }

    private LocalDate delivery(LocalDate concluded) {
        return WorkingDays.after(concluded, lottery.between(1, 5));
    }

    private static LocalDate known(LocalDate day) {
        return day.isAfter(YEAR_END) ? null : day;
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }
}
