package cn.disputes.cases.reconsideration;

import cn.disputes.cases.calendar.WorkingCalendar;
import cn.disputes.cases.casefile.CaseProblem;
import cn.disputes.cases.casefile.RecordedStep;
import cn.disputes.contract.codes.ReconsiderationOutcome;
import cn.disputes.contract.problem.ProblemException;
import java.time.LocalDate;
import java.util.List;

/**
 * What a new step may not do because a term has run out, which only the calendar tells. Asked when a step is recorded,
 * not when a history is folded: a notice loaded later makes nothing illegal that was recorded in good faith.
 */
final class CalendarRules {
    private CalendarRules() {}

    /** @param before the history without the new steps, {@code after} with them */
    static void check(
            List<RecordedStep<ReconsiderationStep>> before,
            List<RecordedStep<ReconsiderationStep>> after,
            WorkingCalendar calendar,
            LocalDate today) {
        var added = after.subList(before.size(), after.size());
        if (added.stream().noneMatch(step -> decisive(step.body()))) return;
        var was = ReconsiderationFile.fold(before);
        var is = ReconsiderationFile.fold(after);
        if (extendedTooLate(is, calendar, today) && !extendedTooLate(was, calendar, today)) {
            throw tooLate(is, calendar, today);
        }
        if (upheldInDefault(is, calendar, today) && !upheldInDefault(was, calendar, today)) throw inDefault(is);
    }

    private static boolean decisive(ReconsiderationStep step) {
        return step.type() == ReconsiderationStepType.EXTENDED
                || step.type() == ReconsiderationStepType.DECIDED
                || step.rectifies();
    }

    /** A term that has run out cannot be extended (Art. 62: decided within sixty days, extended before they pass). */
    private static boolean extendedTooLate(ReconsiderationFile file, WorkingCalendar calendar, LocalDate today) {
        return file.extendedOn != null && file.extendedOn.isAfter(unextended(file, calendar, today));
    }

    private static LocalDate unextended(ReconsiderationFile file, WorkingCalendar calendar, LocalDate today) {
        return new ReconsiderationDeadlines(file, calendar, today).decideUnextended();
    }

    private static ProblemException tooLate(ReconsiderationFile file, WorkingCalendar calendar, LocalDate today) {
        var end = unextended(file, calendar, today);
        return new ProblemException(
                        CaseProblem.RULE_BROKEN,
                        "审理期限已于 " + end + " 届满，不能再延期（第六十二条）",
                        "The term ran out on " + end + " and cannot be extended (Art. 62)")
                .field("on", "须在期限届满前", "Must be before the term runs out");
    }

    private static boolean upheldInDefault(ReconsiderationFile file, WorkingCalendar calendar, LocalDate today) {
        return file.outcome == ReconsiderationOutcome.UPHELD
                && !(file.thirdPartyEvidence && file.lawVersion == LawVersion.XZFY_2023)
                && new ReconsiderationDeadlines(file, calendar, today).inDefault();
    }

    private static ProblemException inDefault(ReconsiderationFile file) {
        var old = file.lawVersion == LawVersion.XZFY_2017;
        return new ProblemException(
                        CaseProblem.RULE_BROKEN,
                        "被申请人逾期未答复、未提交证据，视为没有证据、依据，不能维持（"
                                + (old ? "2017年文本第二十八条第一款第四项）" : "第七十条）；第三人提供证据的，注明 thirdPartyEvidence"),
                        "Without a reply in time the act counts as without evidence and cannot be upheld ("
                                + (old
                                        ? "2017 Art. 28(4))"
                                        : "Art. 70); if a third party supplied it, say thirdPartyEvidence"))
                .field("outcome", "不能维持", "Cannot be upheld");
    }
}
