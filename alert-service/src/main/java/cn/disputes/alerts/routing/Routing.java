package cn.disputes.alerts.routing;

import cn.disputes.alerts.routing.Duty.RoutedCase;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who answers for a case: the most specific duty valid on the day; a substitute while the leader is absent. */
public final class Routing {
    private static final int LONGEST_CHAIN = 5;

    /** One duty looked at; {@code verdict} CHOSEN, LESS_SPECIFIC, or why it does not answer. */
    public record Considered(String dutyId, String leaderId, String verdict) {}

    /** The answer with its path; no leader: {@code reason} says why. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Route(Leader leader, String reason, List<Considered> considered) {}

    private final Map<String, Leader> leaders;
    private final List<Duty> duties;
    private final Map<String, Integer> load = new HashMap<>();

    public Routing(Map<String, Leader> leaders, List<Duty> duties) {
        this.leaders = leaders;
        this.duties = duties;
    }

    /** Among equally specific duties the leader with fewer cases of this round answers, then the lower id. */
    public Route route(RoutedCase c) {
        var considered = new ArrayList<Considered>();
        var answering = new ArrayList<Duty>();
        for (var duty : duties) {
            var refusal = duty.refuses(c);
            if (refusal == null) answering.add(duty);
            else if (!refusal.equals("OTHER_REGION"))
                considered.add(new Considered(duty.id(), duty.leaderId(), refusal));
        }
        answering.sort(Comparator.comparingInt((Duty d) -> -d.specificity())
                .thenComparingInt(d -> load.getOrDefault(d.leaderId(), 0))
                .thenComparing(Duty::leaderId)
                .thenComparing(Duty::id));
        Leader chosen = null;
        for (var duty : answering) {
            var present = chosen == null ? present(leaders.get(duty.leaderId()), c.on()) : null;
            if (present != null) chosen = present;
            considered.add(new Considered(
                    duty.id(),
                    duty.leaderId(),
                    present != null ? "CHOSEN" : chosen != null ? "LESS_SPECIFIC" : "ABSENT"));
        }
        if (chosen == null) return new Route(null, answering.isEmpty() ? "NO_DUTY" : "ALL_ABSENT", considered);
        load.merge(chosen.id(), 1, Integer::sum);
        return new Route(chosen, null, considered);
    }

    private Leader present(Leader leader, LocalDate on) {
        for (var i = 0; i < LONGEST_CHAIN && leader != null; i++) {
            var absence = leader.absences().stream().filter(a -> a.covers(on)).findFirst();
            if (absence.isEmpty()) return leader;
            leader = leaders.get(absence.get().substituteId());
        }
        return null;
    }
}
