package cn.disputes.alerts.escalation;

import static cn.disputes.alerts.escalation.SettableClock.at;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.disputes.alerts.escalation.EscalationFile.Action;
import cn.disputes.alerts.escalation.EscalationFile.Order;
import cn.disputes.alerts.risk.ActionType;
import cn.disputes.alerts.risk.RiskCase;
import cn.disputes.contract.codes.RiskLevel;
import cn.disputes.contract.codes.RiskState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EscalationRunsTest {
    private static RiskCase risk(RiskState state, String leader, Instant at) {
        return new RiskCase(
                UUID.randomUUID(),
                "(2026)浙0702行初1号",
                "330702",
                "11330700002592265Y",
                "局",
                null,
                null,
                RiskLevel.RED,
                70,
                List.of(),
                state,
                leader,
                List.of(),
                LocalDate.parse("2026-03-01"),
                null,
                null,
                false,
                1,
                at);
    }

    private static Order order(String day, String leader) {
        return new Order(at(day, 10), leader, LocalDate.parse(day));
    }

    private static Action action(String day, ActionType type, String leader) {
        return new Action(at(day, 10), type, leader);
    }

    private static String told(EscalationFile file) {
        return String.join(
                "; ",
                EscalationRuns.of(file, when -> 1).stream()
                        .map(r -> r.run() + " " + r.leader() + " " + r.because() + " " + r.startedOn()
                                + (r.signed() ? " signed" : "")
                                + (r.endedAt() == null ? "" : " – " + r.endedBecause()))
                        .toList());
    }

    @Test
    void aFurtherMonthsOrderToTheSameLeaderGoesOnAndToAnotherBeginsAnew() {
        var file = new EscalationFile(risk(RiskState.IN_COORDINATION, "B", at("2026-05-05", 10)));
        file.orders.addAll(List.of(order("2026-03-05", "A"), order("2026-04-07", "A"), order("2026-05-05", "B")));
        assertEquals("1 A ORDERED 2026-03-05 – REASSIGNED; 2 B REASSIGNED 2026-05-05 signed", told(file));
    }

    @Test
    void aReassignmentAndAReopeningBeginAnew() {
        var file = new EscalationFile(risk(RiskState.ASSIGNED, "B", at("2026-04-20", 10)));
        file.orders.add(order("2026-03-05", "A"));
        file.actions.addAll(List.of(
                action("2026-03-10", ActionType.REASSIGNED, "B"),
                action("2026-04-01", ActionType.RESOLVED, null),
                action("2026-04-20", ActionType.REOPENED, null)));
        assertEquals(
                "1 A ORDERED 2026-03-05 – REASSIGNED; 2 B REASSIGNED 2026-03-10 – RESOLVED; 3 B REOPENED 2026-04-20",
                told(file));
    }

    @Test
    void aClaimSentBackIsSignedForAlready() {
        var file = new EscalationFile(risk(RiskState.IN_COORDINATION, "A", at("2026-03-20", 10)));
        file.orders.add(order("2026-03-05", "A"));
        file.actions.addAll(List.of(
                action("2026-03-15", ActionType.RESOLUTION_CLAIMED, null),
                action("2026-03-20", ActionType.REOPENED, null)));
        assertEquals("1 A ORDERED 2026-03-05 – REOPENED; 2 A REOPENED 2026-03-20 signed", told(file));
    }

    @Test
    void whatNoRecordExplainsIsTakenFromTheCase() {
        var file = new EscalationFile(risk(RiskState.ASSIGNED, "C", at("2026-06-01", 10)));
        file.orders.add(order("2026-03-05", "A"));
        assertEquals("1 A ORDERED 2026-03-05 – REASSIGNED; 2 C REASSIGNED 2026-06-01", told(file));
        var closed = new EscalationFile(risk(RiskState.LOST, "A", at("2026-06-01", 10)));
        closed.orders.add(order("2026-03-05", "A"));
        assertEquals("1 A ORDERED 2026-03-05 – LOST", told(closed));
        var nobody = new EscalationFile(risk(RiskState.FLAGGED, null, at("2026-06-01", 10)));
        nobody.orders.add(order("2026-03-05", "A"));
        assertEquals("1 A ORDERED 2026-03-05 – UNASSIGNED", told(nobody));
        assertEquals("", told(new EscalationFile(risk(RiskState.FLAGGED, null, at("2026-06-01", 10)))));
    }

    @Test
    void theRegisterReopensWithoutAnAction() {
        var file = new EscalationFile(risk(RiskState.ASSIGNED, "A", at("2026-06-01", 10)));
        file.orders.add(order("2026-03-05", "A"));
        file.runs.add(new EscalationRun(
                1,
                "A",
                RiskLevel.RED,
                1,
                at("2026-03-05", 10),
                LocalDate.parse("2026-03-05"),
                "ORDERED",
                false,
                at("2026-05-01", 9),
                "LOST"));
        assertEquals("1 A ORDERED 2026-03-05 – LOST; 2 A REOPENED 2026-06-01", told(file));
    }

    @Test
    void aCaseThatWaitsForItsModelIsOnNoLadderUntilItIsReleased() {
        var held = new EscalationFile(risk(RiskState.ACKNOWLEDGED, "A", at("2026-03-10", 10)));
        held.orders.add(order("2026-03-05", "A"));
        held.actions.add(action("2026-03-10", ActionType.HELD, null));
        held.held = true;
        assertEquals("1 A ORDERED 2026-03-05 – HELD", told(held));
        held.actions.add(action("2026-05-10", ActionType.RELEASED, null));
        held.held = false;
        assertEquals("1 A ORDERED 2026-03-05 – HELD; 2 A RELEASED 2026-05-10 signed", told(held));
    }

    @Test
    void anOrderWhoseListIsFixedLaterCountsFromThatDay() {
        var file = new EscalationFile(risk(RiskState.ASSIGNED, "A", at("2026-03-02", 10)));
        file.orders.add(new Order(at("2026-03-02", 10), "A", LocalDate.parse("2026-03-05")));
        assertEquals("1 A ORDERED 2026-03-05", told(file));
        var afterwards = new EscalationFile(risk(RiskState.ASSIGNED, "A", at("2026-03-02", 10)));
        afterwards.orders.add(new Order(at("2026-03-02", 10), "A", LocalDate.parse("2025-12-31")));
        assertEquals("1 A ORDERED 2026-03-02", told(afterwards), "nobody can be late for what was not handed over");
    }
}
