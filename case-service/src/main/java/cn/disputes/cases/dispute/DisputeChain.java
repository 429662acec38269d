package cn.disputes.cases.dispute;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The instances of a dispute in the order in which they followed each other, whatever the order of their registration. Numbers
 * that name each other in a circle do no harm.
 */
final class DisputeChain {
    private static final Comparator<DisputeInstance> EARLIER = Comparator.comparing(DisputeInstance::filedOn)
            .thenComparing(DisputeInstance::instance)
            .thenComparing(DisputeInstance::caseNumber);

    private final Map<String, DisputeInstance> byNumber = new HashMap<>();
    private final List<DisputeInstance> ordered = new ArrayList<>();

    DisputeChain(List<DisputeInstance> instances) {
        instances.forEach(instance -> byNumber.put(instance.caseNumber(), instance));
        var waiting = new ArrayList<>(instances.stream().sorted(EARLIER).toList());
        var placed = new HashSet<String>();
        while (!waiting.isEmpty()) {
            var next = waiting.stream()
                    .filter(instance -> !waitsForAnother(instance, placed))
                    .findFirst()
                    .orElse(waiting.get(0));
            waiting.remove(next);
            placed.add(next.caseNumber());
            ordered.add(next);
        }
    }

    private boolean waitsForAnother(DisputeInstance instance, Set<String> placed) {
        var previous = instance.previousCaseNumber();
        return previous != null && byNumber.containsKey(previous) && !placed.contains(previous);
    }

    List<DisputeInstance> ordered() {
        return List.copyOf(ordered);
    }

    /** The instances that no other instance follows: in a circle, the one that came last. */
    List<DisputeInstance> ends() {
        var followed = new HashSet<String>();
        for (var i = 0; i < ordered.size(); i++) {
            var previous = ordered.get(i).previousCaseNumber();
            var earlier = ordered.subList(0, i).stream()
                    .anyMatch(instance -> instance.caseNumber().equals(previous));
            if (earlier) followed.add(previous);
        }
        return ordered.stream()
                .filter(instance -> !followed.contains(instance.caseNumber()))
                .toList();
    }

    /** The instance before, or null when there is none or it is not registered. */
    DisputeInstance before(DisputeInstance instance) {
        return instance.previousCaseNumber() == null ? null : byNumber.get(instance.previousCaseNumber());
    }
}
