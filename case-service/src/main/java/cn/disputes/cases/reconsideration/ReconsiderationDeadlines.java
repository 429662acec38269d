package cn.disputes.cases.reconsideration;

import cn.disputes.cases.calendar.WorkingCalendar;
import cn.disputes.cases.casefile.CaseProblem;
import cn.disputes.cases.casefile.ClockRule;
import cn.disputes.cases.casefile.Deadline;
import cn.disputes.contract.problem.ProblemException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** By when: the clocks of a reconsideration under the law that governs it. */
final class ReconsiderationDeadlines {
    /** Art. 41(5): only these grounds of suspension time out. */
    private static final Set<Integer> TIME_OUT = Set.of(1, 2, 4);

    private final ReconsiderationFile file;
    private final ReconsiderationTerms terms;
    private final WorkingCalendar calendar;
    private final LocalDate today;

    ReconsiderationDeadlines(ReconsiderationFile file, WorkingCalendar calendar, LocalDate today) {
        this.file = file;
        this.terms = new ReconsiderationTerms(file.lawVersion, file.procedure);
        this.calendar = calendar;
        this.today = today;
    }

    /** Every clock that runs or has run, in the order in which they start. */
    List<Deadline> all() {
        var clocks = new ArrayList<Deadline>();
        if (file.correctionRequestedOn != null) {
            clocks.add(clock(terms.correctionNotice(), file.receivedOn, file.correctionRequestedOn));
            if (newLaw()) clocks.add(clock(terms.correction(), file.correctionRequestedOn, corrected()));
        }
        clocks.add(review());
        var accepted = accepted();
        if (accepted != null) {
            clocks.add(clock(terms.serve(), accepted, orEnd(file.copyServedOn)));
            if (file.copyServedOn != null) clocks.add(reply());
            clocks.add(decide());
        }
        for (var suspension : file.suspensions) {
            if (TIME_OUT.contains(suspension.ground())) {
                clocks.add(clock(terms.suspension(), suspension.from(), suspension.to()));
            }
        }
        if (file.decisionServedOn != null) {
            clocks.add(Deadline.ofRight(terms.sue(), file.decisionServedOn, null, calendar, today));
        }
        return clocks;
    }

    Deadline review() {
        return clock(terms.review(), file.reviewFrom, reviewed());
    }

    /** Null while no copy was served. */
    Deadline reply() {
        if (file.copyServedOn == null) return null;
        return clock(terms.reply(), file.copyServedOn, orEnd(file.repliedOn));
    }

    /** Null while nothing is accepted. */
    Deadline decide() {
        var accepted = accepted();
        if (accepted == null) return null;
        return Deadline.of(terms.decide(), accepted, excluded(), file.extendedDays, file.concludedOn, calendar, today);
    }

    /**
     * The day from which acceptance counts. When the five days of review pass without a refusal the application is
     * accepted by law: since 2024 on the day they end (Art. 30 para 3), before on the day it was received (2017 Art.
     * 17); an acceptance recorded later changes nothing.
     */
    LocalDate accepted() {
        var reviewEnd = clock(terms.review(), file.reviewFrom, null).end();
        if (file.acceptedOn != null && !file.acceptedOn.isAfter(reviewEnd)) return file.acceptedOn;
        var undecided = file.acceptedOn == null && file.status == ReconsiderationStatus.RECEIVED;
        if (file.acceptedOn == null && !(undecided && today.isAfter(reviewEnd))) return null;
        return newLaw() ? reviewEnd : file.reviewFrom;
    }

    /** A term that has run out cannot be extended (Art. 62: decided within sixty days, extended before they pass). */
    void requireInTime(ReconsiderationStep extension) {
        var decide = decide();
        if (decide == null || extension.on() == null || !extension.on().isAfter(decide.end())) return;
        throw new ProblemException(
                        CaseProblem.RULE_BROKEN,
                        "审理期限已于 " + decide.end() + " 届满，不能再延期（第六十二条）",
                        "The term ran out on " + decide.end() + " and cannot be extended (Art. 62)")
                .field("on", "须在期限届满前", "Must be before the term runs out");
    }

    private Deadline clock(ClockRule rule, LocalDate start, LocalDate met) {
        return Deadline.of(rule, start, met, calendar, today);
    }

    private LocalDate orEnd(LocalDate met) {
        return met == null ? file.concludedOn : met;
    }

    private LocalDate corrected() {
        return orEnd(file.reviewFrom.equals(file.receivedOn) ? null : file.reviewFrom);
    }

    private LocalDate reviewed() {
        if (file.status == ReconsiderationStatus.IN_CORRECTION) return file.correctionRequestedOn;
        return orEnd(file.acceptedOn);
    }

    private List<Deadline.Excluded> excluded() {
        return file.suspensions.stream()
                .map(s -> new Deadline.Excluded(s.from(), s.to(), "SUSPENDED Art. 39(" + s.ground() + ")"))
                .toList();
    }

    private boolean newLaw() {
        return file.lawVersion == LawVersion.XZFY_2023;
    }
}
