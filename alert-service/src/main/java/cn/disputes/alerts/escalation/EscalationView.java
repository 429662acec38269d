package cn.disputes.alerts.escalation;

import cn.disputes.alerts.delivery.Audience;
import cn.disputes.alerts.escalation.Climb.State;
import cn.disputes.alerts.escalation.Climb.Step;
import cn.disputes.contract.codes.RiskLevel;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where a case stands on the ladder: done, next, and why.
 *
 * @param hearingOn day of the hearing, once the register has warned of it
 * @param current the run under way; absent while the case is with no leader, or has ended
 * @param earlier the runs before, the latest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Escalation")
public record EscalationView(
        UUID riskCaseId, String litigationCaseNumber, LocalDate hearingOn, Run current, List<Run> earlier) {
    /**
     * One climb.
     *
     * @param because ORDERED, REASSIGNED, REOPENED or RELEASED
     * @param ladderVersion in force when the run began; a later one does not move it
     * @param resolveReason TERM, or HEARING when a hearing ends the term sooner
     * @param next the rung that falls due next; absent when none will
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "EscalationRun")
    public record Run(
            int run,
            String leader,
            RiskLevel level,
            int ladderVersion,
            LocalDate startedOn,
            String because,
            LocalDate resolveBy,
            String resolveReason,
            SilenceView silence,
            List<RungView> rungs,
            Next next,
            Instant endedAt,
            String endedBecause) {}

    /** Falls due at the first instant of {@code on}, Shanghai time. */
    @Schema(name = "NextRung")
    public record Next(String rung, LocalDate on, String zh, String en) {}

    /** A silence in force or past; {@code until} is its last day. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Silence")
    public record SilenceView(
            UUID id, LocalDate until, String author, String reason, Instant recordedAt, Instant liftedAt) {
        static SilenceView of(EscalationFile.Silence s) {
            return new SilenceView(s.id(), s.until(), s.author(), s.reason(), s.at(), s.liftedAt());
        }
    }

    /**
     * One rung.
     *
     * @param state WAITING, DORMANT (what it counts from has not happened), ANSWERED, FIRED or ENDED
     * @param answer what it asks for
     * @param dueOn last day to do what it asks for
     * @param firesOn of WAITING: the day it falls due, silence counted
     * @param calendarKnown false: counted over a year whose holidays are not announced, so provisional
     * @param answeredBy ACTION, or the person who acknowledged it
     * @param zh how the day is counted
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "EscalationRung")
    public record RungView(
            String code,
            String titleZh,
            String titleEn,
            Ladder.Answer answer,
            State state,
            LocalDate dueOn,
            LocalDate firesOn,
            boolean calendarKnown,
            Instant firedAt,
            Instant answeredAt,
            String answeredBy,
            String note,
            Set<Audience> tells,
            String zh,
            String en) {}

    static EscalationView of(Escalations.Derived derived, LocalDate today) {
        var runs = new ArrayList<Run>();
        derived.climbs().forEach((run, climb) -> runs.add(0, run(derived.file(), run, climb, today)));
        var current = !runs.isEmpty() && runs.get(0).endedAt() == null ? runs.remove(0) : null;
        var risk = derived.file().risk;
        return new EscalationView(
                risk.id(), risk.litigationCaseNumber(), derived.file().hearingOn(), current, runs);
    }

    private static Run run(EscalationFile file, EscalationRun run, Climb climb, LocalDate today) {
        var next = EscalationNotices.next(climb)
                .map(step -> new Next(
                        step.rung().code(),
                        EscalationNotices.day(step),
                        step.rung().zh(),
                        step.rung().en()));
        var open = run.endedAt() == null;
        return new Run(
                run.run(),
                run.leader(),
                run.level(),
                run.ladderVersion(),
                run.startedOn(),
                run.because(),
                climb.resolveBy(),
                climb.resolveReason(),
                open
                        ? Silences.inForce(file.silences, today)
                                .map(SilenceView::of)
                                .orElse(null)
                        : null,
                climb.steps().stream().map(step -> rung(file, run, step)).toList(),
                next.orElse(null),
                run.endedAt(),
                run.endedBecause());
    }

    private static RungView rung(EscalationFile file, EscalationRun run, Step step) {
        var rung = step.rung();
        var note = file.acknowledgements.stream()
                .filter(a -> a.run() == run.run() && a.rung().equals(rung.code()))
                .map(EscalationFile.Acknowledgement::note)
                .filter(text -> text != null)
                .findFirst();
        return new RungView(
                rung.code(),
                rung.zh(),
                rung.en(),
                rung.answer(),
                step.state(),
                step.dueOn(),
                step.firesAt() == null ? null : EscalationNotices.day(step),
                step.calendarKnown(),
                step.firedAt(),
                step.answeredAt(),
                step.answeredBy(),
                note.orElse(null),
                rung.tells(),
                whyZh(rung),
                whyEn(rung));
    }

    private static String whyZh(Ladder.Rung rung) {
        var base =
                switch (rung.base()) {
                    case HANDED_OVER -> "交办之日";
                    case RESOLVE_BY -> "化解期限";
                    case CLAIMED -> "申报化解之日";
                };
        var unit = rung.unit() == Ladder.Unit.WORKING_DAYS ? "个工作日" : "日";
        var answer =
                switch (rung.answer()) {
                    case SIGNED -> "未签收";
                    case PLANNED -> "未报方案";
                    case RESOLVED -> "未申报化解";
                    case VERIFIED -> "未核验";
                };
        return base + "起" + rung.days() + unit + answer + (rung.moment() == Ladder.Moment.LAST_DAY ? "，当日触发" : "，次日触发");
    }

    private static String whyEn(Ladder.Rung rung) {
        return rung.answer() + " is missing " + rung.days() + " " + rung.unit() + " from " + rung.base()
                + (rung.moment() == Ladder.Moment.LAST_DAY ? ", on that day" : ", on the day after");
    }
}
