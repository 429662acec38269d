package cn.disputes.deploy.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A risk case as alert-service would keep it, with the moves it allows. */
final class PretendRisk {
    private static final Map<String, Set<String>> FROM = Map.of(
            "ACKNOWLEDGED", Set.of("ASSIGNED"),
            "PLAN_FILED", Set.of("ACKNOWLEDGED"),
            "COORDINATED", Set.of("ACKNOWLEDGED", "IN_COORDINATION"),
            "RESOLUTION_CLAIMED", Set.of("IN_COORDINATION"),
            "RESOLVED", Set.of("RESOLUTION_CLAIMED"));
    private static final Map<String, String> TO =
            Map.of("COORDINATED", "IN_COORDINATION", "PLAN_FILED", "ACKNOWLEDGED");

    final String id;
    final String suit;
    final String region;
    final List<String> months = new ArrayList<>();
    final List<String> actions = new ArrayList<>();
    String state = "FLAGGED";
    int version = 1;

    PretendRisk(String id, String suit, String region) {
        this.id = id;
        this.suit = suit;
        this.region = region;
    }

    boolean closed() {
        return Set.of("RESOLVED", "LOST", "WON").contains(state);
    }

    void order(String month) {
        months.add(month);
        if (state.equals("FLAGGED")) state = "ASSIGNED";
        version++;
    }

    boolean allows(String action) {
        return FROM.get(action).contains(state);
    }

    void act(String action, String on) {
        actions.add(action + " " + on);
        state = TO.getOrDefault(action, action);
        version++;
    }

    void close(String end) {
        state = end;
        version++;
    }

    Map<String, Object> body() {
        var body = new LinkedHashMap<String, Object>();
        body.put("id", id);
        body.put("litigationCaseNumber", suit);
        body.put("state", state);
        body.put("months", months);
        body.put("leader", Map.of("id", "L-" + region + "-1"));
        return body;
    }

    @Override
    public String toString() {
        return suit + " " + state + " " + months + " " + actions;
    }
}
