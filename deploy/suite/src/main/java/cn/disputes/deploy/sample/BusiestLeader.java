package cn.disputes.deploy.sample;

import java.net.URI;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The leader with the most open cases, the first by id of several: whoever has something to look at. */
public final class BusiestLeader {
    private BusiestLeader() {}

    /** Id of the leader; nobody when no case is open. */
    public static Optional<String> of(URI alertService, Function<String, String> tokenFor) {
        var open = new Api(alertService, tokenFor)
                .list("coordinator", "/v1/risk-cases").stream()
                        .filter(risk -> risk.hasNonNull("leader") && !risk.hasNonNull("closedOn"))
                        .map(risk -> risk.path("leader").asText())
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return open.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey);
    }
}
