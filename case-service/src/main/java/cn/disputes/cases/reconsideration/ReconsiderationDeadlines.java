package cn.disputes.cases.reconsideration;

import cn.disputes.cases.calendar.WorkingCalendar;
import cn.disputes.cases.casefile.ClockRule;
import cn.disputes.cases.casefile.Deadline;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** By when: the clocks of a reconsideration under the law that governs it. */
final class ReconsiderationDeadlines {
    private static final String[] SUSPENDED = IntStream.rangeClosed(0, 10)
            .mapToObj(ground -> "SUSPENDED Art. 39(" + ground + ")")
            .toArray(String[]::new);

    private static final String CORRECTION = "CORRECTION 实施条例 Art. 29";

    private final ReconsiderationFile file;
    private final ReconsiderationTerms terms;
    private final WorkingCalendar calendar;
    private final LocalDate today;
    private final Review missed;

    ReconsiderationDeadlines(ReconsiderationFile file, WorkingCalendar calendar, LocalDate today) {
        this.file = file;
        this.terms = ReconsiderationTerms.of(file.lawVersion, file.procedure);
        this.calendar = calendar;
        this.today = today;
        this.missed = firstMissed();
    }

    /** Every clock that runs or has run, in the order in which they start. */
    List<Deadline> all() {
        var clocks = new ArrayList<Deadline>(8);
        new ApplicationDeadlines(file, terms, calendar, today).addTo(clocks);
        if (file.correctionRequestedOn != null) {
            clocks.add(clock(terms.correctionNotice, file.receivedOn, file.correctionRequestedOn));
            var correction = correction();
            if (correction != null) clocks.add(correction);
        }
        clocks.add(review());
        var accepted = accepted();
        if (accepted != null) {
            clocks.add(clock(terms.serve, accepted, orEnd(file.copyServedOn)));
            if (file.copyServedOn != null) clocks.add(reply());
            hearings(clocks);
            for (var review : file.documentReviews) document(review, clocks);
            clocks.add(decide());
        }
        for (var suspension : file.suspensions) {
            if (suspension.timesOut()) clocks.add(clock(terms.suspension, suspension.from(), suspension.to()));
        }
        new PerformanceDeadlines(file, terms, calendar, today).addTo(clocks);
        return clocks;
    }

    Deadline review() {
        return clock(terms.review, (missed == null ? lastReview() : missed).from(), reviewed());
    }

    /** Null while no copy was served. */
    Deadline reply() {
        if (file.copyServedOn == null) return null;
        return clock(terms.reply, file.copyServedOn, orEnd(file.repliedOn));
    }

    /** Null while nothing is accepted. */
    Deadline decide() {
        return accepted() == null ? null : decide(terms, file.extendedDays, file.concludedOn);
    }

    private Deadline decide(ReconsiderationTerms procedure, int extendedDays, LocalDate met) {
        var start = old() ? file.receivedOn : accepted();
        return Deadline.of(procedure.decide, start, excluded(), extendedDays, met, calendar, today);
    }

    /** The end of the term to decide when it has passed without a decision (逾期不作决定), else null. */
    LocalDate ranOut() {
        var decide = decide();
        return decide != null && decide.breached() && decide.end().isBefore(today) ? decide.end() : null;
    }

    /** The end of the term to decide as it would be without an extension. */
    LocalDate decideUnextended() {
        return decide(terms, 0, null).end();
    }

    /** The end of the term to decide as it would be without a conversion. */
    LocalDate decideSimplified() {
        return decide(ReconsiderationTerms.of(file.lawVersion, Procedure.SIMPLIFIED), 0, null)
                .end();
    }

    /** The copy was served, the reply's term has run out and no reply is recorded (Art. 70). */
    boolean inDefault() {
        if (file.copyServedOn == null || file.repliedOn != null) return false;
        var end = terms.reply.term().from(file.copyServedOn, calendar).end();
        return (file.concludedOn == null ? today : file.concludedOn).isAfter(end);
    }

    /**
     * The day from which acceptance counts. Before 2024 whatever is not refused is accepted from its receipt, whenever
     * that was found (2017 Art. 17 para 2). Since then from the acceptance; when the five days of a review pass without
     * a refusal the application is accepted by law on the day they end (Art. 30 para 3), and no step that comes later
     * changes that. A late refusal that stands in the record, as only a file brings it, is no acceptance.
     */
    LocalDate accepted() {
        if (file.outcome != null && file.outcome.notAdmitted()) return null;
        if (missed == null && file.acceptedOn == null) return null;
        if (old()) return (missed == null ? lastReview() : missed).from();
        return missed == null ? file.acceptedOn : reviewEnd(missed);
    }

    /** The day of acceptance to tell of a case: as recorded, and of one that ended without that, the day silence accepted it. */
    LocalDate acceptedOn() {
        return file.acceptedOn != null || file.concludedOn == null ? file.acceptedOn : accepted();
    }

    /** The first review whose days had passed before anything ended it, or null. */
    Review missed() {
        return missed;
    }

    private Review firstMissed() {
        for (var review : file.reviews) if (review.until(today).isAfter(reviewEnd(review))) return review;
        return null;
    }

    LocalDate reviewEnd(Review review) {
        return terms.review.term().from(review.from(), calendar).end();
    }

    private Review lastReview() {
        return file.reviews.get(file.reviews.size() - 1);
    }

    private boolean old() {
        return file.lawVersion == LawVersion.XZFY_2017;
    }

    /** Null where there is none: the old law knew only what the notice stated. */
    Deadline correction() {
        var rule = file.correctionRequestedOn == null ? null : terms.correction(file.correctionDays);
        return rule == null ? null : correction(rule);
    }

    private Deadline correction(ClockRule rule) {
        return Deadline.of(
                rule, file.correctionRequestedOn, List.of(), file.correctionExtendedDays, corrected(), calendar, today);
    }

    private void hearings(List<Deadline> clocks) {
        if (terms.hearingNotice == null) return;
        for (var hearing : file.hearings) {
            if (hearing.notifiedOn() == null || hearing.day() == null) continue;
            clocks.add(Deadline.before(terms.hearingNotice, hearing.day(), hearing.notifiedOn(), calendar, today));
        }
    }

    private void document(DocumentReview review, List<Deadline> clocks) {
        if (review.own()) {
            clocks.add(clock(terms.documentOwn, review.questionedOn(), orEnd(review.endedOn())));
            var suspended = terms.documentAsk == null ? null : suspendedFor(review);
            if (suspended != null) clocks.add(clock(terms.documentAsk, suspended, orEnd(review.makerAskedOn())));
            if (terms.documentAnswer != null && review.makerAskedOn() != null) {
                clocks.add(clock(terms.documentAnswer, review.makerAskedOn(), orEnd(review.makerAnsweredOn())));
            }
            return;
        }
        clocks.add(clock(terms.documentForward, review.questionedOn(), orEnd(review.forwardedOn())));
        if (review.forwardedOn() != null) {
            clocks.add(clock(terms.documentReturn, review.forwardedOn(), orEnd(review.endedOn())));
        }
    }

    /** The suspension for a document's sake, Art. 39(9), from which Art. 58 counts; null while there is none. */
    private LocalDate suspendedFor(DocumentReview review) {
        for (var suspension : file.suspensions) {
            if (suspension.ground() == 9 && !suspension.from().isBefore(review.questionedOn()))
                return suspension.from();
        }
        return null;
    }

    private Deadline clock(ClockRule rule, LocalDate start, LocalDate met) {
        return Deadline.of(rule, start, met, calendar, today);
    }

    private LocalDate orEnd(LocalDate met) {
        return met == null ? file.concludedOn : met;
    }

    private LocalDate corrected() {
        return orEnd(file.correctedOn);
    }

    private LocalDate reviewed() {
        if (file.status == ReconsiderationStatus.IN_CORRECTION) return file.correctionRequestedOn;
        return orEnd(file.acceptedOn);
    }

    private List<Deadline.Excluded> excluded() {
        var corrected = old() && file.correctedOn != null && missed != file.reviews.get(0);
        if (!corrected && file.suspensions.isEmpty() && file.excludedTimes.isEmpty()) return List.of();
        var excluded = new ArrayList<Deadline.Excluded>();
        if (corrected) {
            excluded.add(new Deadline.Excluded(file.correctionRequestedOn, file.correctedOn, CORRECTION));
        }
        for (var s : file.suspensions) excluded.add(new Deadline.Excluded(s.from(), s.to(), SUSPENDED[s.ground()]));
        for (var t : file.excludedTimes) {
            var reason = t.ground() + " 实施条例 Art. " + t.ground().article();
            excluded.add(new Deadline.Excluded(t.from(), t.to(), reason));
        }
        return excluded;
    }
}
