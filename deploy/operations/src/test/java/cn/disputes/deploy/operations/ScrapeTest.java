package cn.disputes.deploy.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** On Kubernetes Prometheus finds every replica by itself and gives it the names the alerts and dashboards go by. */
class ScrapeTest {
    private static final String POD = "__meta_kubernetes_pod_";

    @ParameterizedTest
    @EnumSource(Service.class)
    void everyReplicaIsAskedUnderTheNameOfItsService(Service service) throws IOException {
        for (var overlay : Manifests.OVERLAYS) {
            var template =
                    Manifests.of(overlay).named("Deployment", service.title).at("/spec/template");
            var pod = pod(template.at("/metadata/labels"), template.at("/spec/containers/0"));
            var asked = asked(pod);
            assertEquals(1, asked.size(), service.title);
            assertEquals(service.title, asked.get(0).get("job"));
            assertEquals("/q/metrics", asked.get(0).get("__metrics_path__"));
        }
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void everyDatabaseIsAskedWhatItsOperatorKnows(Service service) throws IOException {
        var labels = Map.of("cnpg.io/cluster", service.database);
        var container = Map.of("name", "postgres", "ports", List.of(Map.of("name", "metrics", "containerPort", 9187)));
        var asked = asked(pod(Documents.JSON.valueToTree(labels), Documents.JSON.valueToTree(container)));
        assertEquals(1, asked.size(), service.database);
        assertEquals("postgres", asked.get(0).get("job"));
        assertEquals(service.database, asked.get(0).get("database"));
        assertEquals("/metrics", asked.get(0).get("__metrics_path__"));
        var door = Map.of("name", "postgres", "ports", List.of(Map.of("name", "postgresql", "containerPort", 5432)));
        assertTrue(asked(pod(Documents.JSON.valueToTree(labels), Documents.JSON.valueToTree(door)))
                .isEmpty());
    }

    /** What service discovery tells of a port of a pod. */
    private static Map<String, String> pod(JsonNode labels, JsonNode container) {
        var known = new HashMap<String, String>();
        known.put("__meta_kubernetes_namespace", "disputes");
        known.put(POD + "name", "a-pod");
        known.put(POD + "container_name", container.path("name").asText());
        known.put(POD + "container_port_name", container.at("/ports/0/name").asText());
        labels.fields()
                .forEachRemaining(label -> known.put(
                        POD + "label_" + label.getKey().replaceAll("[^A-Za-z0-9]", "_"),
                        label.getValue().asText()));
        return known;
    }

    private static List<Map<String, String>> asked(Map<String, String> pod) throws IOException {
        var asked = new ArrayList<Map<String, String>>();
        var jobs = Documents.one(Service.DEPLOY.resolve("prometheus/kubernetes.yml"))
                .path("scrape_configs");
        for (var job : jobs) {
            assertEquals(
                    "pod", job.at("/kubernetes_sd_configs/0/role").asText(), job.path("job_name") + " finds replicas");
            var labels = new HashMap<>(pod);
            labels.put("job", job.path("job_name").asText());
            labels.put("__metrics_path__", job.path("metrics_path").asText("/metrics"));
            if (kept(job.path("relabel_configs"), labels)) asked.add(labels);
        }
        return asked;
    }

    /** The part of relabelling that is used here: keep and replace. */
    private static boolean kept(JsonNode steps, Map<String, String> labels) {
        for (var step : steps) {
            var values = new ArrayList<String>();
            step.path("source_labels").forEach(name -> values.add(labels.getOrDefault(name.asText(), "")));
            var found = Pattern.compile(step.path("regex").asText("(.*)")).matcher(String.join(";", values));
            if ("keep".equals(step.path("action").asText("replace"))) {
                if (!found.matches()) return false;
            } else {
                assertTrue(step.has("target_label"), step.toString());
                if (found.matches()) labels.put(step.path("target_label").asText(), found.group(1));
            }
        }
        return true;
    }
}
