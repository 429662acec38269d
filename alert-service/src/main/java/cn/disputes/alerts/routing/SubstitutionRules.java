package cn.disputes.alerts.routing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Who acts for a leader on a day (代行): the leader in person, or down the chain of substitutes the first who is there. */
final class SubstitutionRules {
    /**
     * Who acts.
     *
     * @param acting null when nobody does
     * @param refusal why nobody does, null when somebody does
     * @param through the substitutes asked, in their order
     */
    record Standing(Leader acting, Verdict refusal, List<String> through) {}

    private SubstitutionRules() {}

    static Standing standing(String leaderId, Map<String, Leader> leaders, LocalDate on, Set<String> recused) {
        var asked = new LinkedHashSet<String>();
        for (var id = leaderId; ; ) {
            if (!asked.add(id)) return refused(Verdict.CIRCLE, asked);
            var leader = leaders.get(id);
            // a substitute nobody has registered stands in for nobody
            if (leader == null) return refused(asked.size() == 1 ? Verdict.LEADER_UNKNOWN : Verdict.ABSENT, asked);
            var absence = leader.absenceOn(on);
            if (absence.isEmpty()) {
                if (recused.contains(id)) return refused(Verdict.RECUSED, asked);
                return new Standing(leader, null, substitutes(asked));
            }
            id = absence.get().substituteId();
        }
    }

    private static Standing refused(Verdict why, Set<String> asked) {
        return new Standing(null, why, substitutes(asked));
    }

    private static List<String> substitutes(Set<String> asked) {
        return List.copyOf(new ArrayList<>(asked).subList(1, asked.size()));
    }

    /** The first day on which a leader's substitutes stand in for each other in a circle; empty when they never do. */
    static Optional<LocalDate> circle(String leaderId, Map<String, Leader> leaders) {
        return days(leaders).stream()
                .filter(day -> standing(leaderId, leaders, day, Set.of()).refusal() == Verdict.CIRCLE)
                .findFirst();
    }

    /** Who stands in can change only where an absence begins, and on the day after its end. */
    private static Set<LocalDate> days(Map<String, Leader> leaders) {
        var days = new TreeSet<LocalDate>();
        for (var leader : leaders.values()) {
            if (leader.absences() == null) continue;
            for (var absence : leader.absences()) {
                days.add(absence.from());
                days.add(absence.to().plusDays(1));
            }
        }
        return days;
    }
}
