package cn.disputes.cases.warning;

import cn.disputes.cases.casefile.Deadline;
import java.time.LocalDate;

/**
 * What a warning needs to know of a clock.
 *
 * @param met nothing is asked any more: it was met, or the right it measures has lapsed
 * @param extendable a term to decide that may still be extended (Art. 62)
 * @param suspendedSince null while the case is not suspended
 */
public record WatchedClock(
        String code,
        LocalDate startsOn,
        LocalDate rawEnd,
        LocalDate end,
        boolean met,
        boolean extendable,
        LocalDate suspendedSince) {
    public static WatchedClock of(Deadline clock, LocalDate today) {
        var lapsed = clock.metOn() == null && !clock.breached() && today.isAfter(clock.end());
        return new WatchedClock(
                clock.code(),
                clock.startsOn(),
                clock.rawEnd(),
                clock.end(),
                clock.metOn() != null || lapsed,
                clock.code().equals("DECIDE") && clock.length() == 60 && clock.extendedDays() == 0,
                clock.excluded().stream()
                        .filter(span -> span.to() == null)
                        .map(Deadline.Excluded::from)
                        .findFirst()
                        .orElse(null));
    }

    /** A day that is fixed, such as a hearing, from the day it was fixed. */
    public static WatchedClock fixed(String code, LocalDate fixedOn, LocalDate day, boolean over) {
        return new WatchedClock(code, fixedOn, day, day, over, false, null);
    }

    /** A running suspension stops the clock: its last day moves on every day, so nothing is said of it. */
    boolean stopped() {
        return suspendedSince != null;
    }
}
