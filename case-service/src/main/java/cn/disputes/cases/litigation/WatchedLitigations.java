package cn.disputes.cases.litigation;

import cn.disputes.cases.calendar.CalendarStore;
import cn.disputes.cases.calendar.WorkingCalendar;
import cn.disputes.cases.casefile.Deadline;
import cn.disputes.cases.casefile.RecordedStep;
import cn.disputes.cases.warning.WatchedCase;
import cn.disputes.cases.warning.WatchedCases;
import cn.disputes.cases.warning.WatchedClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The clocks of suits that warnings hang on. */
@ApplicationScoped
class WatchedLitigations implements WatchedCases {
    private final LitigationStore store;
    private final CalendarStore calendars;
    private final Clock clock;

    WatchedLitigations(LitigationStore store, CalendarStore calendars, Clock clock) {
        this.store = store;
        this.calendars = calendars;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "litigations";
    }

    @Override
    public String table() {
        return "litigation";
    }

    @Override
    public List<WatchedCase> read(Handle h, Collection<UUID> ids) {
        var calendar = calendars.calendar(h);
        var histories = store.steps.readAllSealed(h, ids);
        return store.findAll(h, ids).values().stream()
                .map(row -> watched(row, histories.get(row.id()).steps(), calendar))
                .toList();
    }

    private WatchedCase watched(
            LitigationRow row, List<RecordedStep<LitigationStep>> history, WorkingCalendar calendar) {
        var today = LocalDate.now(clock);
        var agencies = new ArrayList<String>();
        agencies.add(row.defendantCode());
        if (row.actorCode() != null) agencies.add(row.actorCode());
        agencies.addAll(row.coDefendantCodes());
        var file = LitigationFile.fold(row.instance(), history);
        var clocks = new ArrayList<WatchedClock>();
        new LitigationDeadlines(file, calendar, today)
                .all().stream()
                        .filter(deadline -> concerns(deadline, row))
                        .map(deadline -> WatchedClock.of(deadline, today))
                        .forEach(clocks::add);
        hearings(file, today, clocks);
        return new WatchedCase(kind(), row.id(), row.caseNumber(), row.regionCode(), agencies, clocks);
    }

    private static void hearings(LitigationFile file, LocalDate today, List<WatchedClock> clocks) {
        for (var notice : file.notices) {
            if (notice.hearingOn() == null) continue;
            var over = file.concludedOn != null || notice.hearingOn().isBefore(today);
            clocks.add(WatchedClock.fixed("HEARING", notice.on(), notice.hearingOn(), over));
        }
    }

    /** The defendant asks itself whether to appeal after it has lost. */
    private static boolean concerns(Deadline deadline, LitigationRow row) {
        return !deadline.code().equals("APPEAL")
                || row.outcome() != null && row.outcome().lost();
    }
}
