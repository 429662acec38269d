package cn.disputes.cases.reconsideration;

import cn.disputes.cases.calendar.WorkingCalendar;
import cn.disputes.cases.casefile.CaseProblem;
import cn.disputes.cases.casefile.RecordedStep;
import cn.disputes.contract.codes.ReconsiderationOutcome;
import cn.disputes.contract.problem.ProblemException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a new step may not do because a term has run out, which only the calendar tells. Asked when a step is recorded,
 * not when a history is folded: a notice loaded later makes nothing illegal that was recorded in good faith.
 */
final class CalendarRules {
    /** What sends an application back unaccepted. */
    private static final Set<ReconsiderationStepType> SENT_BACK = EnumSet.of(
            ReconsiderationStepType.CORRECTION_REQUESTED,
            ReconsiderationStepType.REFUSED,
            ReconsiderationStepType.TRANSFERRED);

    private static final Set<ReconsiderationStepType> DECISIVE = EnumSet.of(
            ReconsiderationStepType.CORRECTION_REQUESTED,
            ReconsiderationStepType.REFUSED,
            ReconsiderationStepType.TRANSFERRED,
            ReconsiderationStepType.ABANDONED,
            ReconsiderationStepType.PROCEDURE_CONVERTED,
            ReconsiderationStepType.EXTENDED,
            ReconsiderationStepType.DECIDED);

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
        if (added.stream().anyMatch(step -> sendsBack(step.body()))
                && sentBack(is, calendar, today) > sentBack(was, calendar, today))
            throw acceptedAlready(is, calendar, today);
        if (abandonedTooEarly(is, calendar, today) && !abandonedTooEarly(was, calendar, today)) {
            throw tooEarly(is, calendar, today);
        }
        if (convertedTooLate(is, calendar, today) && !convertedTooLate(was, calendar, today)) {
            throw convertedLate(is, calendar, today);
        }
        if (extendedTooLate(is, calendar, today) && !extendedTooLate(was, calendar, today)) {
            throw tooLate(is, calendar, today);
        }
        if (upheldInDefault(is, calendar, today) && !upheldInDefault(was, calendar, today)) throw inDefault(is);
    }

    private static boolean decisive(ReconsiderationStep step) {
        return DECISIVE.contains(step.type()) || step.rectifies();
    }

    /** Not so a day that is put right, however late it shows a step to have been that stands. */
    private static boolean sendsBack(ReconsiderationStep step) {
        return SENT_BACK.contains(step.type()) || step.replacement() != null && sendsBack(step.replacement());
    }

    /** How often it was sent back after a review had passed in silence, which accepts it (Art. 30 para 3). */
    private static long sentBack(ReconsiderationFile file, WorkingCalendar calendar, LocalDate today) {
        var missed = new ReconsiderationDeadlines(file, calendar, today).missed();
        if (missed == null) return 0;
        return file.reviews.subList(file.reviews.indexOf(missed), file.reviews.size()).stream()
                .filter(review -> review.leftBy() != null
                        && SENT_BACK.contains(review.leftBy().type()))
                .count();
    }

    private static ProblemException acceptedAlready(
            ReconsiderationFile file, WorkingCalendar calendar, LocalDate today) {
        var deadlines = new ReconsiderationDeadlines(file, calendar, today);
        var end = deadlines.reviewEnd(deadlines.missed());
        var old = file.lawVersion == LawVersion.XZFY_2017;
        return new ProblemException(
                        CaseProblem.RULE_BROKEN,
                        "审查期限已于 " + end + " 届满，视为受理，不能再要求补正、不予受理或者移送"
                                + (old ? "（2017年文本第十七条）" : "（第三十条第三款）；不符合受理条件的，决定驳回申请（第三十三条）"),
                        "The review ran out on " + end
                                + " and the application is accepted by law: it is not sent back ("
                                + (old
                                        ? "2017 Art. 17)"
                                        : "Art. 30 para 3); what lacks a condition is rejected (Art. 33)"))
                .field("on", "不能晚于 " + end, "Must not be after " + end);
    }

    private static boolean abandonedTooEarly(ReconsiderationFile file, WorkingCalendar calendar, LocalDate today) {
        if (file.outcome != ReconsiderationOutcome.ABANDONED) return false;
        var correction = new ReconsiderationDeadlines(file, calendar, today).correction();
        return correction != null && !file.concludedOn.isAfter(correction.end());
    }

    private static ProblemException tooEarly(ReconsiderationFile file, WorkingCalendar calendar, LocalDate today) {
        var end =
                new ReconsiderationDeadlines(file, calendar, today).correction().end();
        var old = file.lawVersion == LawVersion.XZFY_2017;
        return new ProblemException(
                        CaseProblem.RULE_BROKEN,
                        "补正期限于 " + end + " 届满，逾期不补正的才视为放弃申请（" + (old ? "实施条例第二十九条）" : "第三十一条第二款）"),
                        "There is time to correct until " + end + ": only then is the application given up ("
                                + (old ? "实施条例 Art. 29)" : "Art. 31 para 2)"))
                .field("on", "须晚于 " + end, "Must be after " + end);
    }

    private static boolean convertedTooLate(ReconsiderationFile file, WorkingCalendar calendar, LocalDate today) {
        return file.convertedOn != null && file.convertedOn.isAfter(simplified(file, calendar, today));
    }

    private static LocalDate simplified(ReconsiderationFile file, WorkingCalendar calendar, LocalDate today) {
        return new ReconsiderationDeadlines(file, calendar, today).decideSimplified();
    }

    private static ProblemException convertedLate(ReconsiderationFile file, WorkingCalendar calendar, LocalDate today) {
        var end = simplified(file, calendar, today);
        return new ProblemException(
                        CaseProblem.RULE_BROKEN,
                        "简易程序的审理期限已于 " + end + " 届满，不能再转为普通程序（第六十二条第二款）",
                        "The term of the simplified procedure ran out on " + end
                                + ": it is not converted any more (Art. 62 para 2)")
                .field("on", "不能晚于 " + end, "Must not be after " + end);
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
