package cn.disputes.cases.litigation;

import cn.disputes.cases.casefile.CaseProblem;
import cn.disputes.contract.codes.Instance;
import cn.disputes.contract.codes.LitigationOutcome;
import cn.disputes.contract.problem.ProblemException;

/** Under which condition a step of a suit may be taken. */
final class LitigationRules {
    private LitigationRules() {}

    static void check(LitigationFile file, LitigationStep step) {
        if (step.on() == null) throw ProblemException.invalid("on", "不能为空", "Must be given");
        if (step.on().isBefore(file.lastOn)) {
            throw ProblemException.invalid(
                    "on", "不能早于前一步的日期 " + file.lastOn, "Must not be before the step it follows, " + file.lastOn);
        }
        switch (step.type()) {
            case DEFENCE_FILED -> require(file.defenceFiledOn == null, "答辩已经提交", "The defence was filed already");
            case HEARING_HELD ->
                given(
                        step.headAttendance(),
                        "headAttendance",
                        "须写明负责人出庭情况（法释〔2020〕3号）",
                        "Say who stood in court for the agency");
            case EXTENDED -> {
                if (step.days() == null || step.days() < 1 || step.days() > 366) {
                    throw ProblemException.invalid("days", "应为1至366日", "Must be 1 to 366 days");
                }
            }
            case CONCLUDED -> concluded(file, step);
            case APPEALED ->
                require(
                        file.appealedOn == null && file.instance == Instance.FIRST,
                        "只有一审裁判可上诉一次",
                        "Only a first-instance decision is appealed, and once");
            default -> {
                // no condition beyond the move itself
            }
        }
    }

    private static void concluded(LitigationFile file, LitigationStep step) {
        given(step.outcome(), "outcome", "不能为空", "Must be given");
        if (step.outcome().onlyOnAppeal() && file.instance == Instance.FIRST) {
            throw ProblemException.invalid("outcome", "一审没有这种结果", "A first instance does not end so");
        }
        if (step.outcome() == LitigationOutcome.WITHDRAWN) {
            given(
                    step.outcomeGround(),
                    "outcomeGround",
                    "撤诉须写明理由：VOLUNTARY、SETTLED、AFTER_ACT_CHANGED",
                    "A withdrawal states its ground: VOLUNTARY, SETTLED or AFTER_ACT_CHANGED");
        } else if (step.outcomeGround() != null) {
            throw ProblemException.invalid("outcomeGround", "仅用于撤诉", "Only with a withdrawal");
        }
    }

    private static void given(Object value, String field, String zh, String en) {
        if (value == null) throw ProblemException.invalid(field, zh, en);
    }

    private static void require(boolean condition, String zh, String en) {
        if (!condition) throw new ProblemException(CaseProblem.RULE_BROKEN, zh, en).field("type", zh, en);
    }
}
