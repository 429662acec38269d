package cn.disputes.alerts.escalation;

import cn.disputes.alerts.risk.ActionType;
import cn.disputes.contract.codes.RiskState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * When a climb begins and ends: an order begins one, and so does a reassignment or a reopening, each anew; a further
 * order to the same leader does not, or carrying a case into the next month would keep it off the higher rungs. A case
 * that waits for its model (示范诉讼) is on no ladder until it is released. What explains itself by no record is taken
 * from the case as it stands, so that no writer can be forgotten.
 */
final class EscalationRuns {
    private static final Set<ActionType> TURNS = EnumSet.of(
            ActionType.REASSIGNED,
            ActionType.REOPENED,
            ActionType.RESOLVED,
            ActionType.LOST,
            ActionType.WON,
            ActionType.HELD,
            ActionType.RELEASED);

    private record Turn(Instant at, String what, String leader, LocalDate cutoff) {}

    private final EscalationFile file;
    private final ToIntFunction<Instant> ladderAt;
    private final List<EscalationRun> runs;

    private EscalationRuns(EscalationFile file, ToIntFunction<Instant> ladderAt) {
        this.file = file;
        this.ladderAt = ladderAt;
        this.runs = new ArrayList<>(file.runs);
    }

    /** @param ladderAt the version of the ladder in force at an instant */
    static List<EscalationRun> of(EscalationFile file, ToIntFunction<Instant> ladderAt) {
        var derived = new EscalationRuns(file, ladderAt);
        derived.follow();
        derived.reconcile();
        return derived.runs;
    }

    private void follow() {
        var last = runs.isEmpty() ? Instant.MIN : runs.get(runs.size() - 1).startedAt();
        var ended = runs.isEmpty() ? null : runs.get(runs.size() - 1).endedAt();
        var seen = ended != null ? ended : last;
        for (var turn : turns()) {
            if (!turn.at().isAfter(seen)) continue;
            switch (turn.what()) {
                case "ORDERED" -> {
                    if (open() == null) begin(turn.at(), turn.leader(), "ORDERED", turn.cutoff(), false);
                    else if (!open().leader().equals(turn.leader())) change(turn, "REASSIGNED", beyondSigning());
                }
                case "REASSIGNED" -> change(turn, "REASSIGNED", false);
                case "REOPENED" -> change(turn, "REOPENED", open() != null);
                case "RELEASED" -> {
                    if (open() == null) change(turn, "RELEASED", beyondSigning());
                }
                default -> end(turn.at(), turn.what());
            }
        }
    }

    private List<Turn> turns() {
        var turns = new ArrayList<Turn>();
        file.orders.forEach(o -> turns.add(new Turn(o.at(), "ORDERED", o.leader(), o.cutoff())));
        for (var action : file.actions) {
            if (TURNS.contains(action.type()))
                turns.add(new Turn(action.at(), action.type().name(), action.leader(), null));
        }
        turns.sort(Comparator.comparing(Turn::at));
        return turns;
    }

    /** A leader changed by a round leaves the case as far as it had come. */
    private boolean beyondSigning() {
        var state = file.risk.state();
        return state != RiskState.FLAGGED && state != RiskState.ASSIGNED;
    }

    private void reconcile() {
        var risk = file.risk;
        var at = risk.recordedAt();
        var open = open();
        if (risk.state().closed()) {
            if (open != null) end(at, risk.state().name());
        } else if (file.held) {
            if (open != null) end(at, "HELD");
        } else if (risk.leader() == null) {
            if (open != null) end(at, "UNASSIGNED");
        } else if (open == null) {
            begin(at, risk.leader(), runs.isEmpty() ? "ORDERED" : "REOPENED", null, beyondSigning());
        } else if (!open.leader().equals(risk.leader())) {
            end(at, "REASSIGNED");
            begin(at, risk.leader(), "REASSIGNED", null, beyondSigning());
        }
    }

    private void change(Turn turn, String because, boolean signed) {
        var before =
                runs.isEmpty() ? file.risk.leader() : runs.get(runs.size() - 1).leader();
        if (open() != null) end(turn.at(), because);
        var leader = turn.leader() != null ? turn.leader() : before;
        if (leader != null) begin(turn.at(), leader, because, turn.cutoff(), signed);
    }

    private EscalationRun open() {
        if (runs.isEmpty()) return null;
        var last = runs.get(runs.size() - 1);
        return last.endedAt() == null ? last : null;
    }

    private void end(Instant at, String why) {
        var open = open();
        if (open == null) return;
        runs.set(runs.size() - 1, open.ended(at.isBefore(open.startedAt()) ? open.startedAt() : at, why));
    }

    private void begin(Instant at, String leader, String because, LocalDate cutoff, boolean signed) {
        runs.add(new EscalationRun(
                runs.size() + 1,
                leader,
                file.risk.level(),
                ladderAt.applyAsInt(at),
                at,
                handedOverOn(at, cutoff),
                because,
                signed,
                null,
                null));
    }

    /** The day a hand-over counts from; a list fixed at the end of a later day is not handed over before. */
    static LocalDate handedOverOn(Instant at, LocalDate cutoff) {
        var day = LocalDate.ofInstant(at, EscalationRules.SHANGHAI);
        return cutoff != null && cutoff.isAfter(day) ? cutoff : day;
    }
}
