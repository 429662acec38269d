package cn.disputes.cases.reconsideration;

import cn.disputes.cases.casefile.CaseProblem;
import cn.disputes.contract.problem.ProblemException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;

/** What correction, acceptance and refusal ask for (补正、受理、不予受理, Art. 30–33). */
final class AdmissionRules {
    private static final int LONGEST_CORRECTION = 365;

    private AdmissionRules() {}

    /** Which law governs follows from the day of receipt; whoever says otherwise says why. */
    static void received(ReconsiderationStep step) {
        var facts = step.application();
        if (facts == null) return;
        var otherwise = facts.lawVersion() != null && facts.lawVersion() != LawVersion.on(step.on());
        if (otherwise) {
            Demand.given(
                    facts.lawVersionReason(),
                    "lawVersionReason",
                    "改用其他版本的法律须说明理由",
                    "Say why another version of the law governs");
        }
        obstacles(facts.allObstacles(), step.on());
        Demand.valid(
                facts.lawVersionReason() == null || facts.lawVersion() != null,
                "lawVersion",
                "有理由须写明适用的法律版本",
                "A reason needs the version it is for");
    }

    /** Whoever has applied is kept from it no longer. */
    private static void obstacles(List<Obstacle> obstacles, LocalDate receivedOn) {
        for (var i = 0; i < obstacles.size(); i++) {
            var obstacle = obstacles.get(i);
            var field = "obstacles[" + i + "].";
            Demand.valid(
                    !obstacle.to().isBefore(obstacle.from()),
                    field + "to",
                    "障碍消除之日不能早于发生之日",
                    "The obstacle is not gone before it came");
            Demand.valid(
                    !obstacle.to().isAfter(receivedOn),
                    field + "to",
                    "不能晚于收到申请之日",
                    "Must not be after the day of receipt");
            if (obstacle.kind() == Obstacle.Kind.OTHER_JUSTIFIED) {
                Demand.given(
                        obstacle.reason(), field + "reason", "须写明正当理由（第二十条第二款）", "Say which reason (Art. 20 para 2)");
            }
        }
    }

    static void correctionRequested(ReconsiderationFile file, ReconsiderationStep step) {
        Demand.valid(
                step.items() != null && !step.items().isEmpty(),
                "items",
                "须一次性载明需要补正的事项（第三十一条）",
                "State all items to correct at once (Art. 31)");
        Demand.that(
                file.correctionRequestedOn == null, "补正通知只能一次（第三十一条）", "Correction is requested once only (Art. 31)");
        if (step.days() == null) return;
        Demand.valid(
                file.lawVersion == LawVersion.XZFY_2017,
                "days",
                "补正期限由法律规定，为十个工作日（第三十一条）",
                "The law sets the period, ten working days (Art. 31)");
        Demand.days(step.days(), LONGEST_CORRECTION, "days", "实施条例第二十九条", "Regulation Art. 29");
    }

    static void correctionExtended(ReconsiderationStep step) {
        Demand.days(step.days(), LONGEST_CORRECTION, "days", "第三十一条", "Art. 31");
        Demand.given(step.reason(), "reason", "延长补正期限须有正当理由（第三十一条）", "Extending it needs a good reason (Art. 31)");
    }

    static void accepted(ReconsiderationFile file, ReconsiderationStep step) {
        var simplified = step.procedure() == Procedure.SIMPLIFIED;
        Demand.that(
                !simplified || file.lawVersion == LawVersion.XZFY_2023,
                "2024年以前收到的申请没有简易程序",
                "There is no simplified procedure for applications received before 2024");
        Demand.valid(
                simplified || step.simplifiedGround() == null,
                "simplifiedGround",
                "普通程序没有适用简易程序的理由（第五十三条）",
                "The ordinary procedure has no ground of Art. 53");
        oneFindingEach(step.conditions());
        var failed = failed(step.conditions());
        if (failed.isEmpty()) return;
        var first = failed.get(0);
        throw new ProblemException(
                        CaseProblem.RULE_BROKEN,
                        "不符合受理条件第" + first.item() + "项（" + first.zh() + "），应当不予受理（第三十条）",
                        "Condition " + first.item() + " is not met (" + first.en() + "): it is refused (Art. 30)")
                .field("conditions", "有不符合的条件", "A condition is not met");
    }

    static void refused(ReconsiderationStep step) {
        Demand.given(step.reason(), "reason", "不予受理须说明理由（第三十条）", "A refusal states its reasons (Art. 30)");
        found(step.conditions());
        if (!failed(step.conditions()).contains(AcceptanceCondition.COMPETENT)) return;
        Demand.given(
                step.to(),
                "to",
                "不属于本机关管辖的，须告知有管辖权的机关（第三十条）",
                "A refusal for want of jurisdiction names the competent authority (Art. 30)");
    }

    /** Found lacking after acceptance (Art. 33; Regulation Art. 48). */
    static void rejected(ReconsiderationStep step) {
        found(step.conditions());
    }

    /** Who refuses and says what was found, has found something lacking. */
    private static void found(List<ConditionFinding> findings) {
        oneFindingEach(findings);
        Demand.valid(
                findings == null || findings.isEmpty() || !failed(findings).isEmpty(),
                "conditions",
                "各项条件均符合的，不能不予受理或者驳回申请（第三十条、第三十三条）",
                "When every condition is met it is not refused (Art. 30, 33)");
    }

    static List<AcceptanceCondition> failed(List<ConditionFinding> findings) {
        if (findings == null) return List.of();
        return findings.stream()
                .filter(finding -> !finding.met())
                .map(ConditionFinding::condition)
                .toList();
    }

    private static void oneFindingEach(List<ConditionFinding> findings) {
        if (findings == null) return;
        var seen = EnumSet.noneOf(AcceptanceCondition.class);
        for (var finding : findings) {
            Demand.valid(
                    seen.add(finding.condition()),
                    "conditions",
                    "同一条件只能有一个结论：" + finding.condition().item(),
                    "One finding for each condition: " + finding.condition().item());
        }
    }
}
