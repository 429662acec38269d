package cn.disputes.alerts.escalation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How far a run has come.
 *
 * @param resolveBy last day to resolve
 * @param resolveReason TERM, or HEARING when a hearing ends it sooner
 * @param silencedUntil last day of the silence in force, null without one
 */
record Climb(LocalDate resolveBy, String resolveReason, LocalDate silencedUntil, List<Step> steps) {
    /** Where a rung stands. */
    enum State {
        /** Due some day. */
        WAITING,
        /** What it counts from has not happened. */
        DORMANT,
        /** What it asks for was done, or a person has dealt with it. */
        ANSWERED,
        /** It has fallen due; once and for all. */
        FIRED,
        /** The run ended before. */
        ENDED
    }

    /**
     * One rung of the run.
     *
     * @param dueOn last day to do what it asks for; null while DORMANT
     * @param firesAt when it falls due, silence counted; null unless WAITING
     * @param unsilencedAt when it would without the silence
     * @param calendarKnown the holidays of every year counted are known
     * @param answeredBy ACTION, or the person who acknowledged it
     */
    record Step(
            Ladder.Rung rung,
            State state,
            LocalDate dueOn,
            Instant firesAt,
            Instant unsilencedAt,
            boolean calendarKnown,
            Instant firedAt,
            Instant answeredAt,
            String answeredBy) {

        boolean silenced(Instant now) {
            return state == State.WAITING && unsilencedAt.isBefore(firesAt) && !unsilencedAt.isAfter(now);
        }
    }

    /** When there is something to do: a rung falls due, or is first kept back by a silence. */
    Optional<Instant> next(Instant now) {
        return steps.stream()
                .filter(step -> step.state() == State.WAITING)
                .flatMap(step -> Stream.of(step.unsilencedAt(), step.firesAt()))
                .filter(at -> at.isAfter(now))
                .min(Instant::compareTo);
    }
}
