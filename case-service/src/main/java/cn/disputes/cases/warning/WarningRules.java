package cn.disputes.cases.warning;

import cn.disputes.cases.calendar.WorkingCalendar;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Which warnings a case asks for on a day: a function of its clocks, the calendar and the day alone. */
final class WarningRules {
    private static final int LAST_YEAR = 9999;

    private WarningRules() {}

    /** A row of the catalogue and a clock it hangs on, with the day it falls due. */
    private record Due(Prompt prompt, WatchedClock clock, LocalDate day) {}

    /** What stands today: of each series on a clock the latest whose day has come. */
    static Collection<Warning> standing(WatchedCase file, WorkingCalendar calendar, LocalDate today) {
        Map<List<Object>, Due> latest = new HashMap<>();
        due(file, calendar)
                .filter(due -> !due.day().isAfter(today))
                .forEach(due -> latest.merge(
                        List.of(due.prompt().series(), due.clock()),
                        due,
                        (a, b) -> b.day().isBefore(a.day()) ? a : b));
        return latest.values().stream()
                .map(due -> new Warning(
                        due.prompt(), file, file.regionCode(), due.clock().end()))
                .toList();
    }

    /** The next day on which something else may stand; nothing when no clock has anything further to say. */
    static Optional<LocalDate> nextLook(WatchedCase file, WorkingCalendar calendar, LocalDate today) {
        var triggers = due(file, calendar).map(Due::day);
        // a right lapses, and what was said of it becomes moot, on the day after its last
        var lapses = clocks(file)
                .filter(clock -> !clock.met() && !clock.stopped())
                .map(clock -> clock.end().plusDays(1));
        return Stream.concat(triggers, lapses).filter(day -> day.isAfter(today)).min(LocalDate::compareTo);
    }

    /** What ends in no year that can be written is a slip of the pen: nothing is asked of it, and no day is kept for it. */
    private static Stream<WatchedClock> clocks(WatchedCase file) {
        return file.clocks().stream().filter(clock -> clock.end().getYear() < LAST_YEAR);
    }

    private static Stream<Due> due(WatchedCase file, WorkingCalendar calendar) {
        return WarningCatalogue.ALL.stream()
                .filter(prompt -> prompt.kind().equals(file.kind()))
                .flatMap(prompt -> clocks(file)
                        .filter(clock -> asks(prompt, clock))
                        .map(clock -> new Due(prompt, clock, prompt.trigger().day(clock, calendar))))
                .filter(due -> Objects.nonNull(due.day()));
    }

    private static boolean asks(Prompt prompt, WatchedClock clock) {
        if (!prompt.clock().equals(clock.code()) || clock.met()) return false;
        if (prompt.series().equals("EXTENSION") && !clock.extendable()) return false;
        return clock.stopped() == (prompt.trigger().basis() == Trigger.Basis.DAYS_SUSPENDED);
    }

    /** From 1 December the notice for the next year ought to be there: without it every term across the year is provisional. */
    static Optional<Warning> calendar(String region, WorkingCalendar calendar, LocalDate today) {
        if (today.getMonthValue() < 12 || calendar.known(today.getYear() + 1)) return Optional.empty();
        var prompt = WarningCatalogue.BY_CODE.get("NEXT_YEAR_CALENDAR");
        return Optional.of(new Warning(prompt, null, region, LocalDate.of(today.getYear(), 12, 31)));
    }
}
