package cn.disputes.cases.litigation;

import static cn.disputes.cases.litigation.LitigationStepType.*;

import cn.disputes.cases.casefile.CaseProblem;
import cn.disputes.contract.codes.Finality;
import cn.disputes.contract.codes.Instance;
import cn.disputes.contract.problem.ProblemException;
import java.util.EnumSet;
import java.util.Set;

/** Under which condition a step of a suit may be taken. What is late is recorded; what is impossible is refused here. */
final class LitigationRules {
    private static final int LONGEST_EVIDENCE_TERM = 15;
    private static final int SUSPENSION_GROUNDS = 7;

    /** What is done to, or by, one defendant of several. */
    static final Set<LitigationStepType> OF_ONE_DEFENDANT = EnumSet.of(SERVED, DEFENCE_FILED);

    private LitigationRules() {}

    static void check(LitigationFile file, LitigationStep step) {
        if (step.on() == null) throw ProblemException.invalid("on", "不能为空", "Must be given");
        if (step.on().isBefore(file.lastOn)) {
            throw ProblemException.invalid(
                    "on", "不能早于前一步的日期 " + file.lastOn, "Must not be before the step it follows, " + file.lastOn);
        }
        if (step.agency() != null && !OF_ONE_DEFENDANT.contains(step.type())) {
            throw ProblemException.invalid(
                    "agency", "仅用于 " + OF_ONE_DEFENDANT + "（行诉法第六十七条）", "Only with " + OF_ONE_DEFENDANT + " (Art. 67)");
        }
        switch (step.type()) {
            case SERVED -> served(file, step);
            case EVIDENCE_EXTENSION_GRANTED -> follows(file, EVIDENCE_EXTENSION_REQUESTED);
            case EVIDENCE_CAUSE_ENDED -> follows(file, EVIDENCE_EXTENSION_GRANTED);
            case EVIDENCE_TERM_SET -> evidenceTerm(file, step);
            case DEFENCE_FILED ->
                require(
                        !file.defences.filed(step.agency()),
                        "该被告的答辩已经提交",
                        "This defendant has filed its defence already");
            case HEAD_NAMED -> headNamed(step);
            case HEARING_SCHEDULED -> scheduled(step);
            case HEARING_HELD -> held(step);
            case PROCEDURE_CONVERTED -> converted(file, step);
            case EXCLUDED_PERIOD -> ExcludedPeriodRules.check(file, step);
            case SUSPENDED -> {
                if (step.ground() != null) item(step, SUSPENSION_GROUNDS, "解释第八十七条", "解释 Art. 87");
            }
            case EXTENDED -> extended(file, step);
            case CONCLUDED -> ConclusionRules.check(file, step);
            case APPEALED -> appealed(file);
            case APPEAL_SERVED -> require(file.appealedOn != null, "尚未上诉", "Nothing was appealed");
            case APPEAL_ANSWERED -> follows(file, APPEAL_SERVED);
            case ADVICE_RECEIVED -> given(step.advice(), "advice");
            case ADVICE_ANSWERED -> require(file.openAdvice() != null, "没有待答复的司法建议", "No advice waits for an answer");
            case RETRIAL_COPY_SERVED, RETRIAL_REVIEW_OPENED -> follows(file, RETRIAL_APPLIED);
            case RETRIAL_OPINION_FILED -> follows(file, RETRIAL_COPY_SERVED);
            case RETRIAL_REVIEW_CLOSED -> follows(file, RETRIAL_REVIEW_OPENED);
            default -> {
                // no condition beyond the move itself
            }
        }
    }

    private static void served(LitigationFile file, LitigationStep step) {
        require(
                !file.defences.served(step.agency()),
                "起诉状副本已经送达该被告（行诉法第六十七条）",
                "The statement of claim was served on this defendant already (Art. 67)");
        if (step.procedure() == TrialProcedure.SIMPLIFIED && file.instance != Instance.FIRST) {
            throw ProblemException.invalid(
                    "procedure",
                    "只有第一审可以适用简易程序（行诉法第八十二条）",
                    "Only a first instance takes the simplified procedure (Art. 82)");
        }
    }

    private static void evidenceTerm(LitigationFile file, LitigationStep step) {
        require(
                file.simplified(),
                "仅简易程序由法院确定举证期限（解释第一百零四条）",
                "Only in the simplified procedure does the court set the term for evidence (解释 Art. 104)");
        days(step, LONGEST_EVIDENCE_TERM);
    }

    private static void headNamed(LitigationStep step) {
        given(step.attendee(), "attendee");
        if (!step.attendee().isHead()) {
            throw ProblemException.invalid(
                    "attendee",
                    "不能作为被诉行政机关负责人出庭（法释〔2020〕3号第二条）",
                    "Does not count as a head of the agency (法释〔2020〕3号 Art. 2)");
        }
    }

    private static void scheduled(LitigationStep step) {
        if (step.hearingOn() != null && step.hearingOn().isBefore(step.on())) {
            throw ProblemException.invalid("hearingOn", "不能早于排期之日", "Must not be before the day of scheduling");
        }
    }

    private static void held(LitigationStep step) {
        var facts = step.appearance();
        if (facts == null) {
            if (step.headAttendance() == null) {
                throw ProblemException.invalid(
                        "headAttendance", "须写明负责人出庭情况（法释〔2020〕3号）", "Say who stood in court for the agency");
            }
            return;
        }
        var evaluated = step.attendance();
        var attendance = evaluated.headAttendance();
        if (attendance.headAttended() && facts.absenceReason() != null) {
            throw ProblemException.invalid(
                    "appearance.absenceReason", "负责人已出庭，没有缺席理由", "A head attended: there is no absence to explain");
        }
        if (step.headAttendance() != null && step.headAttendance() != attendance) {
            var why = evaluated.findings().get(0);
            throw ProblemException.invalid(
                    "headAttendance",
                    "与出庭事实不符，应为 " + attendance + "：" + why.zh() + "（" + why.article() + "）",
                    "Contradicts the facts, which make it " + attendance + ": " + why.en() + " (" + why.article()
                            + ")");
        }
    }

    private static void converted(LitigationFile file, LitigationStep step) {
        if (!TrialProcedure.ORDINARY.name().equals(step.to())) {
            throw ProblemException.invalid("to", "只能转为 ORDINARY（行诉法第八十四条）", "Only to ORDINARY (Art. 84)");
        }
        require(file.simplified(), "本案不是简易程序（行诉法第八十四条）", "The procedure is not simplified (Art. 84)");
    }

    private static void extended(LitigationFile file, LitigationStep step) {
        days(step, 366);
        require(
                !file.simplified(),
                "简易程序不能延长审限，应转为普通程序（行诉法第八十四条）",
                "The simplified procedure is converted, not extended (Art. 84)");
    }

    private static void appealed(LitigationFile file) {
        require(
                file.appealedOn == null && file.triedAs() == Instance.FIRST,
                "只有一审裁判和按第一审程序再审的裁判可上诉一次（行诉法第八十五条，解释第一百一十九条）",
                "Only a decision of a first instance, or of a retrial tried as one, is appealed, and once (Art. 85, 解释"
                        + " Art. 119)");
        require(
                Finality.appealable(file.outcome),
                "该结果不能上诉（行诉法第八十五条，解释第一百零一条）",
                "No appeal lies against this outcome (Art. 85, 解释 Art. 101)");
    }

    static void item(LitigationStep step, int last, String zh, String en) {
        var item = step.numberedGround();
        if (item == null || item < 1 || item > last) {
            throw ProblemException.invalid(
                    "ground", "应为" + zh + "第（一）至（" + last + "）项的序号", "Must be 1 to " + last + " of " + en);
        }
    }

    private static void days(LitigationStep step, int longest) {
        if (step.days() == null || step.days() < 1 || step.days() > longest) {
            throw ProblemException.invalid("days", "应为1至" + longest + "日", "Must be 1 to " + longest + " days");
        }
    }

    private static void follows(LitigationFile file, LitigationStepType earlier) {
        require(
                file.dayOf(earlier) != null,
                "须先记录 " + earlier + "（" + earlier.zh() + "）",
                "Must follow " + earlier + " (" + earlier.en() + ")");
    }

    static void given(Object value, String field) {
        if (value == null) throw ProblemException.invalid(field, "不能为空", "Must be given");
    }

    static void require(boolean condition, String zh, String en) {
        if (!condition) throw new ProblemException(CaseProblem.RULE_BROKEN, zh, en).field("type", zh, en);
    }
}
