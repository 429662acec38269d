package cn.disputes.alerts.risk;

import static cn.disputes.contract.security.Roles.COORDINATOR;

import cn.disputes.contract.codes.RiskState;
import cn.disputes.contract.problem.GeneralProblem;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Records what leaders and coordinators do; state, history and announcement commit together. */
@ApplicationScoped
class RiskActions {
    private final RiskCases cases;
    private final RiskHistory history;
    private final ModelSuits models;
    private final Event<SilenceAsked> silences;
    private final Caller caller;
    private final Clock clock;

    RiskActions(
            RiskCases cases,
            RiskHistory history,
            ModelSuits models,
            Event<SilenceAsked> silences,
            Caller caller,
            Clock clock) {
        this.cases = cases;
        this.history = history;
        this.models = models;
        this.silences = silences;
        this.caller = caller;
        this.clock = clock;
    }

    /** The case's row must be locked. */
    RiskCase act(Handle h, RiskCase risk, RiskCaseResource.Action action) {
        if (!caller.has(COORDINATOR) && !RiskActionRules.byLeaders(action.type()))
            throw new ProblemException(GeneralProblem.FORBIDDEN);
        var today = LocalDate.now(clock);
        var on = action.on() == null ? today : action.on();
        RiskActionRules.check(action, on, risk.flaggedOn(), today);
        var next = RiskActionRules.next(
                risk.state(), action.type(), models.pending(h, risk.id()).orElse(null));
        history.add(
                h,
                List.of(new RiskAction(
                        risk.id(),
                        action.type(),
                        on,
                        action.note(),
                        action.evidence(),
                        action.evidenceType(),
                        RiskActionRules.promisedOn(action, on, risk.dueOn()),
                        action.leaderId(),
                        risk.leader(),
                        caller.subject())));
        if (action.type() == ActionType.SILENCED)
            silences.fire(new SilenceAsked(h, risk, action.until(), action.note(), caller.subject()));
        var given = action.type() == ActionType.REASSIGNED ? reassigned(h, risk, action.leaderId()) : risk;
        // a case that is opened again and that nobody has is flagged, not assigned
        var state = next == RiskState.ASSIGNED && given.leader() == null ? RiskState.FLAGGED : next;
        return cases.save(h, given.moved(state, on, false));
    }

    private static RiskCase reassigned(Handle h, RiskCase risk, String leader) {
        if (leader == null) throw ProblemException.invalid("leaderId", "不能为空", "Must be given");
        Recusals.requireLeader(h, leader);
        if (Recusals.of(h, risk.id()).contains(leader)) {
            throw new ProblemException(ModelProblem.LEADER_RECUSED, leader)
                    .field("leaderId", "已在本案申报回避", "Has declared a conflict in this case");
        }
        return risk.assigned(leader, risk.months(), risk.dueOn());
    }
}
