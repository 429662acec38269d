package cn.disputes.alerts.routing;

import cn.disputes.alerts.risk.Recusals;
import cn.disputes.alerts.routing.CoverageRules.Gap;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;

/** What a change of leaders or duties would do, looked at before it takes effect. */
@ApplicationScoped
class RoutingChanges {
    private final RoutingStore store;
    private final Coverage coverage;
    private final Caller caller;

    RoutingChanges(RoutingStore store, Coverage coverage, Caller caller) {
        this.store = store;
        this.coverage = coverage;
        this.caller = caller;
    }

    void check(Leader leader) {
        for (var absence : leader.absences()) {
            if (absence.to().isBefore(absence.from()))
                throw ProblemException.invalid("absences", "结束早于开始", "Ends before it begins");
            if (absence.substituteId().equals(leader.id()))
                throw ProblemException.invalid("absences", "不能由本人代行", "Nobody stands in for himself");
        }
    }

    void requireLeader(Handle h, String leader) {
        Recusals.requireLeader(h, leader);
    }

    /** The gaps accepted with a change of a leader; {@code present} is null for a new one. */
    List<Gap> of(Handle h, Leader present, Leader leader, boolean accepted) {
        if (Objects.equals(present == null ? List.of() : present.absences(), leader.absences())) return List.of();
        store.lockTheTree(h);
        var leaders = store.leaders(h);
        var before = new Routing(leaders, store.duties(h));
        leaders.put(leader.id(), leader);
        // a circle that is new passes through whoever has changed
        SubstitutionRules.circle(leader.id(), leaders).ifPresent(day -> {
            throw new ProblemException(RoutingProblem.SUBSTITUTES_IN_A_CIRCLE, day)
                    .field("absences", "自 " + day + " 起成环", "A circle from " + day);
        });
        // nobody's duty or absence could yet name a new one
        if (present == null) return List.of();
        return coverage.check(h, before, new Routing(leaders, before.duties()), caller.scope(), accepted);
    }

    /** The gaps accepted with a change of a duty; {@code present} is null for a new one, which only adds. */
    List<Gap> of(Handle h, Duty present, Duty duty, boolean accepted) {
        if (present == null) return List.of();
        store.lockTheTree(h);
        var before = new Routing(store.leaders(h), store.duties(h));
        var duties = new ArrayList<>(before.duties());
        duties.removeIf(other -> other.id().equals(duty.id()));
        duties.add(duty);
        return coverage.check(h, before, new Routing(store.leaders(h), duties), caller.scope(), accepted);
    }

    /** A header for each gap that was accepted (RFC 7234 §5.5: 299, miscellaneous persistent warning). */
    static Response warned(Response.ResponseBuilder answer, List<Gap> gaps) {
        for (var gap : gaps) answer.header("Warning", "299 alert-service \"" + gap.en() + "\"");
        return answer.build();
    }
}
