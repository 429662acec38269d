package cn.disputes.cases.warning;

import cn.disputes.cases.calendar.DueDates;
import cn.disputes.cases.calendar.WorkingCalendar;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** A holiday notice moves days that no row keeps: every case that is watched is looked at again. */
@ApplicationScoped
class ChangedCalendar implements DueDates {
    private final List<WatchedCases> kinds;

    ChangedCalendar(@All List<WatchedCases> kinds) {
        this.kinds = kinds;
    }

    @Override
    public int recount(Handle h, int year, WorkingCalendar calendar, String by) {
        for (var kind : kinds) {
            h.execute("UPDATE " + kind.table() + " SET look_on = '-infinity' WHERE look_on > '-infinity'");
        }
        return 0;
    }
}
