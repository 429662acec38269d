package cn.disputes.cases.retention;

import static cn.disputes.cases.office.Office.CASES;
import static cn.disputes.cases.office.Office.SUITS;
import static cn.disputes.cases.office.Office.as;
import static cn.disputes.cases.office.Office.filed;
import static cn.disputes.cases.office.Office.received;
import static cn.disputes.deploy.testing.Together.together;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A hold is placed, seen and lifted by those who may, in cases they may see, and every change is on record. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class HoldTest {
    private static final String REGION = "330782";

    private static String opened(String cases) {
        return cases + "/" + (cases.equals(CASES) ? received(REGION) : filed(REGION));
    }

    private static RequestSpecification admin() {
        return as("管理员", REGION, "admin");
    }

    private static Response place(RequestSpecification by, String path, Map<String, Object> hold) {
        return by.body(hold).put(path + "/hold");
    }

    private static List<String> recorded(String path) {
        return as("审计", REGION, "auditor")
                .get("/v1/audit?action=HOLD_CHANGED&caseId=" + path.substring(path.lastIndexOf('/') + 1))
                .then()
                .statusCode(200)
                .extract()
                .path("items.detail");
    }

    @ParameterizedTest
    @ValueSource(strings = {CASES, SUITS})
    void isPlacedChangedAndLiftedOnRecord(String cases) {
        var path = opened(cases);
        admin().get(path + "/hold").then().statusCode(404);
        place(admin(), path, Map.of("reason", "上级督办（虚构）"))
                .then()
                .statusCode(200)
                .body("reason", equalTo("上级督办（虚构）"))
                .body("permanent", equalTo(false))
                .body("placedBy", equalTo("管理员"))
                .body("placedAt", notNullValue());
        place(as("处长", REGION, "approver"), path, Map.of("reason", "重大案件（虚构）", "permanent", true))
                .then()
                .statusCode(200);
        admin().get(path + "/hold")
                .then()
                .statusCode(200)
                .body("reason", equalTo("重大案件（虚构）"))
                .body("permanent", equalTo(true))
                .body("placedBy", equalTo("处长"));
        admin().delete(path + "/hold").then().statusCode(204);
        admin().get(path + "/hold").then().statusCode(404);
        // to lift what is not held changes nothing and leaves nothing on record
        admin().delete(path + "/hold").then().statusCode(204);
        assertEquals(List.of("PLACED", "PERMANENT", "LIFTED"), recorded(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {CASES, SUITS})
    void isNobodyElses(String cases) {
        var path = opened(cases);
        var hold = Map.<String, Object>of("reason", "重大案件（虚构）");
        for (var role : List.of("case-officer", "coordinator", "auditor", "agency-liaison", "leader")) {
            place(as("旁人", REGION, role), path, hold).then().statusCode(403);
            as("旁人", REGION, role).get(path + "/hold").then().statusCode(403);
            as("旁人", REGION, role).delete(path + "/hold").then().statusCode(403);
        }
        assertEquals(List.of(), recorded(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {CASES, SUITS})
    void ofACaseThatIsNotThereForTheCallerIsNotFound(String cases) {
        var path = opened(cases);
        var hold = Map.<String, Object>of("reason", "重大案件（虚构）");
        place(admin(), path, hold).then().statusCode(200);
        as("处长", REGION, "approver")
                .body(Map.of("officer", "避处长", "reason", "回避（虚构）"))
                .post(path + "/recusals")
                .then()
                .statusCode(201);
        for (var stranger : List.of(as("外地", "330783", "admin"), as("避处长", REGION, "approver"))) {
            place(stranger, path, hold).then().statusCode(404);
            stranger.get(path + "/hold").then().statusCode(404);
            stranger.delete(path + "/hold").then().statusCode(404);
        }
        for (var nothing : List.of(cases + "/" + UUID.randomUUID(), cases + "/no-id")) {
            place(admin(), nothing, hold).then().statusCode(404);
            admin().get(nothing + "/hold").then().statusCode(404);
            admin().delete(nothing + "/hold").then().statusCode(404);
        }
        admin().get(path + "/hold").then().statusCode(200);
        assertEquals(List.of("PLACED"), recorded(path));
    }

    @Test
    void needsAReason() {
        var path = opened(CASES);
        for (var hold : List.of(
                Map.<String, Object>of(),
                Map.<String, Object>of("reason", " "),
                Map.<String, Object>of("reason", "长".repeat(501)))) {
            place(admin(), path, hold).then().statusCode(400).body("violations[0].field", equalTo("reason"));
        }
        place(admin(), path, Map.of("reason", "重大案件（虚构）", "until", "2060-01-01"))
                .then()
                .statusCode(400);
        admin().get(path + "/hold").then().statusCode(404);
        assertEquals(List.of(), recorded(path));
    }

    /** Placed and lifted at once: the last word on record is what holds, and each lifting ended a hold. */
    @ParameterizedTest
    @ValueSource(strings = {CASES, SUITS})
    void placingAgainstLifting(String cases) throws Exception {
        for (var round = 0; round < 3; round++) {
            var path = opened(cases);
            var answers = together(
                    8,
                    i -> () -> i % 2 == 0
                            ? place(admin(), path, Map.of("reason", "重大案件（虚构）")).statusCode()
                            : admin().delete(path + "/hold").statusCode());
            for (var i = 0; i < 8; i++) assertEquals(i % 2 == 0 ? 200 : 204, answers.get(i));
            var said = recorded(path);
            var held = admin().get(path + "/hold").statusCode() == 200;
            assertEquals(held ? "PLACED" : "LIFTED", said.get(said.size() - 1), said.toString());
            for (var i = 1; i < said.size(); i++)
                assertTrue(!said.get(i).equals("LIFTED") || !said.get(i - 1).equals("LIFTED"), said.toString());
        }
    }
}
