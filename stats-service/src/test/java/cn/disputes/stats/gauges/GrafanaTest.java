package cn.disputes.stats.gauges;

import static cn.disputes.deploy.local.TestTokens.token;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.deploy.local.PostgresTestResource;
import cn.disputes.stats.PretendFeeds;
import cn.disputes.stats.indicators.Indicators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Grafana dashboards that are shipped show what the services really expose. */
@QuarkusTest
@QuarkusTestResource(value = PostgresTestResource.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = PretendFeeds.class, restrictToAnnotatedClass = true)
class GrafanaTest {
    private static final Path FOLDER = Path.of("../deploy/grafana/dashboards");
    /** A name that is followed by braces, brackets or nothing a label or a function could be. */
    private static final Pattern METRIC =
            Pattern.compile("\\b([a-z][a-z0-9]*(?:_[a-z0-9]+)+)\\b(?=\\s*(?:[{\\[,)*/]|$))");

    private static final Pattern INDICATOR = Pattern.compile("indicator=\"([A-Z_:]+)\"");

    @Inject
    FigureGauges gauges;

    private static JsonNode dashboard(String name) throws IOException {
        return new ObjectMapper().readTree(Files.readString(FOLDER.resolve(name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"figures.json", "services.json"})
    void everyMetricOfADashboardIsExposed(String name) throws IOException {
        gauges.refresh();
        var path = "/v1/statistics?indicators=LOSS_RATE&from=2022-01&to=2022-12";
        var tag = given().auth().oauth2(token("statistician").sign()).get(path).header("ETag");
        given().auth()
                .oauth2(token("statistician").sign())
                .header("If-None-Match", tag)
                .get(path);
        var exposed = given().get("/q/metrics")
                .body()
                .asString()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[ {]")[0])
                .collect(Collectors.toSet());
        Set<String> asked = new TreeSet<>();
        for (var query : queries(dashboard(name))) {
            var found = METRIC.matcher(query.replaceAll("\\b(?:by|without) \\([^)]*\\)", " "));
            while (found.find()) asked.add(found.group(1));
        }
        asked.removeAll(Set.of("label_values"));
        assertTrue(asked.size() >= 3, asked.toString());
        assertEquals(
                List.of(),
                asked.stream().filter(metric -> !exposed.contains(metric)).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"figures.json", "services.json", "operations.json"})
    void aDashboardCanBeProvisioned(String name) throws IOException {
        var dashboard = dashboard(name);
        for (var field : List.of("uid", "title", "schemaVersion", "panels")) assertTrue(dashboard.has(field), field);
        var ids = new TreeSet<Integer>();
        for (var panel : dashboard.get("panels")) {
            assertTrue(ids.add(panel.get("id").asInt()), "an id twice");
            assertEquals("prometheus", panel.at("/datasource/uid").asText());
            var place = panel.get("gridPos");
            assertTrue(
                    place.get("x").asInt() + place.get("w").asInt() <= 24,
                    panel.get("title").asText());
            assertFalse(panel.get("targets").isEmpty(), panel.get("title").asText());
        }
    }

    @Test
    void everyIndicatorOfADashboardIsAGauge() throws IOException {
        for (var query : queries(dashboard("figures.json"))) {
            var found = INDICATOR.matcher(query);
            while (found.find()) {
                assertTrue(Indicators.find(found.group(1)).isPresent(), found.group(1));
                assertTrue(Headline.CODES.contains(found.group(1)), found.group(1));
            }
        }
    }

    private static List<String> queries(JsonNode dashboard) {
        var queries = dashboard.findValuesAsText("expr");
        dashboard
                .at("/templating/list")
                .forEach(one -> queries.add(one.at("/query/query").asText()));
        return queries;
    }
}
