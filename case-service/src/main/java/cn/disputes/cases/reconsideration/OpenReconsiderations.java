package cn.disputes.cases.reconsideration;

import cn.disputes.cases.calendar.DueDates;
import cn.disputes.cases.calendar.WorkingCalendar;
import cn.disputes.cases.casefile.DeadlineChanges;
import cn.disputes.conventions.feed.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;

/** Counts the dates of open reconsiderations again. */
@ApplicationScoped
class OpenReconsiderations implements DueDates {
    private final ReconsiderationStore store;
    private final ReconsiderationRegister register;
    private final DeadlineChanges changes;
    private final Outbox outbox;

    OpenReconsiderations(
            ReconsiderationStore store, ReconsiderationRegister register, DeadlineChanges changes, Outbox outbox) {
        this.store = store;
        this.register = register;
        this.changes = changes;
        this.outbox = outbox;
    }

    @Override
    public int recount(Handle h, int year, WorkingCalendar calendar, String by) {
        var moved = 0;
        for (var row : store.lockOpenDueFrom(h, LocalDate.of(year, 1, 1))) {
            var history = store.steps.readSealed(h, row.id());
            var counted = register.fold(calendar, row, history, row.version() + 1, row.importHash());
            var same = same(h, row, counted, year, by);
            if (same) continue;
            store.updateAll(h, List.of(counted));
            outbox.append(h, counted.event());
            moved++;
        }
        return moved;
    }

    private boolean same(Handle h, ReconsiderationRow before, ReconsiderationRow after, int year, String by) {
        return keep(h, before, "ACCEPT", before.reviewDueOn(), after.reviewDueOn(), year, by)
                & keep(h, before, "REPLY", before.replyDueOn(), after.replyDueOn(), year, by)
                & keep(h, before, "DECIDE", before.decideDueOn(), after.decideDueOn(), year, by);
    }

    private boolean keep(
            Handle h, ReconsiderationRow row, String code, LocalDate before, LocalDate after, int year, String by) {
        if (Objects.equals(before, after)) return true;
        if (before != null && after != null) changes.record(h, row.id(), code, before, after, year, by);
        return false;
    }
}
