package cn.disputes.alerts.risk;

import static cn.disputes.contract.codes.RiskState.ACKNOWLEDGED;
import static cn.disputes.contract.codes.RiskState.ASSIGNED;
import static cn.disputes.contract.codes.RiskState.FLAGGED;
import static cn.disputes.contract.codes.RiskState.IN_COORDINATION;
import static cn.disputes.contract.codes.RiskState.LOST;
import static cn.disputes.contract.codes.RiskState.RESOLUTION_CLAIMED;
import static cn.disputes.contract.codes.RiskState.RESOLVED;
import static cn.disputes.contract.codes.RiskState.WON;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.disputes.contract.codes.RiskState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of moves once more, written from what an office does and not from the code. */
class RiskCaseStateTest {
    private static final Map<RiskState, Map<String, RiskState>> PRACTICE = new EnumMap<>(RiskState.class);

    static {
        for (var open : List.of(FLAGGED, ASSIGNED, ACKNOWLEDGED, IN_COORDINATION, RESOLUTION_CLAIMED)) {
            moves(open, RESOLVED, "RESOLVED");
            moves(open, LOST, "LOST");
            moves(open, WON, "WON");
            moves(open, ASSIGNED, "REASSIGNED");
            moves(open, FLAGGED, "RECUSED");
            moves(open, open, "RECUSAL_WITHDRAWN HELD RELEASED");
            moves(open, open == FLAGGED ? ASSIGNED : open, "ORDERED");
            if (open != RESOLUTION_CLAIMED) moves(open, open, "SILENCED");
        }
        moves(ASSIGNED, ACKNOWLEDGED, "ACKNOWLEDGED");
        moves(ACKNOWLEDGED, IN_COORDINATION, "PLAN_FILED COORDINATED");
        moves(IN_COORDINATION, IN_COORDINATION, "PLAN_FILED COORDINATED");
        moves(IN_COORDINATION, RESOLUTION_CLAIMED, "RESOLUTION_CLAIMED");
        moves(RESOLUTION_CLAIMED, IN_COORDINATION, "COORDINATED REOPENED");
        for (var closed : List.of(RESOLVED, LOST, WON)) moves(closed, ASSIGNED, "REOPENED");
    }

    private static void moves(RiskState from, RiskState to, String actions) {
        for (var action : actions.split(" "))
            PRACTICE.computeIfAbsent(from, s -> new TreeMap<>()).put(action, to);
    }

    @ParameterizedTest
    @EnumSource(RiskState.class)
    void whatMayFollow(RiskState from) {
        for (var action : ActionType.values()) {
            var expected = PRACTICE.get(from).get(action.name());
            assertEquals(expected, RiskCaseState.next(from, action).orElse(null), from + " " + action);
            assertEquals(expected != null, RiskCaseState.allowed(from).contains(action), from + " " + action);
            assertEquals(expected != null, RiskCaseState.before(action).contains(from), from + " " + action);
        }
    }

    @Test
    void everyActionMayFollowSomewhereAndEveryStateIsReached() {
        var possible = new HashSet<String>();
        PRACTICE.values().forEach(moves -> possible.addAll(moves.keySet()));
        assertEquals(List.of(ActionType.values()).stream().map(Enum::name).collect(Collectors.toSet()), possible);
        var reached = new HashSet<>(Set.of(FLAGGED));
        for (var ignored : RiskState.values()) {
            for (var from : Set.copyOf(reached))
                reached.addAll(PRACTICE.get(from).values());
        }
        assertEquals(Set.of(RiskState.values()), reached);
    }

    @Test
    void theDiagramInTheDocsIsTheTableInTheCode() throws IOException {
        var file = Path.of("docs", "risk-case.md");
        if (System.getenv("DRAW") != null) Files.writeString(file, drawn());
        assertEquals(drawn(), Files.readString(file), "DRAW=1 in the environment writes it anew");
    }

    private static String drawn() {
        var lines = new ArrayList<>(List.of("```mermaid", "stateDiagram-v2"));
        for (var state : RiskState.values()) lines.add("    " + state + " : " + state + " " + state.zh());
        lines.add("    [*] --> " + FLAGGED);
        for (var from : RiskState.values()) {
            var edges = new LinkedHashMap<RiskState, List<String>>();
            for (var action : ActionType.values()) {
                RiskCaseState.next(from, action).ifPresent(to -> edges.computeIfAbsent(to, s -> new ArrayList<>())
                        .add(action + " " + action.zh()));
            }
            edges.forEach((to, labels) -> lines.add("    " + from + " --> " + to + " : " + String.join(", ", labels)));
        }
        lines.add("```");
        return String.join("\n", lines) + "\n";
    }
}
