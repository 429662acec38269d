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

    /**
     * Of the sixty days, the year and the absolute limit the one that ends first; null when nothing is known. What kept
     * the applicant from applying stops the sixty days alone: the year is "at most", and the five and twenty years end
     * every right (Art. 20 para 3, Art. 21).
     */
    private Deadline apply() {
        var facts = file.application;
        var known = facts.actKnownOn();
        var told = facts.toldOfRightOn();
        var untold = told != null && (known == null || told.isAfter(known));
        var clock = sixtyDays(untold ? told : known);
        if (untold) clock = earlier(clock, clock(terms.applyUntold, known));
        return earlier(clock, clock(facts.ofRealEstate() ? terms.applyEverRealEstate : terms.applyEver, facts.actOn()));
    }

    private Deadline sixtyDays(LocalDate start) {
        if (start == null) return null;
        var met = file.application.appliedOn(file.receivedOn);
        return Deadline.of(terms.apply, start, obstacles(start), 0, met, calendar, today);
    }

    /** What of the obstacles lies within the counting, which begins the day after the trigger. */
    private List<Deadline.Excluded> obstacles(LocalDate start) {
        var first = start.plusDays(1);
        return file.application.allObstacles().stream()
                .filter(obstacle -> obstacle.to().isAfter(first))
                .map(obstacle -> new Deadline.Excluded(
                        obstacle.from().isBefore(first) ? first : obstacle.from(),
                        obstacle.to(),
                        obstacle.kind() + " " + terms.apply.article()))
                .toList();
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
