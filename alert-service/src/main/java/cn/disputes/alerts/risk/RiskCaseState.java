package cn.disputes.alerts.risk;

import static cn.disputes.alerts.risk.ActionType.COORDINATED;
import static cn.disputes.alerts.risk.ActionType.HELD;
import static cn.disputes.alerts.risk.ActionType.ORDERED;
import static cn.disputes.alerts.risk.ActionType.PLAN_FILED;
import static cn.disputes.alerts.risk.ActionType.REASSIGNED;
import static cn.disputes.alerts.risk.ActionType.RECUSAL_WITHDRAWN;
import static cn.disputes.alerts.risk.ActionType.RECUSED;
import static cn.disputes.alerts.risk.ActionType.RELEASED;
import static cn.disputes.alerts.risk.ActionType.REOPENED;
import static cn.disputes.alerts.risk.ActionType.SILENCED;
import static cn.disputes.contract.codes.RiskState.ACKNOWLEDGED;
import static cn.disputes.contract.codes.RiskState.ASSIGNED;
import static cn.disputes.contract.codes.RiskState.FLAGGED;
import static cn.disputes.contract.codes.RiskState.IN_COORDINATION;
import static cn.disputes.contract.codes.RiskState.LOST;
import static cn.disputes.contract.codes.RiskState.RESOLUTION_CLAIMED;
import static cn.disputes.contract.codes.RiskState.RESOLVED;
import static cn.disputes.contract.codes.RiskState.WON;

import cn.disputes.contract.codes.RiskState;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What may follow what in the life of a risk case (交办—签收—化解—销号): the one table of its moves. */
public final class RiskCaseState {
    private static final Map<RiskState, Map<ActionType, RiskState>> MOVES = new EnumMap<>(RiskState.class);

    static {
        open(FLAGGED).to(ASSIGNED, REASSIGNED, ORDERED).to(FLAGGED, SILENCED);
        open(ASSIGNED).to(ACKNOWLEDGED, ActionType.ACKNOWLEDGED).to(ASSIGNED, REASSIGNED, SILENCED);
        open(ACKNOWLEDGED)
                .to(IN_COORDINATION, PLAN_FILED, COORDINATED)
                .to(ASSIGNED, REASSIGNED)
                .to(ACKNOWLEDGED, SILENCED);
        open(IN_COORDINATION)
                .to(IN_COORDINATION, PLAN_FILED, COORDINATED, SILENCED)
                .to(RESOLUTION_CLAIMED, ActionType.RESOLUTION_CLAIMED)
                .to(ASSIGNED, REASSIGNED);
        open(RESOLUTION_CLAIMED).to(IN_COORDINATION, COORDINATED, REOPENED).to(ASSIGNED, REASSIGNED);
        from(RESOLVED).to(ASSIGNED, REOPENED);
        from(LOST).to(ASSIGNED, REOPENED);
        from(WON).to(ASSIGNED, REOPENED);
    }

    private RiskCaseState() {}

    /** What an open case always may come to: its end, a conflict of its leader, waiting for a model, another month. */
    private static Moves open(RiskState state) {
        return from(state)
                .to(RESOLVED, ActionType.RESOLVED)
                .to(LOST, ActionType.LOST)
                .to(WON, ActionType.WON)
                .to(FLAGGED, RECUSED)
                .to(state, RECUSAL_WITHDRAWN, HELD, RELEASED, ORDERED);
    }

    /** Where an action leads, or nothing when it may not follow. */
    public static Optional<RiskState> next(RiskState from, ActionType action) {
        return Optional.ofNullable(MOVES.get(from).get(action));
    }

    /** What may follow now. */
    public static Set<ActionType> allowed(RiskState from) {
        return MOVES.get(from).keySet();
    }

    /** The states in which an action may follow. */
    public static List<RiskState> before(ActionType action) {
        return Arrays.stream(RiskState.values())
                .filter(state -> MOVES.get(state).containsKey(action))
                .toList();
    }

    private static Moves from(RiskState state) {
        var moves = new EnumMap<ActionType, RiskState>(ActionType.class);
        MOVES.put(state, moves);
        return new Moves(moves);
    }

    private record Moves(Map<ActionType, RiskState> moves) {
        Moves to(RiskState target, ActionType... actions) {
            for (var action : actions) moves.put(action, target);
            return this;
        }
    }
}
