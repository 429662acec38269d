package cn.disputes.deploy.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The alert rules: each says what to do, none rings by construction, and silence itself rings. */
class AlertRulesTest {
    private static final List<String> FILES = List.of("alerts.yml", "alerts-databases.yml");

    private static TreeMap<String, JsonNode> rules() throws IOException {
        var rules = new TreeMap<String, JsonNode>();
        for (var file : FILES)
            for (var group : Documents.one(Service.DEPLOY.resolve("prometheus").resolve(file))
                    .path("groups"))
                for (var rule : group.path("rules")) {
                    var name = rule.path("alert").asText();
                    assertTrue(rules.put(name, rule) == null, name + " stands twice");
                }
        return rules;
    }

    @Test
    void everyAlertSaysWhatToDo() throws IOException {
        var rules = rules();
        rules.forEach((name, rule) -> {
            assertFalse(rule.path("expr").asText().isBlank(), name);
            assertTrue(
                    Set.of("critical", "warning")
                            .contains(rule.path("labels").path("severity").asText()),
                    name);
            for (var text : List.of("summary", "runbook"))
                assertTrue(rule.path("annotations").path(text).asText().length() > 10, name + " lacks " + text);
        });
        assertTrue(rules.size() >= 8, rules.keySet().toString());
    }

    /** Feeds and streams wait until something happens, files take what they take: neither is a slow answer. */
    @Test
    void whatLastsLongByItsNatureIsNoSlowAnswer() throws IOException {
        for (var rule : rules().values()) {
            var timed = Pattern.compile("http_server_requests_seconds_(?:sum|bucket)(\\{[^}]*})?")
                    .matcher(rule.path("expr").asText());
            while (timed.find()) {
                var without = Pattern.compile("uri!~\"([^\"]*)\"").matcher(String.valueOf(timed.group(1)));
                assertTrue(without.find(), rule.path("alert").asText());
                for (var path : List.of("/v1/events", "/v1/changes", "/v1/imports", "/v1/exports"))
                    assertTrue(
                            path.matches(without.group(1)), rule.path("alert").asText() + " counts " + path);
            }
        }
    }

    /** {@code up == 0} is silent about what is not asked at all. */
    @Test
    void aServiceThatIsNotAskedIsMissed() throws IOException {
        var missed = new TreeSet<String>();
        for (var rule : rules().values())
            Pattern.compile("absent\\(up\\{([^}]*)}\\)")
                    .matcher(rule.path("expr").asText())
                    .results()
                    .forEach(found -> missed.add(found.group(1)));
        for (var service : Service.values()) {
            assertTrue(missed.contains("job=\"" + service.title + "\""), service.title);
            assertTrue(missed.contains("job=\"postgres\",database=\"" + service.database + "\""), service.database);
        }
    }

    @Test
    void thereIsAnAlertForWhatKeepsTheDataSafe() throws IOException {
        var expressions = rules().values().stream()
                .map(rule -> rule.path("expr").asText())
                .reduce("", String::concat);
        for (var metric : List.of(
                "cnpg_collector_up",
                "cnpg_pg_stat_archiver_last_failed_time",
                "cnpg_collector_pg_wal",
                "cnpg_pg_replication_lag",
                "cnpg_pg_replication_is_wal_receiver_up",
                "barman_cloud_cloudnative_pg_io_last_available_backup_timestamp",
                "kubelet_volume_stats_available_bytes")) assertTrue(expressions.contains(metric), metric);
    }

    /** A machine with containers has no operator that would give figures of the databases. */
    @Test
    void eachPrometheusReadsTheRulesItHasFiguresFor() throws IOException {
        assertEquals(List.of("alerts.yml"), files("prometheus.yml"));
        assertEquals(FILES, files("kubernetes.yml"));
    }

    private static List<String> files(String configuration) throws IOException {
        var files = new java.util.ArrayList<String>();
        Documents.one(Service.DEPLOY.resolve("prometheus").resolve(configuration))
                .path("rule_files")
                .forEach(file -> files.add(file.asText()));
        return files;
    }
}
