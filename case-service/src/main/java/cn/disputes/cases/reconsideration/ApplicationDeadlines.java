package cn.disputes.cases.reconsideration;

import cn.disputes.cases.calendar.WorkingCalendar;
import cn.disputes.cases.casefile.ClockRule;
import cn.disputes.cases.casefile.Deadline;
import java.time.LocalDate;
import java.util.List;

/** Whether an application came in time (申请期限, Art. 20, 21), and was relayed in time (Art. 32). */
final class ApplicationDeadlines {
    private final ReconsiderationFile file;
    private final ReconsiderationTerms terms;
    private final WorkingCalendar calendar;
    private final LocalDate today;

    ApplicationDeadlines(
            ReconsiderationFile file, ReconsiderationTerms terms, WorkingCalendar calendar, LocalDate today) {
        this.file = file;
        this.terms = terms;
        this.calendar = calendar;
        this.today = today;
    }

    void addTo(List<Deadline> clocks) {
        if (file.application == ApplicationFacts.UNKNOWN) return;
        var apply = apply();
        if (apply != null) clocks.add(apply);
        var agencyReceived = file.application.agencyReceivedOn();
        if (terms.relay != null && agencyReceived != null) {
            clocks.add(Deadline.of(terms.relay, agencyReceived, file.receivedOn, calendar, today));
        }
    }

    /** Of the sixty days, the year and the absolute limit the one that ends first; null when nothing is known. */
    private Deadline apply() {
        var facts = file.application;
        var known = facts.actKnownOn();
        var told = facts.toldOfRightOn();
        var untold = told != null && (known == null || told.isAfter(known));
        var clock = untold ? clock(terms.apply, told) : clock(terms.apply, known);
        if (untold) clock = earlier(clock, clock(terms.applyUntold, known));
        return earlier(clock, clock(facts.ofRealEstate() ? terms.applyEverRealEstate : terms.applyEver, facts.actOn()));
    }

    private Deadline clock(ClockRule rule, LocalDate start) {
        if (rule == null || start == null) return null;
        return Deadline.of(rule, start, file.application.appliedOn(file.receivedOn), calendar, today);
    }

    private static Deadline earlier(Deadline one, Deadline other) {
        if (one == null || other == null) return one == null ? other : one;
        return other.end().isBefore(one.end()) ? other : one;
    }
}
