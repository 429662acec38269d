package cn.disputes.cases.reconsideration;

import cn.disputes.cases.calendar.CalendarStore;
import cn.disputes.cases.casefile.Deadline;
import cn.disputes.cases.warning.WatchedCase;
import cn.disputes.cases.warning.WatchedCases;
import cn.disputes.cases.warning.WatchedClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The clocks of reconsiderations that warnings hang on. */
@ApplicationScoped
class WatchedReconsiderations implements WatchedCases {
    private static final String KIND = "reconsiderations";

    private final ReconsiderationStore store;
    private final CalendarStore calendars;
    private final Clock clock;

    WatchedReconsiderations(ReconsiderationStore store, CalendarStore calendars, Clock clock) {
        this.store = store;
        this.calendars = calendars;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String table() {
        return "reconsideration";
    }

    @Override
    public List<WatchedCase> read(Handle h, Collection<UUID> ids) {
        var today = LocalDate.now(clock);
        var calendar = calendars.calendar(h);
        var histories = store.steps.readAllSealed(h, ids);
        return store.findAll(h, ids).values().stream()
                .map(row -> {
                    var file = ReconsiderationFile.fold(histories.get(row.id()).steps());
                    var clocks = new ReconsiderationDeadlines(file, calendar, today).all();
                    return watched(row, clocks, today);
                })
                .toList();
    }

    static WatchedCase watched(ReconsiderationRow row, List<Deadline> clocks, LocalDate today) {
        return new WatchedCase(
                KIND,
                row.id(),
                row.caseNumber(),
                row.regionCode(),
                List.of(row.respondentCode()),
                clocks.stream()
                        .map(deadline -> WatchedClock.of(deadline, today))
                        .toList());
    }
}
