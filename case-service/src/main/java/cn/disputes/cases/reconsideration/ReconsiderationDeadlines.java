package cn.disputes.cases.reconsideration;

import cn.disputes.cases.calendar.Term;
import cn.disputes.cases.calendar.TermEnd;
import cn.disputes.cases.calendar.WorkingCalendar;
import cn.disputes.cases.casefile.CaseProblem;
import cn.disputes.cases.casefile.Deadline;
import cn.disputes.contract.problem.ProblemException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** By when: the clocks of a reconsideration under the law that governs it. */
final class ReconsiderationDeadlines {
    private static final Term REVIEW = Term.workingDays(5);
    private static final Term CORRECTION = Term.workingDays(10);
    private static final Term SUE = Term.days(15);

    private final ReconsiderationFile file;
    private final WorkingCalendar calendar;
    private final LocalDate today;

    ReconsiderationDeadlines(ReconsiderationFile file, WorkingCalendar calendar, LocalDate today) {
        this.file = file;
        this.calendar = calendar;
        this.today = today;
    }

    List<Deadline> all() {
        var clocks = new ArrayList<Deadline>();
        clocks.add(Deadline.of("ACCEPT", article("30", "17"), file.reviewFrom, reviewEnd(), reviewed(), today));
        if (file.correctionRequestedOn != null && newLaw()) {
            var corrected = file.reviewFrom.equals(file.receivedOn) ? null : file.reviewFrom;
            clocks.add(Deadline.of(
                    "CORR_SUBMIT",
                    "Art. 31",
                    file.correctionRequestedOn,
                    CORRECTION.from(file.correctionRequestedOn, calendar),
                    corrected == null ? file.concludedOn : corrected,
                    today));
        }
        if (file.acceptedOn == null) return clocks;
        clocks.add(Deadline.of(
                "SERVE",
                article(simplified() ? "54" : "48", "23"),
                file.acceptedOn,
                serveEnd(),
                file.copyServedOn == null ? file.concludedOn : file.copyServedOn,
                today));
        if (file.copyServedOn != null) {
            clocks.add(Deadline.of(
                    "REPLY",
                    article(simplified() ? "54" : "48", "23"),
                    file.copyServedOn,
                    replyEnd(),
                    file.repliedOn == null ? file.concludedOn : file.repliedOn,
                    today));
        }
        clocks.add(Deadline.of(
                "DECIDE",
                article("62", "31"),
                file.acceptedOn,
                excluded(),
                file.extendedDays,
                decideEnd(),
                file.concludedOn,
                today));
        if (file.decisionServedOn != null) {
            clocks.add(Deadline.of(
                    "SUE",
                    "行诉法 Art. 45",
                    file.decisionServedOn,
                    SUE.from(file.decisionServedOn, calendar),
                    null,
                    file.decisionServedOn));
        }
        return clocks;
    }

    /** Five working days; when they pass without a refusal the application is deemed accepted (Art. 30 para 3). */
    TermEnd reviewEnd() {
        return REVIEW.from(file.reviewFrom, calendar);
    }

    TermEnd serveEnd() {
        return Term.workingDays(simplified() ? 3 : 7).from(file.acceptedOn, calendar);
    }

    /** Ten working days since 2024; ten calendar days before, because the old Art. 40 lists only five and seven. */
    TermEnd replyEnd() {
        var term = !newLaw() ? Term.days(10) : Term.workingDays(simplified() ? 5 : 10);
        return term.from(file.copyServedOn, calendar);
    }

    TermEnd decideEnd() {
        return Term.days(simplified() ? 30 : 60)
                .from(file.acceptedOn, file.extendedDays + file.suspendedDays(today), calendar);
    }

    /** A term that has run out cannot be extended (Art. 62: decided within sixty days, extended before they pass). */
    void requireInTime(ReconsiderationStep extension) {
        if (file.acceptedOn == null || extension.on() == null) return;
        if (extension.on().isAfter(decideEnd().end())) {
            throw new ProblemException(
                            CaseProblem.RULE_BROKEN,
                            "审理期限已于 " + decideEnd().end() + " 届满，不能再延期（第六十二条）",
                            "The term ran out on " + decideEnd().end() + " and cannot be extended (Art. 62)")
                    .field("on", "须在期限届满前", "Must be before the term runs out");
        }
    }

    private LocalDate reviewed() {
        if (file.status == ReconsiderationStatus.IN_CORRECTION) return file.correctionRequestedOn;
        return file.acceptedOn != null ? file.acceptedOn : file.concludedOn;
    }

    private List<Deadline.Excluded> excluded() {
        return file.suspensions.stream()
                .map(s -> new Deadline.Excluded(s.from(), s.to(), "SUSPENDED Art. 39(" + s.ground() + ")"))
                .toList();
    }

    private boolean newLaw() {
        return file.lawVersion == LawVersion.XZFY_2023;
    }

    private boolean simplified() {
        return file.procedure == Procedure.SIMPLIFIED;
    }

    private String article(String since2024, String before) {
        return "Art. " + (newLaw() ? since2024 : before) + " " + file.lawVersion.wireName();
    }
}
