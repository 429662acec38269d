package cn.disputes.alerts.escalation;

import cn.disputes.alerts.calendar.WorkingDays;
import cn.disputes.alerts.escalation.Climb.State;
import cn.disputes.alerts.escalation.Climb.Step;
import cn.disputes.alerts.escalation.Ladder.Base;
import cn.disputes.alerts.escalation.Ladder.Moment;
import cn.disputes.alerts.escalation.Ladder.Rung;
import cn.disputes.alerts.escalation.Ladder.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Which rungs of a ladder have fallen due. The answer is made anew from what is recorded, never carried from one look to
 * the next: it is the same however often, how late and on how many machines one looks. A rung falls due at the first
 * instant of its day unless it was answered before.
 */
final class EscalationRules {
    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /**
     * Where a run begins.
     *
     * @param on the day the counting starts from, itself not counted
     * @param signed signed for already: a claim sent back
     */
    record Start(Instant at, LocalDate on, boolean signed) {}

    private final Start start;
    private final Ladder.Term within;
    private final WorkingDays calendar;
    private final List<Rung> rungs;
    private final Instant[] firedAt;
    private final Instant[] acknowledgedAt;
    private final String[] acknowledgedBy;
    private final LocalDate[] firedDue;

    private Instant signedAt;
    private Instant plannedAt;
    private Instant claimedAt;
    private Instant endedAt;
    private LocalDate silencedUntil;
    private LocalDate hearingOn;

    private EscalationRules(Start start, Ladder.Term within, List<Rung> rungs, WorkingDays calendar) {
        this.start = start;
        this.within = within;
        this.rungs = rungs;
        this.calendar = calendar;
        this.firedAt = new Instant[rungs.size()];
        this.acknowledgedAt = new Instant[rungs.size()];
        this.acknowledgedBy = new String[rungs.size()];
        this.firedDue = new LocalDate[rungs.size()];
        this.signedAt = start.signed() ? start.at() : null;
    }

    /**
     * @param fired what is on record as having fallen due, by code: it stays so, even if a day has moved since
     * @param happenings what is recorded of the case, in any order; what was recorded before the start counts from it
     * @param now nothing later counts
     */
    static Climb climb(
            Start start,
            Ladder.Term within,
            List<Rung> rungs,
            Map<String, Instant> fired,
            List<Happening> happenings,
            WorkingDays calendar,
            Instant now) {
        var climb = new EscalationRules(start, within, rungs, calendar);
        for (var i = 0; i < rungs.size(); i++)
            climb.firedAt[i] = fired.get(rungs.get(i).code());
        var since = start.at();
        for (var happening : happenings.stream().sorted(Happening.IN_ORDER).toList()) {
            if (happening.at().isAfter(now) || climb.endedAt != null) break;
            climb.fire(since, happening.at());
            climb.apply(happening);
            if (happening.at().isAfter(since)) since = happening.at();
        }
        if (climb.endedAt == null) climb.fire(since, now.plusNanos(1));
        return climb.standing();
    }

    /** What falls due from {@code from} to before {@code to}, while the facts are as they are. */
    private void fire(Instant from, Instant to) {
        for (var i = 0; i < rungs.size(); i++) {
            if (firedAt[i] != null || answeredAt(i) != null) continue;
            var due = dueOn(rungs.get(i));
            if (due == null) continue;
            var at = firesAt(rungs.get(i), due, silencedUntil);
            if (at.isBefore(from)) at = from;
            if (at.isBefore(to)) {
                firedAt[i] = at;
                firedDue[i] = due;
            }
        }
    }

    private void apply(Happening h) {
        switch (h.what()) {
            case SIGNED -> signedAt = first(signedAt, h.at());
            case PLANNED -> {
                signedAt = first(signedAt, h.at());
                plannedAt = first(plannedAt, h.at());
            }
            case CLAIMED -> {
                signedAt = first(signedAt, h.at());
                plannedAt = first(plannedAt, h.at());
                claimedAt = h.at();
            }
            case UNCLAIMED -> claimedAt = null;
            case SILENCED -> silencedUntil = h.day();
            case LIFTED -> silencedUntil = null;
            case HEARING -> hearingOn = earlier(hearingOn, h.day());
            case ACKNOWLEDGED -> acknowledge(h);
            case ENDED -> endedAt = h.at();
        }
    }

    private void acknowledge(Happening h) {
        for (var i = 0; i < rungs.size(); i++) {
            if (!rungs.get(i).code().equals(h.rung()) || acknowledgedAt[i] != null) continue;
            acknowledgedAt[i] = h.at();
            acknowledgedBy[i] = h.by();
        }
    }

    /** The first hearing after the start bounds the term, whichever is heard of first. */
    private LocalDate earlier(LocalDate known, LocalDate hearing) {
        if (!hearing.isAfter(start.on())) return known;
        return known == null || hearing.isBefore(known) ? hearing : known;
    }

    private static Instant first(Instant known, Instant at) {
        return known == null ? at : known;
    }

    /** When the rung was answered, null while it is not. */
    private Instant answeredAt(int i) {
        if (acknowledgedAt[i] != null) return acknowledgedAt[i];
        return switch (rungs.get(i).answer()) {
            case SIGNED -> signedAt;
            case PLANNED -> plannedAt;
            case RESOLVED -> claimedAt;
            // only the end of the run verifies
            case VERIFIED -> null;
        };
    }

    private LocalDate resolveBy() {
        var term = within.unit() == Unit.WORKING_DAYS
                ? calendar.plus(start.on(), within.days())
                : start.on().plusDays(within.days());
        return endsSooner(term) ? hearingOn.minusDays(1) : term;
    }

    private boolean endsSooner(LocalDate term) {
        return hearingOn != null && !hearingOn.isAfter(term);
    }

    private LocalDate dueOn(Rung rung) {
        var base = baseDay(rung.base());
        if (base == null) return null;
        return rung.unit() == Unit.WORKING_DAYS ? calendar.plus(base, rung.days()) : base.plusDays(rung.days());
    }

    private LocalDate baseDay(Base base) {
        return switch (base) {
            case HANDED_OVER -> start.on();
            case RESOLVE_BY -> resolveBy();
            case CLAIMED -> claimedAt == null ? null : LocalDate.ofInstant(claimedAt, SHANGHAI);
        };
    }

    private static Instant firesAt(Rung rung, LocalDate due, LocalDate silencedUntil) {
        var day = rung.moment() == Moment.LAST_DAY ? due : due.plusDays(1);
        if (silencedUntil != null && !day.isAfter(silencedUntil)) day = silencedUntil.plusDays(1);
        return day.atStartOfDay(SHANGHAI).toInstant();
    }

    private Climb standing() {
        var steps = new ArrayList<Step>();
        for (var i = 0; i < rungs.size(); i++) steps.add(step(i));
        var term = start.on();
        var full =
                within.unit() == Unit.WORKING_DAYS ? calendar.plus(term, within.days()) : term.plusDays(within.days());
        return new Climb(resolveBy(), endsSooner(full) ? "HEARING" : "TERM", silencedUntil, steps);
    }

    private Step step(int i) {
        var rung = rungs.get(i);
        var answered = answeredAt(i);
        var due = firedDue[i] != null ? firedDue[i] : dueOn(rung);
        var state = firedAt[i] != null
                ? State.FIRED
                : answered != null
                        ? State.ANSWERED
                        : endedAt != null ? State.ENDED : due == null ? State.DORMANT : State.WAITING;
        var waiting = state == State.WAITING;
        return new Step(
                rung,
                state,
                due,
                waiting ? firesAt(rung, due, silencedUntil) : null,
                waiting ? firesAt(rung, due, null) : null,
                rung.unit() == Unit.DAYS && within.unit() == Unit.DAYS || due == null || known(due),
                firedAt[i],
                answered,
                answered == null ? null : acknowledgedBy[i] == null ? "ACTION" : acknowledgedBy[i]);
    }

    private boolean known(LocalDate due) {
        for (var year = start.on().getYear(); year <= due.getYear(); year++) if (!calendar.known(year)) return false;
        return true;
    }
}
