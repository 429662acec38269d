package cn.disputes.alerts.view;

import cn.disputes.alerts.escalation.EscalationView.Run;
import cn.disputes.alerts.escalation.EscalationView.RungView;
import cn.disputes.alerts.escalation.Ladder.Answer;
import cn.disputes.contract.codes.RiskState;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is to be done in a leader's case, and by when: the days are those of the ladder (督办阶梯), of the leader's word and of
 * the court. Plain Java: the present day is handed in.
 */
final class MyCaseRules {
    /** What there is to do. */
    @Schema(name = "Task")
    enum Task {
        /** Sign for the order (签收). */
        SIGN_FOR(true),
        /** File a plan (报送方案). */
        PLAN(true),
        /** Resolve by the day promised (承诺日). */
        PROMISED(true),
        /** Resolve within the term, or before the hearing that ends it (化解期限). */
        RESOLVE(true),
        /** The court hears the case. */
        HEARING(false),
        /** The claim is to be verified; the coordinator's, not the leader's (核验). */
        VERIFY(false);

        private final boolean leaders;

        Task(boolean leaders) {
            this.leaders = leaders;
        }
    }

    /**
     * One thing to do.
     *
     * @param on its last day; absent when nothing counts one, as while the case waits for its model
     * @param overdue the leader's own, and its day has passed
     * @param calendarKnown false: counted over a year whose holidays are not announced, so provisional
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "DueTask")
    record Due(Task what, LocalDate on, boolean overdue, boolean calendarKnown) {}

    /**
     * What is known of a case.
     *
     * @param run its climb under way, null while it is on no ladder
     * @param waits for its model (示范诉讼): there is no term meanwhile
     * @param dueOn the term of its latest order, for a case on no ladder
     * @param promisedOn day promised by the plan in force
     */
    record Facts(RiskState state, Run run, boolean waits, LocalDate dueOn, LocalDate promisedOn, LocalDate hearingOn) {}

    /** The earliest first; without a day last. */
    private static final Comparator<Due> IN_ORDER = Comparator.comparing(
                    Due::on, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Due::what);

    private MyCaseRules() {}

    static List<Due> due(Facts facts, LocalDate today) {
        var due = new ArrayList<Due>();
        if (facts.state() == RiskState.RESOLUTION_CLAIMED) {
            due.add(counted(Task.VERIFY, rung(facts.run(), Answer.VERIFIED), today));
        } else {
            if (facts.state() == RiskState.ASSIGNED)
                due.add(counted(Task.SIGN_FOR, rung(facts.run(), Answer.SIGNED), today));
            var plan = rung(facts.run(), Answer.PLANNED);
            if (plan.isPresent() && plan.get().answeredAt() == null) due.add(counted(Task.PLAN, plan, today));
            if (facts.promisedOn() != null) due.add(due(Task.PROMISED, facts.promisedOn(), true, today));
            if (!facts.waits()) resolve(facts, today).ifPresent(due::add);
        }
        if (facts.hearingOn() != null && !facts.hearingOn().isBefore(today))
            due.add(due(Task.HEARING, facts.hearingOn(), true, today));
        due.sort(IN_ORDER);
        return due;
    }

    private static Optional<Due> resolve(Facts facts, LocalDate today) {
        if (facts.run() == null)
            return Optional.ofNullable(facts.dueOn()).map(day -> due(Task.RESOLVE, day, true, today));
        var known =
                rung(facts.run(), Answer.RESOLVED).map(RungView::calendarKnown).orElse(true);
        return Optional.of(due(Task.RESOLVE, facts.run().resolveBy(), known, today));
    }

    /** The lowest rung that waits for an answer. */
    private static Optional<RungView> rung(Run run, Answer answer) {
        if (run == null) return Optional.empty();
        return run.rungs().stream().filter(rung -> rung.answer() == answer).findFirst();
    }

    private static Due counted(Task task, Optional<RungView> rung, LocalDate today) {
        return due(
                task,
                rung.map(RungView::dueOn).orElse(null),
                rung.map(RungView::calendarKnown).orElse(true),
                today);
    }

    private static Due due(Task task, LocalDate on, boolean calendarKnown, LocalDate today) {
        return new Due(task, on, task.leaders && on != null && on.isBefore(today), calendarKnown);
    }
}
