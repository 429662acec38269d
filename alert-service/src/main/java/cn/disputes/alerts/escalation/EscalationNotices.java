package cn.disputes.alerts.escalation;

import cn.disputes.alerts.delivery.Notice;
import cn.disputes.alerts.delivery.NoticeKind;
import cn.disputes.alerts.delivery.NoticeSource;
import cn.disputes.alerts.delivery.Telling;
import cn.disputes.alerts.escalation.Climb.State;
import cn.disputes.alerts.escalation.Climb.Step;
import cn.disputes.contract.codes.RiskLevel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * The words of a rung and of a silence that ends. The case is derived anew at the moment of sending: an answer given
 * while the letter waited makes it moot, whatever the last sweep knew.
 */
@ApplicationScoped
class EscalationNotices implements NoticeSource {
    private final Escalations escalations;
    private final Clock clock;

    EscalationNotices(Escalations escalations, Clock clock) {
        this.escalations = escalations;
        this.clock = clock;
    }

    @Override
    public Set<NoticeKind> kinds() {
        return Set.of(NoticeKind.RUNG, NoticeKind.SILENCE_ENDING);
    }

    @Override
    public Map<UUID, Telling> tell(Handle h, List<Notice> told) {
        var ids = told.stream().map(Notice::caseId).distinct().toList();
        var derived = escalations.derive(h, ids);
        var tellings = new HashMap<UUID, Telling>();
        for (var notice : told) {
            var one = derived.get(notice.caseId());
            if (one == null) continue;
            tellings.put(notice.id(), notice.kind() == NoticeKind.RUNG ? rung(notice, one) : silence(notice, one));
        }
        return tellings;
    }

    private Telling rung(Notice notice, Escalations.Derived derived) {
        var number = notice.about().get("run").asInt();
        var run = derived.runs().stream().filter(r -> r.run() == number).findFirst();
        if (run.isEmpty()) return Telling.moot("GONE");
        if (run.get().endedAt() != null)
            return Telling.moot(
                    derived.file().risk.state().closed() ? "CLOSED" : run.get().endedBecause());
        var climb = derived.climbs().get(run.get());
        var step = climb.steps().stream()
                .filter(s -> s.rung().code().equals(notice.code()))
                .findFirst();
        if (step.isEmpty()) return Telling.moot("GONE");
        if (step.get().answeredAt() != null)
            return Telling.moot(step.get().answeredBy().equals("ACTION") ? "ANSWERED" : "ACKNOWLEDGED");
        return words(derived, run.get(), climb, step.get());
    }

    private Telling words(Escalations.Derived derived, EscalationRun run, Climb climb, Step step) {
        var risk = derived.file().risk;
        var facts = facts(derived, run, climb);
        facts.put("rung", step.rung().code());
        facts.put("rungZh", step.rung().zh());
        facts.put("rungEn", step.rung().en());
        facts.put("dueOn", step.dueOn());
        var next = next(climb);
        facts.put("nextRung", next.map(s -> s.rung().code()).orElse(null));
        facts.put("nextOn", next.map(EscalationNotices::day).orElse(null));
        var level = risk.level() == null ? RiskLevel.YELLOW : risk.level();
        var zh = risk.litigationCaseNumber() + "（" + level.zh() + "，"
                + risk.state().zh() + "）于 " + run.startedOn() + " 交办，"
                + step.rung().zh() + "：期限 " + step.dueOn() + "；化解期限 " + climb.resolveBy()
                + next.map(s -> "；下一级为" + s.rung().zh() + "，" + day(s)).orElse("") + "。";
        var en = risk.litigationCaseNumber() + " (" + level.en() + ", "
                + risk.state().en() + "), handed over on "
                + run.startedOn() + ": " + step.rung().en() + ", last day " + step.dueOn() + "; to be resolved by "
                + climb.resolveBy()
                + next.map(s -> "; next " + s.rung().en() + " on " + day(s)).orElse("") + ".";
        return Telling.of(
                risk.litigationCaseNumber() + " " + step.rung().zh(),
                risk.litigationCaseNumber() + " " + step.rung().en(),
                zh + ended(derived),
                en,
                facts);
    }

    /** A rung that a silence held back says so, or its lateness would look like a fault. */
    private static String ended(Escalations.Derived derived) {
        var silences = derived.file().silences;
        if (silences.isEmpty()) return "";
        var last = silences.get(silences.size() - 1);
        return "此前由 " + last.author() + " 静默至 " + last.until() + "（" + last.reason() + "）。";
    }

    private Telling silence(Notice notice, Escalations.Derived derived) {
        var risk = derived.file().risk;
        if (risk.state().closed()) return Telling.moot("CLOSED");
        var id = notice.about().get("silenceId").asText();
        var silence = derived.file().silences.stream()
                .filter(s -> s.id().toString().equals(id))
                .findFirst();
        var today = LocalDate.now(clock);
        if (silence.isEmpty()
                || silence.get().liftedAt() != null
                || silence.get().until().isBefore(today)) return Telling.moot("WITHDRAWN");
        var open = derived.climbs().entrySet().stream()
                .filter(e -> e.getKey().endedAt() == null)
                .findFirst();
        if (open.isEmpty()) return Telling.moot("CLOSED");
        var facts = facts(derived, open.get().getKey(), open.get().getValue());
        var next = next(open.get().getValue());
        facts.put("nextRung", next.map(s -> s.rung().code()).orElse(null));
        facts.put("nextOn", next.map(EscalationNotices::day).orElse(null));
        var until = silence.get().until();
        return Telling.of(
                risk.litigationCaseNumber() + " 静默将于 " + until + " 到期",
                risk.litigationCaseNumber() + ": the silence ends on " + until,
                risk.litigationCaseNumber() + " 的静默（" + silence.get().author() + "："
                        + silence.get().reason() + "）将于 " + until + " 到期"
                        + next.map(s -> "，之后为" + s.rung().zh() + "，" + day(s)).orElse("") + "。",
                "The silence of " + risk.litigationCaseNumber() + " ends on " + until
                        + next.map(s -> "; then " + s.rung().en() + " on " + day(s))
                                .orElse("") + ".",
                facts);
    }

    private Map<String, Object> facts(Escalations.Derived derived, EscalationRun run, Climb climb) {
        var risk = derived.file().risk;
        var facts = new LinkedHashMap<String, Object>();
        facts.put("asOf", LocalDate.now(clock));
        facts.put("riskCaseId", risk.id());
        facts.put("litigationCaseNumber", risk.litigationCaseNumber());
        facts.put("level", risk.level());
        facts.put("state", risk.state());
        facts.put("leaderId", risk.leader());
        facts.put("run", run.run());
        facts.put("handedOverOn", run.startedOn());
        facts.put("resolveBy", climb.resolveBy());
        facts.put("resolveReason", climb.resolveReason());
        facts.put("silencedUntil", climb.silencedUntil());
        return facts;
    }

    static Optional<Step> next(Climb climb) {
        return climb.steps().stream()
                .filter(step -> step.state() == State.WAITING)
                .min(Comparator.comparing(Step::firesAt));
    }

    static LocalDate day(Step step) {
        return LocalDate.ofInstant(step.firesAt(), EscalationRules.SHANGHAI);
    }
}
