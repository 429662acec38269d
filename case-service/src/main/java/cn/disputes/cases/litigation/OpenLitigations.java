package cn.disputes.cases.litigation;

import cn.disputes.cases.calendar.DueDates;
import cn.disputes.cases.calendar.WorkingCalendar;
import cn.disputes.cases.casefile.DeadlineChanges;
import cn.disputes.contract.codes.Instance;
import cn.disputes.conventions.feed.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Counts the defence and appeal dates of suits again; the other clocks are counted whenever they are read. */
@ApplicationScoped
class OpenLitigations implements DueDates {
    private final LitigationStore store;
    private final LitigationRegister register;
    private final DeadlineChanges changes;
    private final Outbox outbox;

    OpenLitigations(LitigationStore store, LitigationRegister register, DeadlineChanges changes, Outbox outbox) {
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
            if (due(row).equals(due(counted))) continue;
            changes.record(h, row.id(), code(row), due(row), due(counted), year, by);
            store.saveAll(h, List.of(counted));
            outbox.append(h, counted.event());
            moved++;
        }
        return moved;
    }

    /** A suit that may still be appealed waits for nothing else. */
    private static LocalDate due(LitigationRow row) {
        return row.upcoming().appealDueOn() == null
                ? row.defenceDueOn()
                : row.upcoming().appealDueOn();
    }

    private static String code(LitigationRow row) {
        if (row.upcoming().appealDueOn() != null) return LitigationTerms.APPEAL_JUDGMENT.code();
        return row.instance() == Instance.SECOND
                ? LitigationTerms.APPEAL_ANSWER.code()
                : LitigationTerms.DEFENCE.code();
    }
}
