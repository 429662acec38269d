package cn.disputes.alerts.risk;

import cn.disputes.conventions.feed.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Stores what a round or a receipt changes in many risk cases in one statement, and announces each in one batch. */
@ApplicationScoped
public class RiskCaseBatch {
    private final Outbox outbox;
    private final Clock clock;

    RiskCaseBatch(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Stores the next version of each: its state, leader, months, due day and end. What describes or scores a case does not
     * change here. The rows must be locked.
     */
    public List<RiskCase> save(Handle h, List<RiskCase> changed) {
        if (changed.isEmpty()) return List.of();
        var now = clock.instant();
        var next = changed.stream().map(risk -> risk.next(now)).toList();
        h.createUpdate(
                        """
                        UPDATE risk_case c SET state = n.state, leader_id = n.leader, months = CAST(n.months AS text[]),
                            due_on = CAST(n.due_on AS date), closed_on = CAST(n.closed_on AS date),
                            closed_by_register = n.by_register, version = n.version, recorded_at = :now
                        FROM unnest(:ids, :states, :leaders, :months, :due, :closed, CAST(:byRegister AS boolean[]),
                                    CAST(:versions AS bigint[]))
                            AS n (id, state, leader, months, due_on, closed_on, by_register, version)
                        WHERE c.id = n.id""")
                .bindArray("ids", UUID.class, next.stream().map(RiskCase::id).toArray())
                .bindArray("states", String.class, texts(next, RiskCase::state))
                .bindArray("leaders", String.class, texts(next, RiskCase::leader))
                .bindArray("months", String.class, texts(next, RiskCaseBatch::months))
                .bindArray("due", String.class, texts(next, RiskCase::dueOn))
                .bindArray("closed", String.class, texts(next, RiskCase::closedOn))
                .bindArray("byRegister", String.class, texts(next, RiskCase::closedByRegister))
                .bindArray("versions", String.class, texts(next, RiskCase::version))
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
        outbox.append(h, next.stream().map(RiskCase::event).toList());
        return next;
    }

    private static String months(RiskCase risk) {
        return risk.months().stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    private static Object[] texts(List<RiskCase> cases, Function<RiskCase, Object> of) {
        return cases.stream()
                .map(of)
                .map(value -> value == null ? null : value.toString())
                .toArray();
    }
}
