package cn.disputes.alerts;

import static cn.disputes.alerts.Courts.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.alerts.risk.Everywhere;
import cn.disputes.contract.security.RegionScope;
import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is one for every region is changed by whoever answers for every region. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class OneRuleForAllTest {
    @Inject
    Jdbi jdbi;

    @ParameterizedTest
    @CsvSource({"/v1/risk-rules,rules-are-for-all", "/v1/escalation-ladders,ladder-is-for-all"})
    void isNotChangedByTheCoordinatorOfOne(String path, String code) {
        var office = new Office("330700");
        office.flag("330782", "2022-03-01", "GROUP_CASE");
        var county = as("coordinator", "330702", "K").get(path);
        var etag = county.header("ETag");
        Map<String, Object> body = county.jsonPath().getMap("");
        for (var sent : new String[] {etag, "*"})
            as("coordinator", "330702", "K")
                    .header("If-Match", sent)
                    .body(body)
                    .put(path)
                    .then()
                    .statusCode(403)
                    .contentType("application/problem+json")
                    .body("code", equalTo(code))
                    .body("title", containsString("协调员"));
        as("coordinator", "330702", "K")
                .header("Accept-Language", "en")
                .header("If-Match", "*")
                .body(body)
                .put(path)
                .then()
                .statusCode(403)
                .body("title", containsString("coordinator"));
        as("coordinator", "100000", "K").get(path).then().header("ETag", equalTo(etag));
        as("coordinator", "100000", "K")
                .header("If-Match", etag)
                .body(body)
                .put(path)
                .then()
                .statusCode(200);
    }

    /** Whatever lies elsewhere is somebody else's: a case, a suit that might become one, a duty. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                INSERT INTO risk_case (id, litigation_case_number, region_code, defendant_code, defendant_name, level, score,
                    factors, state, flagged_on, version, recorded_at)
                VALUES (gen_random_uuid(), 'x', ?, 'x', 'x', 'RED', 1, '[]', 'FLAGGED', now(), 1, now())""",
                """
                INSERT INTO litigation (case_number, id, version, region_code, defendant_code, defendant_name)
                VALUES ('x', gen_random_uuid(), 1, ?, 'x', 'x')""",
                """
                WITH l AS (INSERT INTO leader (id, region_code, body) VALUES ('x', '330702', '{}') RETURNING id)
                INSERT INTO duty (id, leader_id, region_code, body) SELECT 'x', id, ?, '{}' FROM l"""
            })
    void whateverLiesElsewhereMakesItEverybodys(String held) {
        jdbi.useHandle(h -> {
            h.begin();
            try {
                h.execute("TRUNCATE risk_case, litigation, duty, leader CASCADE");
                for (var region : List.of("330702", "330701", "330703", "330700", "320702")) {
                    h.savepoint("nothing");
                    h.execute(held, region);
                    assertEquals(region.equals("330702"), Everywhere.covered(h, new RegionScope("330702")), region);
                    assertEquals(!region.equals("320702"), Everywhere.covered(h, new RegionScope("330700")), region);
                    assertTrue(Everywhere.covered(h, new RegionScope("100000")));
                    h.rollbackToSavepoint("nothing");
                }
            } finally {
                h.rollback();
            }
        });
    }
}
