package cn.disputes.cases.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What an endpoint leaves in the audit trail is decided in audited.txt: an endpoint without a decision is a failure. */
class EveryEndpointIsAuditedTest {
    private static List<String> lines(String file) throws IOException {
        try (var in = EveryEndpointIsAuditedTest.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }

    /** {@code METHOD path} and what follows it. */
    private static Map<String, String> byEndpoint(String file) throws IOException {
        var decided = new TreeMap<String, String>();
        for (var line : lines(file)) {
            var parts = line.split(" ", 3);
            var before = decided.put(parts[0] + " " + parts[1], parts.length > 2 ? parts[2] : "");
            assertEquals(null, before, "twice: " + line);
        }
        return decided;
    }

    @Test
    void everyEndpointHasADecision() throws IOException {
        assertEquals(
                new TreeSet<>(byEndpoint("/endpoints.txt").keySet()),
                new TreeSet<>(byEndpoint("/audited.txt").keySet()));
    }

    @Test
    void everyChangeLeavesAnEntry() throws IOException {
        byEndpoint("/audited.txt").forEach((endpoint, decision) -> {
            if (decision.startsWith("none ")) {
                assertTrue(endpoint.startsWith("GET "), endpoint + " changes something");
                assertTrue(decision.length() > 10, endpoint + " says why not");
            } else {
                for (var action : decision.split(",")) {
                    assertTrue(
                            Arrays.stream(AuditAction.values())
                                    .anyMatch(known -> known.name().equals(action)),
                            endpoint + ": no action " + action);
                }
            }
        });
    }
}
