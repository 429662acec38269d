package cn.disputes.alerts.escalation;

import cn.disputes.alerts.delivery.Audience;
import cn.disputes.alerts.delivery.NoticeKind;
import cn.disputes.alerts.delivery.Notices;
import cn.disputes.alerts.escalation.EscalationFile.Silence;
import cn.disputes.alerts.risk.SilenceAsked;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.conventions.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Silences of a case: begun and lifted by a person, announced before they end. */
@ApplicationScoped
class Silences {
    private final Notices notices;
    private final EscalationReader reader;
    private final EscalationConfig config;
    private final Clock clock;

    Silences(Notices notices, EscalationReader reader, EscalationConfig config, Clock clock) {
        this.notices = notices;
        this.reader = reader;
        this.config = config;
        this.clock = clock;
    }

    /** One begun by an action. The case is looked at in the next sweep: what had fallen due by now has fallen due. */
    void asked(@Observes SilenceAsked asked) {
        var today = LocalDate.now(clock);
        requireEnd(asked.until(), today);
        requireNone(asked.h(), asked.risk().id(), today);
        add(asked.h(), asked.risk().id(), asked.until(), asked.reason(), asked.author());
    }

    void requireEnd(LocalDate until, LocalDate today) {
        if (until.isBefore(today)) throw ProblemException.invalid("until", "不能早于今天", "Must not be in the past");
        if (until.isAfter(today.plusDays(config.longestSilenceDays())))
            throw ProblemException.invalid(
                    "until",
                    "最长 " + config.longestSilenceDays() + " 天",
                    "At most " + config.longestSilenceDays() + " days");
    }

    /** One at a time; the case's row must be locked. */
    void requireNone(Handle h, UUID caseId, LocalDate today) {
        inForce(reader.read(h, List.of(caseId)).get(caseId).silences, today).ifPresent(silence -> {
            throw new ProblemException(EscalationProblem.SILENCE_IN_FORCE, silence.until());
        });
    }

    Silence add(Handle h, UUID caseId, LocalDate until, String reason, String author) {
        var silence = new Silence(Ids.next(), until, clock.instant(), null, author, reason, false);
        h.createUpdate(
                        """
                        INSERT INTO escalation_silence (id, case_id, until, reason, author, recorded_at)
                        VALUES (:id, :case, :until, :reason, :author, :now)""")
                .bind("id", silence.id())
                .bind("case", caseId)
                .bind("until", until)
                .bind("reason", reason)
                .bind("author", author)
                .bind("now", EscalationStore.utc(silence.at()))
                .execute();
        return silence;
    }

    void lift(Handle h, UUID id, String by) {
        h.createUpdate(
                        "UPDATE escalation_silence SET lifted_at = :now, lifted_by = :by WHERE id = :id AND lifted_at IS NULL")
                .bind("id", id)
                .bind("by", by)
                .bind("now", EscalationStore.utc(clock.instant()))
                .execute();
    }

    static Optional<Silence> inForce(List<Silence> silences, LocalDate today) {
        return silences.stream()
                .filter(s -> s.liftedAt() == null && !s.until().isBefore(today))
                .findFirst();
    }

    /** Says of the silence in force that it is about to end, once; otherwise when that is to be said. */
    Optional<Instant> announce(Handle h, Escalations.Derived derived, Instant now) {
        var today = LocalDate.ofInstant(now, EscalationRules.SHANGHAI);
        var silence = inForce(derived.file().silences, today).filter(s -> !s.announced());
        if (silence.isEmpty() || derived.file().risk.state().closed()) return Optional.empty();
        var at = silence.get()
                .until()
                .minusDays(config.silenceNoticeDays())
                .atStartOfDay(EscalationRules.SHANGHAI)
                .toInstant();
        if (at.isAfter(now)) return Optional.of(at);
        h.createUpdate("UPDATE escalation_silence SET announced = true WHERE id = :id")
                .bind("id", silence.get().id())
                .execute();
        var risk = derived.file().risk;
        var about = Map.of(
                "silenceId", silence.get().id(), "until", silence.get().until().toString());
        tell(h, "silence:" + silence.get().id(), risk, risk.leader(), about);
        if (!silence.get().author().equals(risk.leader()))
            tell(
                    h,
                    "silence:" + silence.get().id() + ":author",
                    risk,
                    silence.get().author(),
                    about);
        return Optional.empty();
    }

    private void tell(Handle h, String key, cn.disputes.alerts.risk.RiskCase risk, String to, Map<String, ?> about) {
        notices.add(
                h,
                key,
                NoticeKind.SILENCE_ENDING,
                null,
                risk.regionCode(),
                risk.level(),
                List.of(),
                risk.id(),
                to,
                Set.of(Audience.LEADER),
                about);
    }
}
