package cn.disputes.deploy.operations;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What operators see of the three services at work and in trouble: traces, log, metrics. None of it names a person. */
class SeenIT {
    private static final Path TARGET = Path.of("target/seen-it").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Map<String, String> PERSON = Map.of(
            "kind", "NATURAL_PERSON",
            "name", "合成张三丰",
            "idNumber", "330702180001010015",
            "phone", "13800001234",
            "address", "虚构路九号");

    private static Collector collector;
    private static ThreeServices trial;

    @BeforeAll
    static void workAndFail() throws Exception {
        collector = Collector.start();
        trial = ThreeServices.open(TARGET)
                .start(Map.of(
                        "LOG_JSON", "true",
                        "TRACING_OFF", "false",
                        "TRACING_SQL", "true",
                        "TRACING_COLLECTOR", collector.url()));
        register(201);
        BadRequests.with(PERSON, trial);
        for (var i = 0; i < 20; i++)
            trial.as("case-officer").get(trial.at(Service.CASES, "/v1/reconsiderations/" + UUID.randomUUID()));
        // the database says whose row it refuses
        sql("CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN" + " RAISE EXCEPTION 'no place for "
                + PERSON.get("name") + " %', NEW USING ERRCODE = 'XX000'; END $$");
        sql("CREATE TRIGGER refuse BEFORE INSERT ON reconsideration FOR EACH ROW EXECUTE FUNCTION refuse()");
        register(500);
        importOf("金虚复〔2025〕1号,330702,2025-03-03,ONLINE,NATURAL_PERSON," + PERSON.get("name") + "," + Synthetic.BUREAU
                + ",（虚构）,330700,OTHER,PENALTY,2025-03-05");
        sql("DROP TRIGGER refuse ON reconsideration");
        register(201);
    }

    @AfterAll
    static void stop() throws Exception {
        if (trial != null) trial.close();
        if (collector != null) collector.close();
    }

    private static void register(int answer) {
        trial.as("case-officer")
                .body(Synthetic.reconsideration(PERSON))
                .post(trial.at(Service.CASES, "/v1/reconsiderations"))
                .then()
                .statusCode(answer);
    }

    private static void importOf(String row) {
        trial.as("case-officer")
                .contentType("text/csv; charset=UTF-8")
                .body(("caseNumber,regionCode,receivedOn,channel,applicantKind,applicantName,respondentCode,"
                                + "respondentName,respondentRegionCode,domain,actType,acceptedOn\n" + row)
                        .getBytes(StandardCharsets.UTF_8))
                .post(trial.at(Service.CASES, "/v1/imports?kind=reconsiderations"))
                .then()
                .statusCode(202);
    }

    private static void sql(String statement) throws Exception {
        try (var connection = DriverManager.getConnection(
                        trial.postgres.url("cases"), trial.postgres.user(), trial.postgres.password());
                var open = connection.createStatement()) {
            open.execute(statement);
        }
    }

    /** As it is, as it stands in an address, and as JSON may write it. */
    private static Set<String> forms(String personal) {
        var escaped = personal.chars()
                .mapToObj(c -> c < 128 ? Character.toString(c) : String.format("\\u%04x", c))
                .collect(Collectors.joining());
        return new HashSet<>(List.of(personal, URLEncoder.encode(personal, StandardCharsets.UTF_8), escaped));
    }

    private static void namesNobody(String text, String where) {
        PERSON.forEach((field, value) -> {
            if (field.equals("kind")) return;
            for (var form : forms(value)) assertFalse(text.contains(form), () -> where + " tells the " + field);
        });
    }

    /** stats-service's call and case-service's answer, one under the other, with what each asked its database. */
    @Test
    void aPageOfTheFeedIsOneTraceOfTwoServices() {
        await().atMost(PATIENCE).until(() -> collector.spans.stream()
                .filter(span -> span.service().equals("case-service") && span.kind() == SpanKind.SPAN_KIND_SERVER)
                .filter(span -> "/v1/events".equals(span.attributes().get("http.route")))
                .anyMatch(answer -> collector.spans.stream()
                        .filter(call -> call.trace().equals(answer.trace()))
                        .filter(call -> call.id().equals(answer.parent()))
                        .anyMatch(call -> call.service().equals("stats-service")
                                && call.kind() == SpanKind.SPAN_KIND_CLIENT
                                && hasStatements(call.trace(), "stats-service", "case-service"))));
    }

    private static boolean hasStatements(String trace, String... services) {
        return collector.spans.stream()
                .filter(span -> span.trace().equals(trace))
                .filter(span -> span.attributes().keySet().stream().anyMatch(name -> name.startsWith("db.")))
                .map(Collector.Span::service)
                .collect(Collectors.toSet())
                .containsAll(Set.of(services));
    }

    @Test
    void noSpanNamesAPersonOrSaysWhatWasAskedFor() {
        await().atMost(PATIENCE).until(() -> collector.spans.stream()
                .anyMatch(span -> "500".equals(number(span.attributes().get("http.response.status_code")))));
        for (var span : collector.spans) {
            namesNobody(span.toString(), "a span of " + span.service() + " " + span);
            assertEquals(0, span.events(), "an exception of " + span.name() + " says what it was about");
            var query = span.attributes().getOrDefault("url.query", "…");
            assertEquals("…", query, span.name());
            assertFalse(span.attributes().getOrDefault("url.full", "").contains("?"), span.name());
        }
    }

    private static String number(String value) {
        return value == null ? "" : value.replaceAll("\\D", "");
    }

    @Test
    void theLogIsOneObjectALineAndNamesNobody() throws Exception {
        var failures = new HashSet<String>();
        await().atMost(PATIENCE).until(() -> Files.readString(trial.log("present", Service.CASES))
                .contains("\"level\":\"ERROR\""));
        for (var service : Service.values()) {
            var log = Files.readString(trial.log("present", service));
            namesNobody(log, "the log of " + service.title);
            var lines = log.lines().toList();
            assertFalse(lines.isEmpty(), service.title);
            for (var line : lines) {
                var entry = Documents.JSON.readTree(line);
                for (var field : List.of("timestamp", "level", "loggerName", "message", "service"))
                    assertTrue(entry.hasNonNull(field), field + " is missing: " + line);
                assertEquals(service.title, entry.path("service").asText());
                if (entry.path("level").asText().equals("ERROR"))
                    failures.add(entry.at("/mdc/traceId").asText() + " "
                            + entry.at("/mdc/spanId").asText());
            }
        }
        var asked = Pattern.compile("[0-9a-f]{32} [0-9a-f]{16}").asMatchPredicate();
        assertTrue(failures.stream().anyMatch(asked), "what failed says in which trace: " + failures);
    }

    /** An id in a label would be a series of its own for every case. */
    @Test
    void requestsAreCountedByEndpointNotByAddress() {
        var metrics = given().get(trial.at(Service.CASES, "/q/metrics")).asString();
        var labels = new TreeSet<String>();
        var uri = Pattern.compile("http_server_requests_seconds_count\\{.*?uri=\"([^\"]*)\"");
        metrics.lines().forEach(line -> uri.matcher(line).results().forEach(found -> labels.add(found.group(1))));
        assertTrue(labels.contains("/v1/reconsiderations/{id}"), labels.toString());
        assertTrue(labels.contains("/v1/reconsiderations"), labels.toString());
        for (var label : labels)
            assertFalse(
                    Pattern.compile("\\d{3}|[0-9a-f]{8}-|%|[^\\x00-\\x7f]")
                            .matcher(label)
                            .find(),
                    label);
        assertTrue(metrics.contains("http_server_requests_seconds_bucket{"), "how long the slowest took");
        namesNobody(metrics, "a metric");
    }

    @Test
    void whoFollowsAFeedSaysHowFarBehindItIs() {
        for (var service : List.of(Service.ALERTS, Service.STATS))
            await().atMost(PATIENCE).untilAsserted(() -> {
                var metrics = given().get(trial.at(service, "/q/metrics")).asString();
                var age = Pattern.compile("disputes_follower_age_seconds\\{.*source=\"case-service\".*} ([0-9.E-]+)")
                        .matcher(metrics);
                assertTrue(age.find(), service.title);
                assertTrue(Double.parseDouble(age.group(1)) < 30, age.group());
            });
    }

    @Test
    void thePoolOfConnectionsIsWatched() {
        for (var service : Service.values())
            assertTrue(
                    given().get(trial.at(service, "/q/metrics")).asString().contains("agroal_awaiting_count"),
                    service.title);
    }
}
