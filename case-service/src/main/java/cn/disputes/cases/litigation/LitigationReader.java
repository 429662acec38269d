package cn.disputes.cases.litigation;

import cn.disputes.cases.calendar.CalendarStore;
import cn.disputes.cases.casefile.Deadline;
import cn.disputes.cases.dispute.DecisionClock;
import cn.disputes.cases.dispute.DefendantAnswer;
import cn.disputes.cases.dispute.Disputes;
import cn.disputes.cases.dispute.ExpectedDefendants;
import cn.disputes.cases.dispute.NamedAgency;
import cn.disputes.cases.dispute.Reach;
import cn.disputes.cases.dispute.Reconsideration;
import cn.disputes.contract.codes.Instance;
import cn.disputes.contract.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Reads one suit as the law sees it today, beside its row: every clock, the head's duty, the defendants, the hints. */
@ApplicationScoped
class LitigationReader {
    private final LitigationStore store;
    private final CalendarStore calendars;
    private final Disputes disputes;
    private final ExpectedDefendants defendants;
    private final DecisionClock decisions;
    private final Clock clock;

    LitigationReader(
            LitigationStore store,
            CalendarStore calendars,
            Disputes disputes,
            ExpectedDefendants defendants,
            DecisionClock decisions,
            Clock clock) {
        this.store = store;
        this.calendars = calendars;
        this.disputes = disputes;
        this.defendants = defendants;
        this.decisions = decisions;
        this.clock = clock;
    }

    LitigationReading read(Handle h, LitigationRow row, Caller caller) {
        var file = LitigationFile.fold(row.instance(), store.steps.readSealed(h, row.id()));
        var calendar = calendars.calendar(h);
        var today = LocalDate.now(clock);
        var before = before(h, row, caller);
        var filing = new FilingDeadlines(file, before, ranOut(h, before, file.filedOn), calendar, today);
        var trial = new LitigationDeadlines(file, calendar, today);
        var clocks = new ArrayList<>(filing.all());
        clocks.addAll(trial.all());
        var hints = new HintRules(file, trial, clocks, today)
                .of(row.previousCaseNumber(), row.domain(), filing.premature());
        if (before != null && !defendants.fit(h, before, sued(row))) hints.add(SuitHint.DEFENDANTS_DIFFER);
        var nominal = disputes.named(h, row.defendantCode(), row.defendantName());
        return new LitigationReading(
                file,
                clocks,
                hints.stream().map(SuitHint::hint).toList(),
                AttendanceRules.duty(file.attendances),
                nominal,
                acting(h, row, nominal),
                expected(h, before));
    }

    /** With the proof day by day. */
    List<Deadline> proven(Handle h, List<Deadline> clocks) {
        var calendar = calendars.calendar(h);
        var today = LocalDate.now(clock);
        return clocks.stream().map(c -> c.proven(calendar, today)).toList();
    }

    /** Only the first suit follows the reconsideration itself; a later instance follows that suit. */
    private Reconsideration before(Handle h, LitigationRow row, Caller caller) {
        var first = row.instance() == Instance.FIRST && row.previousCaseNumber() == null;
        if (!first || row.reconsiderationCaseNumber() == null) return null;
        return disputes.reconsideration(h, row.reconsiderationCaseNumber(), Reach.of(caller))
                .orElse(null);
    }

    private LocalDate ranOut(Handle h, Reconsideration before, LocalDate filedOn) {
        return before == null ? null : decisions.ranOut(h, before.id(), filedOn).orElse(null);
    }

    private DefendantAnswer expected(Handle h, Reconsideration before) {
        return before == null ? null : defendants.of(h, before, ExpectedDefendants.Said.NOTHING);
    }

    private NamedAgency acting(Handle h, LitigationRow row, NamedAgency nominal) {
        return row.actorCode() == null ? nominal : disputes.named(h, row.actorCode(), "");
    }

    private static List<String> sued(LitigationRow row) {
        var sued = new ArrayList<>(row.coDefendantCodes());
        sued.add(row.defendantCode());
        return sued;
    }
}
