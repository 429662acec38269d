package cn.disputes.alerts.source;

import static cn.disputes.alerts.Courts.alert;
import static cn.disputes.alerts.Courts.as;
import static cn.disputes.alerts.Courts.coordinator;
import static cn.disputes.alerts.Courts.number;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Courts that bought of one vendor send under one name, unless somebody changes it. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class OtherCourtsRowsTest {
    @Inject
    Jdbi jdbi;

    private final String source = "厂商-" + UUID.randomUUID();

    private void setUp(int rowsPerMinute) {
        coordinator()
                .body(Map.of("regionCode", "330782", "heartbeatMinutes", 60, "rowsPerMinute", rowsPerMinute))
                .put("/v1/sources/" + source)
                .then()
                .statusCode(201);
        jdbi.useHandle(h -> h.execute(
                "UPDATE alert_source SET expected_from = now() - interval '1 day', silent_since = now() - interval '23 hours' WHERE id = ?",
                source));
    }

    private Map<String, Object> row(String region) {
        var row = alert(source, UUID.randomUUID().toString(), number(), "2021-05-01", "GROUP_CASE");
        row.put("regionCode", region);
        return row;
    }

    @Test
    void rowsOfACourtElsewhereEndNoSilenceAndUseUpNothing() {
        setUp(2);
        for (var again = 0; again < 3; again++)
            as("court-liaison", "330702", "婺城法院")
                    .body(Map.of("items", List.of(row("330702"), row("330702"), row("330782"))))
                    .post("/v1/alerts/batch")
                    .then()
                    .statusCode(200)
                    .body("items.status", everyItem(equalTo("REJECTED")))
                    .body("items.violations.flatten().field", everyItem(equalTo("regionCode")));
        as("court-liaison", "330702", "婺城法院")
                .body(row("330702"))
                .post("/v1/alerts")
                .then()
                .statusCode(400);
        coordinator()
                .get("/v1/sources/" + source)
                .then()
                .body("silent", equalTo(true))
                .body("heardAt", nullValue());
        assertEquals(List.of(0.0), jdbi.withHandle(h -> h.createQuery("SELECT counted FROM alert_source WHERE id = ?")
                .bind(0, source)
                .mapTo(Double.class)
                .list()));
        as("court-liaison", "330782", "义乌法院")
                .body(Map.of("items", List.of(row("330782"), row("330782"))))
                .post("/v1/alerts/batch")
                .then()
                .statusCode(200)
                .body("items.status", contains("CREATED", "CREATED"));
        coordinator().get("/v1/sources/" + source).then().body("silent", equalTo(false));
    }

    /** What a court of the city sends for the county's source counts, refused or not. */
    @ParameterizedTest
    @ValueSource(strings = {"330782", "330700", "330000", "100000"})
    void aCourtAboveSpeaksForTheSource(String region) {
        setUp(100);
        as("court-liaison", region, "法院")
                .body(row("330782"))
                .post("/v1/alerts")
                .then()
                .statusCode(201);
        coordinator().get("/v1/sources/" + source).then().body("silent", equalTo(false));
    }

    @Test
    void aCourtBelowSpeaksForTheCitysSource() {
        setUp(100);
        coordinator()
                .header("If-Match", "*")
                .body(Map.of("regionCode", "330700", "heartbeatMinutes", 60))
                .put("/v1/sources/" + source)
                .then()
                .statusCode(200);
        as("court-liaison", "330782", "义乌法院")
                .body(row("330782"))
                .post("/v1/alerts")
                .then()
                .statusCode(201);
        coordinator().get("/v1/sources/" + source).then().body("silent", equalTo(false));
    }
}
