package cn.disputes.alerts.escalation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * Something recorded that bears on a climb.
 *
 * @param at when it was recorded: what is known later cannot have kept a rung from falling due before
 * @param day of SILENCED the last day of the silence, of HEARING the day of the hearing
 * @param rung of ACKNOWLEDGED which one
 * @param by of ACKNOWLEDGED who
 */
record Happening(Instant at, What what, LocalDate day, String rung, String by) {
    enum What {
        SIGNED,
        PLANNED,
        CLAIMED,
        UNCLAIMED,
        SILENCED,
        LIFTED,
        HEARING,
        ACKNOWLEDGED,
        ENDED
    }

    static final Comparator<Happening> IN_ORDER = Comparator.comparing(Happening::at);

    static Happening of(Instant at, What what) {
        return new Happening(at, what, null, null, null);
    }

    static Happening of(Instant at, What what, LocalDate day) {
        return new Happening(at, what, day, null, null);
    }

    static Happening acknowledged(Instant at, String rung, String by) {
        return new Happening(at, What.ACKNOWLEDGED, null, rung, by);
    }
}
