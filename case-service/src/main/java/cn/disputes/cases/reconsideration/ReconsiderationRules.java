package cn.disputes.cases.reconsideration;

import cn.disputes.cases.casefile.CaseProblem;
import cn.disputes.cases.casefile.RecordedStep;
import cn.disputes.contract.codes.ReconsiderationOutcome;
import cn.disputes.contract.problem.ProblemException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Under which condition a step may be taken. What is late is recorded; what is impossible is refused here. */
final class ReconsiderationRules {
    private static final int LONGEST_EXTENSION = 30;
    private static final int SUSPENSION_TIMEOUT = 60;

    /** Art. 41(5): only these grounds of Art. 39 time out; whereabouts unknown (3) does not. */
    private static final Set<Integer> GROUNDS_THAT_TIME_OUT = Set.of(1, 2, 4);

    /** What DECIDED may say; the rest have steps of their own. */
    private static final Set<ReconsiderationOutcome> DECISIONS =
            EnumSet.range(ReconsiderationOutcome.UPHELD, ReconsiderationOutcome.APPLICATION_REJECTED);

    /** New in the 2023 law (Art. 67, 69). */
    private static final Set<ReconsiderationOutcome> ONLY_SINCE_2023 =
            EnumSet.of(ReconsiderationOutcome.CONFIRMED_VOID, ReconsiderationOutcome.CLAIM_REJECTED);

    /**
     * What the head of the authority or of its office approves: refusal (Art. 30), conversion (Art. 55), decision
     * (Art. 61), extension (Art. 62).
     */
    private static final Set<ReconsiderationStepType> APPROVED_BY_ANOTHER = EnumSet.of(
            ReconsiderationStepType.REFUSED,
            ReconsiderationStepType.PROCEDURE_CONVERTED,
            ReconsiderationStepType.DECIDED,
            ReconsiderationStepType.EXTENDED);

    private ReconsiderationRules() {}

    /** A rectification that touches an approved step, or makes one, is approved like it. */
    static boolean needsApproval(ReconsiderationStep step, List<RecordedStep<ReconsiderationStep>> history) {
        if (!step.rectifies()) return APPROVED_BY_ANOTHER.contains(step.type());
        return step.replacement() != null
                        && APPROVED_BY_ANOTHER.contains(step.replacement().type())
                || history.stream()
                        .filter(recorded -> recorded.sequence() == step.step())
                        .anyMatch(recorded ->
                                APPROVED_BY_ANOTHER.contains(recorded.body().type()));
    }

    static void check(ReconsiderationFile file, ReconsiderationStep step) {
        if (step.on() == null) throw ProblemException.invalid("on", "不能为空", "Must be given");
        if (step.on().isBefore(file.lastOn)) {
            throw ProblemException.invalid(
                    "on", "不能早于前一步的日期 " + file.lastOn, "Must not be before the step it follows, " + file.lastOn);
        }
        switch (step.type()) {
            case CORRECTION_REQUESTED -> correctionRequested(file, step);
            case ACCEPTED -> accepted(file, step);
            case REFUSED -> given(step.reason(), "reason", "不予受理须说明理由（第三十条）", "A refusal states its reasons (Art. 30)");
            case TRANSFERRED -> given(step.to(), "to", "须写明有管辖权的机关", "Name the competent authority");
            case REPLY_RECEIVED ->
                require(file.copyServedOn != null, "尚未发送申请书副本，不能收到答复（第四十八条）", "No copy was served yet (Art. 48)");
            case COPY_SERVED -> require(file.copyServedOn == null, "申请书副本已经发送", "The copy was served already");
            case SUSPENDED -> ground(step, 10, "第三十九条", "Art. 39");
            case EXTENDED -> extended(file, step);
            case PROCEDURE_CONVERTED -> converted(file, step);
            case DECIDED -> decided(file, step);
            case WITHDRAWN ->
                given(
                        step.withdrawalGround(),
                        "ground",
                        "应为 VOLUNTARY、SETTLED、AFTER_ACT_CHANGED 之一",
                        "Must be one of VOLUNTARY, SETTLED, AFTER_ACT_CHANGED");
            case TERMINATED -> terminated(file, step);
            case DECISION_SERVED -> served(file);
            default -> {
                // no condition beyond the move itself
            }
        }
    }

    private static void correctionRequested(ReconsiderationFile file, ReconsiderationStep step) {
        if (step.items() == null || step.items().isEmpty()) {
            throw ProblemException.invalid(
                    "items", "须一次性载明需要补正的事项（第三十一条）", "State all items to correct at once (Art. 31)");
        }
        require(file.correctionRequestedOn == null, "补正通知只能一次（第三十一条）", "Correction is requested once only (Art. 31)");
    }

    private static void accepted(ReconsiderationFile file, ReconsiderationStep step) {
        require(
                step.procedure() != Procedure.SIMPLIFIED || file.lawVersion == LawVersion.XZFY_2023,
                "2024年以前收到的申请没有简易程序",
                "There is no simplified procedure for applications received before 2024");
    }

    private static void extended(ReconsiderationFile file, ReconsiderationStep step) {
        if (step.days() == null || step.days() < 1 || step.days() > LONGEST_EXTENSION) {
            throw ProblemException.invalid("days", "应为1至30日（第六十二条）", "Must be 1 to 30 days (Art. 62)");
        }
        require(
                file.procedure == Procedure.ORDINARY,
                "简易程序不能延期（第六十二条）",
                "Only the ordinary procedure is extended (Art. 62)");
        require(file.extendedDays == 0, "只能延期一次（第六十二条）", "It is extended once only (Art. 62)");
    }

    private static void converted(ReconsiderationFile file, ReconsiderationStep step) {
        if (!"ORDINARY".equals(step.to())) {
            throw ProblemException.invalid("to", "只能转为 ORDINARY（第五十五条）", "Only to ORDINARY (Art. 55)");
        }
        require(file.procedure == Procedure.SIMPLIFIED, "本案不是简易程序（第五十五条）", "The procedure is not simplified (Art. 55)");
    }

    private static void decided(ReconsiderationFile file, ReconsiderationStep step) {
        if (step.outcome() == null || !DECISIONS.contains(step.outcome())) {
            throw ProblemException.invalid("outcome", "应为下列之一：" + DECISIONS, "Must be one of " + DECISIONS);
        }
        require(
                file.lawVersion == LawVersion.XZFY_2023 || !ONLY_SINCE_2023.contains(step.outcome()),
                "2017年文本没有该决定类型",
                "The 2017 law knows no such decision");
    }

    private static void terminated(ReconsiderationFile file, ReconsiderationStep step) {
        ground(step, 5, "第四十一条", "Art. 41");
        if (step.numberedGround() != 5) return;
        var open = file.status == ReconsiderationStatus.SUSPENDED
                ? file.suspensions.get(file.suspensions.size() - 1)
                : null;
        require(
                open != null
                        && GROUNDS_THAT_TIME_OUT.contains(open.ground())
                        && !step.on().isBefore(open.from().plusDays(SUSPENSION_TIMEOUT)),
                "第四十一条第五项仅适用于因第三十九条第一、二、四项中止满六十日",
                "Art. 41(5) needs a suspension of 60 days on ground (1), (2) or (4) of Art. 39");
    }

    private static void served(ReconsiderationFile file) {
        require(file.decisionServedOn == null, "决定已经送达", "The decision was served already");
    }

    private static void ground(ReconsiderationStep step, int last, String zh, String en) {
        var ground = step.numberedGround();
        if (ground == null || ground < 1 || ground > last) {
            throw ProblemException.invalid(
                    "ground", "应为1至" + last + "（" + zh + "各项）", "Must be 1 to " + last + " (items of " + en + ")");
        }
    }

    private static void given(Object value, String field, String zh, String en) {
        if (value == null || value.toString().isBlank()) throw ProblemException.invalid(field, zh, en);
    }

    private static void require(boolean condition, String zh, String en) {
        if (!condition) throw new ProblemException(CaseProblem.RULE_BROKEN, zh, en).field("type", zh, en);
    }
}
