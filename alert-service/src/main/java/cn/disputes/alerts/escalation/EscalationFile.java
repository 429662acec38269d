package cn.disputes.alerts.escalation;

import cn.disputes.alerts.risk.ActionType;
import cn.disputes.alerts.risk.RiskCase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** All that is recorded of one risk case and bears on its escalation. */
final class EscalationFile {
    /** An action as it was recorded; {@code leader} of a reassignment. */
    record Action(Instant at, ActionType type, String leader) {}

    /** An order of a round: in force from the cut-off, or from the recording when that is later. */
    record Order(Instant at, String leader, LocalDate cutoff) {}

    record Silence(
            UUID id, LocalDate until, Instant at, Instant liftedAt, String author, String reason, boolean announced) {}

    /** A hearing; {@code fixed}: still to come, as far as the register says, else it was held. */
    record Hearing(LocalDate on, Instant knownAt, boolean fixed) {}

    record Acknowledgement(int run, String rung, Instant at, String by, String note) {}

    final RiskCase risk;
    final List<Action> actions = new ArrayList<>();
    final List<Order> orders = new ArrayList<>();
    final List<Silence> silences = new ArrayList<>();
    final List<Acknowledgement> acknowledgements = new ArrayList<>();
    /** By day; those cancelled or moved before it are none. */
    final List<Hearing> hearings = new ArrayList<>();

    final List<EscalationRun> runs = new ArrayList<>();
    /** By run and rung: when it fell due. */
    final Map<Integer, Map<String, Instant>> fired = new HashMap<>();

    /** Waits for its model case (示范诉讼). */
    boolean held;

    EscalationFile(RiskCase risk) {
        this.risk = risk;
    }

    /** The hearing that is fixed, null where none is. */
    LocalDate hearingOn() {
        return hearings.stream()
                .filter(Hearing::fixed)
                .map(Hearing::on)
                .findFirst()
                .orElse(null);
    }

    Instant firedAt(int run, String rung) {
        return fired.getOrDefault(run, Map.of()).get(rung);
    }

    /** What bears on the climb of one run, as far as it is recorded while the run lasts. */
    List<Happening> happenings(EscalationRun run) {
        var all = new ArrayList<Happening>();
        for (var action : actions) {
            if (!action.at().isAfter(run.startedAt())) continue;
            var what = what(action.type(), all);
            if (what != null) all.add(Happening.of(action.at(), what));
        }
        silences.forEach(silence -> {
            all.add(Happening.of(silence.at(), Happening.What.SILENCED, silence.until()));
            if (silence.liftedAt() != null) all.add(Happening.of(silence.liftedAt(), Happening.What.LIFTED));
        });
        acknowledgements.stream()
                .filter(a -> a.run() == run.run())
                .forEach(a -> all.add(Happening.acknowledged(a.at(), a.rung(), a.by())));
        hearings.forEach(hearing -> all.add(Happening.of(hearing.knownAt(), Happening.What.HEARING, hearing.on())));
        if (run.endedAt() != null) {
            all.removeIf(h -> h.at().isAfter(run.endedAt()));
            all.add(Happening.of(run.endedAt(), Happening.What.ENDED));
        }
        return all;
    }

    private static Happening.What what(ActionType type, List<Happening> before) {
        return switch (type) {
            case ACKNOWLEDGED -> Happening.What.SIGNED;
            case PLAN_FILED -> Happening.What.PLANNED;
            case RESOLUTION_CLAIMED -> Happening.What.CLAIMED;
            // coordination after a claim takes the claim back
            case COORDINATED ->
                before.stream().anyMatch(h -> h.what() == Happening.What.CLAIMED) ? Happening.What.UNCLAIMED : null;
            default -> null;
        };
    }
}
