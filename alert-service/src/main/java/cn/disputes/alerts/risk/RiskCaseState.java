package cn.disputes.alerts.risk;

import static cn.disputes.contract.codes.RiskState.ACKNOWLEDGED;
import static cn.disputes.contract.codes.RiskState.ASSIGNED;
import static cn.disputes.contract.codes.RiskState.FLAGGED;
import static cn.disputes.contract.codes.RiskState.IN_COORDINATION;
import static cn.disputes.contract.codes.RiskState.LOST;
import static cn.disputes.contract.codes.RiskState.RESOLUTION_CLAIMED;
import static cn.disputes.contract.codes.RiskState.RESOLVED;
import static cn.disputes.contract.codes.RiskState.WON;

import cn.disputes.contract.codes.RiskState;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What may follow what in the life of a risk case (交办—签收—化解—销号). */
public final class RiskCaseState {
    private static final Map<RiskState, Map<ActionType, RiskState>> MOVES = new EnumMap<>(RiskState.class);

    static {
        var ended = Map.of(ActionType.LOST, LOST, ActionType.WON, WON, ActionType.RESOLVED, RESOLVED);
        moves(FLAGGED, ended, Map.of(ActionType.REASSIGNED, ASSIGNED, ActionType.SILENCED, FLAGGED));
        moves(
                ASSIGNED,
                ended,
                Map.of(
                        ActionType.ACKNOWLEDGED,
                        ACKNOWLEDGED,
                        ActionType.REASSIGNED,
                        ASSIGNED,
                        ActionType.SILENCED,
                        ASSIGNED));
        moves(
                ACKNOWLEDGED,
                ended,
                Map.of(
                        ActionType.PLAN_FILED,
                        IN_COORDINATION,
                        ActionType.COORDINATED,
                        IN_COORDINATION,
                        ActionType.REASSIGNED,
                        ASSIGNED,
                        ActionType.SILENCED,
                        ACKNOWLEDGED));
        moves(
                IN_COORDINATION,
                ended,
                Map.of(
                        ActionType.PLAN_FILED,
                        IN_COORDINATION,
                        ActionType.COORDINATED,
                        IN_COORDINATION,
                        ActionType.RESOLUTION_CLAIMED,
                        RESOLUTION_CLAIMED,
                        ActionType.REASSIGNED,
                        ASSIGNED,
                        ActionType.SILENCED,
                        IN_COORDINATION));
        moves(
                RESOLUTION_CLAIMED,
                ended,
                Map.of(
                        ActionType.COORDINATED,
                        IN_COORDINATION,
                        ActionType.REASSIGNED,
                        ASSIGNED,
                        ActionType.REOPENED,
                        IN_COORDINATION));
        moves(RESOLVED, Map.of(), Map.of(ActionType.REOPENED, ASSIGNED));
        moves(LOST, Map.of(), Map.of(ActionType.REOPENED, ASSIGNED));
        moves(WON, Map.of(), Map.of(ActionType.REOPENED, ASSIGNED));
    }

    private RiskCaseState() {}

    private static void moves(RiskState from, Map<ActionType, RiskState> ends, Map<ActionType, RiskState> others) {
        var moves = new EnumMap<ActionType, RiskState>(ActionType.class);
        moves.putAll(ends);
        moves.putAll(others);
        MOVES.put(from, moves);
    }

    public static Optional<RiskState> next(RiskState from, ActionType action) {
        return Optional.ofNullable(MOVES.get(from).get(action));
    }

    public static Set<ActionType> allowed(RiskState from) {
        return MOVES.get(from).keySet();
    }
}
