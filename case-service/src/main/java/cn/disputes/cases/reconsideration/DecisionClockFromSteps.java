package cn.disputes.cases.reconsideration;

import cn.disputes.cases.calendar.CalendarStore;
import cn.disputes.cases.dispute.DecisionClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The clock of the decision for the suits after it, the same that {@code /deadlines} shows. */
@ApplicationScoped
class DecisionClockFromSteps implements DecisionClock {
    private final ReconsiderationStore store;
    private final CalendarStore calendars;

    DecisionClockFromSteps(ReconsiderationStore store, CalendarStore calendars) {
        this.store = store;
        this.calendars = calendars;
    }

    @Override
    public Optional<LocalDate> ranOut(Handle h, UUID reconsideration, LocalDate by) {
        var file = ReconsiderationFile.fold(store.steps.readSealed(h, reconsideration));
        return Optional.ofNullable(new ReconsiderationDeadlines(file, calendars.calendar(h), by).ranOut());
    }
}
