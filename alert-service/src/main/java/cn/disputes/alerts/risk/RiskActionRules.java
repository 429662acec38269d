package cn.disputes.alerts.risk;

import cn.disputes.contract.codes.RiskState;
import cn.disputes.contract.problem.ProblemException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which action may be recorded with which particulars. Plain Java: the present day is handed in. */
public final class RiskActionRules {
    private static final Set<ActionType> BY_LEADERS = EnumSet.of(
            ActionType.ACKNOWLEDGED, ActionType.PLAN_FILED, ActionType.COORDINATED, ActionType.RESOLUTION_CLAIMED);
    private static final Set<ActionType> WITH_EVIDENCE = EnumSet.of(ActionType.RESOLUTION_CLAIMED, ActionType.RESOLVED);
    /** What a parallel case cannot come to before its model: a ruling or statement of its own ends it at any time. */
    private static final Set<ActionType> WAIT_FOR_THE_MODEL = EnumSet.of(ActionType.RESOLUTION_CLAIMED);

    private RiskActionRules() {}

    static boolean byLeaders(ActionType type) {
        return BY_LEADERS.contains(type);
    }

    /**
     * What a leader may record now.
     *
     * @param waits the case waits for its model
     */
    public static Set<ActionType> leadersMay(RiskState state, boolean waits) {
        var may = new TreeSet<>(RiskCaseState.allowed(state));
        may.retainAll(BY_LEADERS);
        if (waits) may.removeAll(WAIT_FOR_THE_MODEL);
        return may;
    }

    /** Refuses particulars that do not fit the action; the day of the action is given. */
    static void check(RiskCaseResource.Action action, LocalDate on, LocalDate flaggedOn, LocalDate today) {
        if (!action.type().recordable()) {
            throw ProblemException.invalid(
                    "type",
                    action.type().zh() + "由专门的接口记录（recusals、model、assignment-rounds）",
                    action.type() + " is recorded by a call of its own (recusals, model, assignment-rounds)");
        }
        if (on.isAfter(today)) throw ProblemException.invalid("on", "不能晚于今天", "Must not be in the future");
        if (on.isBefore(flaggedOn)) {
            throw ProblemException.invalid(
                    "on", "不能早于识别日期 " + flaggedOn, "Must not be before it was flagged, " + flaggedOn);
        }
        evidence(action);
        promise(action, on);
        silence(action);
    }

    /** Nobody is silenced without author, reason and end. */
    private static void silence(RiskCaseResource.Action action) {
        if (action.type() != ActionType.SILENCED) {
            if (action.until() != null) throw ProblemException.invalid("until", "只用于暂停提醒", "Only with SILENCED");
            return;
        }
        if (action.until() == null)
            throw ProblemException.invalid("until", "暂停提醒须写明截止日期", "A silence needs its last day");
        if (action.note() == null || action.note().isBlank())
            throw ProblemException.invalid("note", "暂停提醒须说明理由", "A silence needs a reason");
        if (action.note().length() > 500)
            throw ProblemException.invalid("note", "理由最多500字", "A reason has at most 500 characters");
    }

    private static void evidence(RiskCaseResource.Action action) {
        var told = action.evidence() != null && !action.evidence().isBlank();
        if (action.evidenceType() != null && !WITH_EVIDENCE.contains(action.type())) {
            throw ProblemException.invalid("evidenceType", "只用于申报化解和核验销号", "Only with RESOLUTION_CLAIMED and RESOLVED");
        }
        if (!told && (action.type() == ActionType.RESOLVED || action.evidenceType() != null)) {
            throw ProblemException.invalid(
                    "evidence",
                    "销号须有凭据：准许撤诉裁定、调解书或履行证明",
                    "A resolution needs evidence: the ruling, the mediation statement or proof of performance");
        }
    }

    private static void promise(RiskCaseResource.Action action, LocalDate on) {
        if (action.promisedOn() == null) return;
        if (action.type() != ActionType.PLAN_FILED)
            throw ProblemException.invalid("promisedOn", "只用于报送方案", "Only with PLAN_FILED");
        if (action.note() == null || action.note().isBlank())
            throw ProblemException.invalid("note", "承诺须写明方案内容", "A promise needs the text of its plan");
        if (action.promisedOn().isBefore(on)) {
            throw ProblemException.invalid(
                    "promisedOn", "不能早于报送日期 " + on, "Must not be before the plan was filed, " + on);
        }
    }

    /** The day promised; a plan that names none promises the day on which the case is due, if that is still to come. */
    static LocalDate promisedOn(RiskCaseResource.Action action, LocalDate on, LocalDate dueOn) {
        if (action.type() != ActionType.PLAN_FILED) return null;
        if (action.promisedOn() != null) return action.promisedOn();
        return dueOn == null || dueOn.isBefore(on) ? null : dueOn;
    }

    /**
     * The state an action leads to; refused with what may follow now and why this may not.
     *
     * @param model number of the model suit the case waits for, null when it waits for none
     */
    static RiskState next(RiskState state, ActionType type, String model) {
        var next = RiskCaseState.next(state, type).orElseThrow(() -> illegal(state, type));
        if (model != null && WAIT_FOR_THE_MODEL.contains(type)) {
            var allowed = new TreeSet<>(recordable(state));
            allowed.removeAll(WAIT_FOR_THE_MODEL);
            throw new ProblemException(ModelProblem.MODEL_PENDING, model, type, names(allowed))
                    .field("type", "现在可以：" + names(allowed), "Allowed now: " + names(allowed));
        }
        return next;
    }

    private static ProblemException illegal(RiskState state, ActionType type) {
        var allowed = names(recordable(state));
        var states = names(RiskCaseState.before(type));
        return new ProblemException(RiskProblem.ILLEGAL_ACTION, state, type, allowed)
                .field(
                        "type",
                        "现在可以：" + allowed + "；" + type + " 只能在下列状态之后：" + states,
                        "Allowed now: " + allowed + "; " + type + " may follow only in " + states);
    }

    private static Set<ActionType> recordable(RiskState state) {
        return RiskCaseState.allowed(state).stream()
                .filter(ActionType::recordable)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String names(Collection<? extends Enum<?>> codes) {
        return codes.stream().map(Enum::name).collect(Collectors.joining(", "));
    }
}
