package cn.disputes.deploy.sample;

import cn.disputes.deploy.sample.RiskPlan.Action;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The risk cases of alert-service, and what leaders and coordinator do in them. */
final class RiskCases {
    private static final List<String> PROGRESS = List.of(
            "FLAGGED", "ASSIGNED", "ACKNOWLEDGED", "PLAN_FILED", "IN_COORDINATION", "RESOLUTION_CLAIMED", "RESOLVED");
    private static final Set<String> CLOSED = Set.of("RESOLVED", "LOST", "WON");
    private static final Duration FEED_LIMIT = Duration.ofSeconds(60);
    private static final int TRIES = 5;

    private final Api alerts;

    RiskCases(Api alerts) {
        this.alerts = alerts;
    }

    Map<String, JsonNode> bySuit() {
        return alerts.list("coordinator", "/v1/risk-cases").stream()
                .collect(Collectors.toMap(
                        item -> item.path("litigationCaseNumber").asText(), Function.identity()));
    }

    void act(RiskPlan plan, Action action, String id) {
        for (var attempt = 0; attempt < TRIES; attempt++) {
            var current = alerts.get("coordinator", "/v1/risk-cases/" + id).require(200);
            if (closed(current.body())) return;
            var answer = alerts.post(
                    action.byCoordinator() ? "coordinator" : "leader:" + leader(current.body()),
                    "/v1/risk-cases/" + id + "/actions",
                    body(action),
                    Map.of(
                            "If-Match",
                            current.header("ETag"),
                            "Idempotency-Key",
                            plan.alertId() + "-" + action.type()));
            if (answer.status() == 409 && done(action, current.body())) return;
            // somebody else, or the feed, was quicker: look again
            if (answer.status() == 412) continue;
            answer.require(200, 201);
            return;
        }
        throw new LoadFailure(
                plan.alertId() + " 的 " + action.type() + " 始终冲突",
                action.type() + " of " + plan.alertId() + " keeps colliding");
    }

    /** Waits until alert-service has read from the feed how these suits ended. */
    void awaitEnds(Collection<RiskPlan> plans) {
        Predicate<Map<String, JsonNode>> there = cases -> plans.stream().allMatch(plan -> ended(plan, cases));
        if (Patience.until(() -> there.test(bySuit()), FEED_LIMIT)) return;
        var cases = bySuit();
        var missing = plans.stream()
                .filter(plan -> !ended(plan, cases))
                .map(plan -> plan.suit().caseNumber() + " → " + plan.end())
                .collect(Collectors.joining("；"));
        throw new LoadFailure("风险案件未到预期状态：" + missing, "Risk cases are not where they should be: " + missing);
    }

    private static boolean ended(RiskPlan plan, Map<String, JsonNode> cases) {
        var risk = cases.get(plan.suit().caseNumber());
        if (risk == null) return false;
        return plan.end().equals(RiskPlan.OPEN) ? !closed(risk) : plan.end().equals(state(risk));
    }

    private static boolean done(Action action, JsonNode risk) {
        var reached = action.type().equals("COORDINATED") ? "IN_COORDINATION" : action.type();
        return PROGRESS.indexOf(state(risk)) >= PROGRESS.indexOf(reached);
    }

    private static boolean closed(JsonNode risk) {
        return CLOSED.contains(state(risk));
    }

    private static String state(JsonNode risk) {
        return risk.path("state").asText();
    }

    private static String leader(JsonNode risk) {
        var leader = risk.path("leader");
        return leader.isObject() ? leader.path("id").asText() : leader.asText();
    }

    private static Map<String, Object> body(Action action) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", action.type());
        body.put("on", action.on().toString());
        body.put("note", action.note());
        if (action.evidence() != null) {
            body.put("evidence", action.evidence());
            body.put("evidenceType", "PROOF_OF_PERFORMANCE");
        }
        return body;
    }
}
