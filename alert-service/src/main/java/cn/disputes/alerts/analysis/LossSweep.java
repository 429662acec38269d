package cn.disputes.alerts.analysis;

import cn.disputes.alerts.analysis.LossAnalysis.State;
import cn.disputes.alerts.calendar.Calendars;
import cn.disputes.alerts.calendar.WorkingDays;
import cn.disputes.alerts.delivery.Audience;
import cn.disputes.alerts.delivery.NoticeKind;
import cn.disputes.alerts.delivery.Notices;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Reminds of reports that are due, and says of those that are not filed; each rung once, on any number of replicas. */
@ApplicationScoped
class LossSweep {
    private record Ours(UUID id, String leader) {}

    private final Jdbi jdbi;
    private final LossStore store;
    private final Calendars calendars;
    private final Notices notices;
    private final LossConfig config;
    private final Clock clock;

    LossSweep(Jdbi jdbi, LossStore store, Calendars calendars, Notices notices, LossConfig config, Clock clock) {
        this.jdbi = jdbi;
        this.store = store;
        this.calendars = calendars;
        this.notices = notices;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "${loss-analyses.sweep-every:5m}", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        jdbi.useTransaction(h -> {
            PersonsLosses.recorded(h).forEach(loss -> {
                if (!store.analysedElsewhere(h, loss.caseNumber())) store.demand(h, loss);
            });
            PersonsLosses.reopened(h).forEach(number -> store.withdraw(h, number));
        });
        while (jdbi.inTransaction(this::chunk) == config.chunk()) {
            // the next chunk, in a transaction of its own
        }
    }

    private int chunk(Handle h) {
        var today = LocalDate.now(clock);
        var calendar = calendars.current(h);
        var claimed = store.claim(h, today, config.chunk());
        claimed.forEach(analysis -> look(h, analysis, calendar, today));
        return claimed.size();
    }

    private void look(Handle h, LossAnalysis analysis, WorkingDays calendar, LocalDate today) {
        var counted = analysis.calendarKnown()
                ? new LossDeadlines.Clock(analysis.dueOn(), true)
                : LossDeadlines.clock(analysis.effectiveOn(), analysis.knownOn(), calendar);
        if (analysis.state() != State.DUE) {
            store.look(h, analysis.id(), counted, null);
            return;
        }
        var fired = EnumSet.noneOf(LossDeadlines.Rung.class);
        fired.addAll(store.fired(h, analysis.id()));
        for (var rung : LossDeadlines.due(counted.dueOn(), fired, calendar, today)) {
            store.fire(h, analysis.id(), rung);
            fired.add(rung);
            tell(h, analysis, rung);
        }
        var next = LossDeadlines.next(counted.dueOn(), fired, calendar);
        // a provisional day is counted again every day
        var again = next.isPresent() && !counted.calendarKnown() ? today.plusDays(1) : next.orElse(null);
        store.look(h, analysis.id(), counted, again);
    }

    private void tell(Handle h, LossAnalysis analysis, LossDeadlines.Rung rung) {
        var ours = h.createQuery("SELECT id, leader_id FROM risk_case WHERE litigation_case_number = :number")
                .bind("number", analysis.caseNumber())
                .map((row, ctx) -> new Ours(row.getObject("id", UUID.class), row.getString("leader_id")))
                .findOne();
        var agencies = new TreeSet<>(List.of(analysis.defendantCode(), analysis.responsibleCode()));
        notices.add(
                h,
                // a report demanded again is told of again
                "loss:" + analysis.id() + ":" + analysis.knownOn() + ":" + rung,
                NoticeKind.LOSS_ANALYSIS,
                rung.name(),
                analysis.regionCode(),
                null,
                agencies,
                ours.map(Ours::id).orElse(null),
                ours.map(Ours::leader).orElse(null),
                rung == LossDeadlines.Rung.LOSS_REMINDER
                        ? Set.of(Audience.AGENCY, Audience.LEADER)
                        : Set.of(Audience.AGENCY, Audience.LEADER, Audience.COORDINATOR, Audience.SUPERIOR),
                Map.of("analysisId", analysis.id()));
    }
}
