package cn.disputes.alerts.escalation;

import static cn.disputes.alerts.escalation.SettableClock.at;

import cn.disputes.alerts.calendar.Calendars;
import cn.disputes.alerts.delivery.Notices;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;

/** What tests of sweeps have in common: a case ordered on the fifth of March, and replicas that sweep on a day. */
abstract class Sweeps {
    static final String REGION = "330781";
    static final Instant BEGUN = at("2026-03-05", 10);

    @Inject
    Jdbi jdbi;

    @Inject
    EscalationReader reader;

    @Inject
    Calendars calendars;

    @Inject
    EscalationConfig config;

    final SettableClock clock = new SettableClock(BEGUN);

    /** A replica of its own; nothing is carried over from one to the next but the database. */
    EscalationSweep replica() {
        var store = new EscalationStore(clock);
        return new EscalationSweep(jdbi, escalations(), store, config, clock);
    }

    Escalations escalations() {
        var notices = new Notices(clock);
        return new Escalations(
                reader,
                new EscalationStore(clock),
                new LadderStore(clock),
                calendars,
                notices,
                new Silences(notices, reader, config, clock),
                clock);
    }

    @BeforeEach
    void everythingSoFarIsForgotten() {
        clock.set(BEGUN);
        jdbi.useHandle(
                h -> h.execute(
                        """
                TRUNCATE escalation_acknowledgement, escalation_rung, escalation_run, escalation_case, escalation_silence,
                    escalation_look, delivery, notice, heard_warning"""));
        jdbi.useHandle(h ->
                h.execute("UPDATE risk_case SET recorded_at = '2000-01-01', state = 'WON', closed_on = '2000-01-01'"));
    }

    void sweepAt(String day) {
        clock.set(at(day, 9));
        replica().sweep();
    }

    RecordedCase ordered() {
        return RecordedCase.flagged(jdbi, REGION, "RED", BEGUN.minus(Duration.ofDays(1)))
                .ordered("L-81", BEGUN);
    }

    Map<String, String> states(RecordedCase risk, int run) {
        return jdbi.withHandle(h -> h
                .createQuery("SELECT rung, state FROM escalation_rung WHERE case_id = ? AND run = ?")
                .bind(0, risk.id)
                .bind(1, run)
                .map((row, ctx) -> Map.entry(row.getString("rung"), row.getString("state")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new)));
    }

    List<String> told(RecordedCase risk) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        SELECT n.code || coalesce(' ' || d.reason, '') FROM notice n LEFT JOIN delivery d ON d.notice_id = n.id
                        WHERE n.case_id = ? ORDER BY n.recorded_at, n.id""")
                .bind(0, risk.id)
                .mapTo(String.class)
                .list());
    }
}
