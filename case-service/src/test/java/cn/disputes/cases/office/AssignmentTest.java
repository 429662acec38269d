package cn.disputes.cases.office;

import static cn.disputes.cases.office.Office.CASES;
import static cn.disputes.cases.office.Office.SUITS;
import static cn.disputes.cases.office.Office.as;
import static cn.disputes.cases.office.Office.assign;
import static cn.disputes.cases.office.Office.etag;
import static cn.disputes.cases.office.Office.filed;
import static cn.disputes.cases.office.Office.head;
import static cn.disputes.cases.office.Office.officer;
import static cn.disputes.cases.office.Office.received;
import static cn.disputes.cases.office.Office.registered;
import static cn.disputes.deploy.testing.Together.together;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class AssignmentTest {
    @Test
    void anOfficerIsRegisteredWithItsLoad() {
        officer("登记甲", "330703", 5);
        var id = received("330703");
        assign(CASES + "/" + id, "330703", Map.of("officer", "登记甲")).statusCode(200);
        head("330703")
                .get("/v1/officers/登记甲")
                .then()
                .statusCode(200)
                .header("ETag", "\"v1\"")
                .body("capacity", equalTo(5))
                .body("active", equalTo(true))
                .body("openCases", equalTo(1));
        var change = Map.of("name", "登记甲", "regionCode", "330703", "active", false);
        head("330703").body(change).put("/v1/officers/登记甲").then().statusCode(428);
        head("330703")
                .header("If-Match", "\"v1\"")
                .body(change)
                .put("/v1/officers/登记甲")
                .then()
                .statusCode(200)
                .body("active", equalTo(false));
        head("330703")
                .header("If-Match", "\"v1\"")
                .body(change)
                .put("/v1/officers/登记甲")
                .then()
                .statusCode(412);
        as("处长", "330781", "approver").get("/v1/officers/登记甲").then().statusCode(404);
        as("处长", "330781", "approver").get("/v1/officers").then().body("items.subject", not(hasItem("登记甲")));
        head("330703").get("/v1/officers?limit=1").then().body("items", hasSize(1));
        head("330703")
                .body(Map.of("name", "登记乙", "regionCode", "330703", "capacity", 0))
                .put("/v1/officers/登记乙")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("capacity"));
        assign(CASES + "/" + received("330703"), "330703", Map.of("officer", "登记甲"))
                .statusCode(409)
                .body("code", equalTo("officer-inactive"));
    }

    @Test
    void aCaseChangesHandsWithAReason() {
        officer("转甲", "330784", 10);
        officer("转乙", "330784", 10);
        for (var path : new String[] {CASES + "/" + received("330784"), SUITS + "/" + filed("330784")}) {
            head("330784").body(Map.of()).post(path + "/assignment").then().statusCode(428);
            assign(path, "330784", Map.of("officer", "转甲")).statusCode(200).body("assignedTo", equalTo("转甲"));
            assign(path, "330784", Map.of("officer", "转甲")).statusCode(200).body("items", hasSize(1));
            assign(path, "330784", Map.of("officer", "转乙"))
                    .statusCode(400)
                    .body("violations[0].field", equalTo("reason"));
            assign(path, "330784", Map.of("officer", "转乙", "reason", "年休假")).statusCode(200);
            assign(path, "330784", Map.of("officer", "查无此人")).statusCode(422);
            head("330784")
                    .get(path + "/assignment")
                    .then()
                    .statusCode(200)
                    .header("ETag", etag(path, "330784"))
                    .body("items.officer", contains("转甲", "转乙"))
                    .body("items.reason", contains(null, "年休假"))
                    .body("items.assignedBy", contains("处长", "处长"));
            as("转乙", "330784", "case-officer").get(path).then().body("assignedTo", equalTo("转乙"));
            var list = path.substring(0, path.lastIndexOf('/'));
            var id = path.substring(path.lastIndexOf('/') + 1);
            as("转乙", "330784", "case-officer")
                    .get(list + "?assignedTo=me")
                    .then()
                    .body("items.id", hasItem(id));
            as("转甲", "330784", "case-officer")
                    .get(list + "?assignedTo=me")
                    .then()
                    .body("items.id", not(hasItem(id)));
            head("330784").get(list + "?assignedTo=nobody").then().body("items.id", not(hasItem(id)));
        }
    }

    /** The steps fold to a row without knowing whose the case is. */
    @Test
    void aStepLeavesTheCaseWithItsOfficer() {
        officer("承办", "330783", 10);
        var path = CASES + "/" + received("330783");
        assign(path, "330783", Map.of("officer", "承办")).statusCode(200);
        as("承办", "330783", "case-officer")
                .header("If-Match", etag(path, "330783"))
                .body(Map.of("type", "ACCEPTED", "on", "2025-03-05"))
                .post(path + "/steps")
                .then()
                .statusCode(201)
                .body("assignedTo", equalTo("承办"));
        head("330783").get(path).then().body("assignedTo", equalTo("承办"));
    }

    @Test
    void withoutAnOfficerThereIsNobodyToGiveItTo() {
        assign(CASES + "/" + received("330723"), "330723", Map.of())
                .statusCode(409)
                .body("code", equalTo("no-officer"));
        registered("330723").body("assignedTo", nullValue());
    }

    @Test
    void manyCasesAtOnceAreDealtOutEvenly() throws Exception {
        for (var i = 0; i < 4; i++) officer("均" + i, "330727", 10);
        officer("均大", "330727", 40);
        var cases = new String[32];
        for (var i = 0; i < 32; i++)
            cases[i] = i % 2 == 0 ? CASES + "/" + received("330727") : SUITS + "/" + filed("330727");
        var given = together(32, i -> (Callable<String>) () ->
                assign(cases[i], "330727", Map.of()).statusCode(200).extract().path("assignedTo"));
        var load = new TreeMap<String, Integer>();
        given.forEach(officer -> load.merge(officer, 1, Integer::sum));
        assertEquals(Map.of("均0", 4, "均1", 4, "均2", 4, "均3", 4, "均大", 16), load);
    }

    @Test
    void ofTwoWhoAssignOneCaseOneWins() throws Exception {
        officer("争甲", "330781", 10);
        officer("争乙", "330781", 10);
        for (var round = 0; round < 5; round++) {
            var path = CASES + "/" + received("330781");
            var etag = etag(path, "330781");
            var answers = together(
                    2,
                    i -> () -> head("330781")
                            .header("If-Match", etag)
                            .body(Map.of("officer", i == 0 ? "争甲" : "争乙"))
                            .post(path + "/assignment")
                            .statusCode());
            assertEquals(1, answers.stream().filter(status -> status == 200).count(), answers.toString());
            assertEquals(1, answers.stream().filter(status -> status == 412).count(), answers.toString());
            head("330781").get(path + "/assignment").then().body("items", hasSize(1));
        }
    }

    /** Of this region alone the settings say so. */
    @Test
    void anOfficeMayGiveNewCasesToItsOfficersAtOnce() {
        registered("330726").body("assignedTo", nullValue());
        officer("即甲", "330726", 10);
        officer("即乙", "330726", 10);
        registered("330726").body("assignedTo", equalTo("即乙"));
        var second = received("330726");
        head("330726").get(CASES + "/" + second + "/assignment").then().body("items.officer", contains("即甲"));
        head("330726").get(SUITS + "/" + filed("330726")).then().body("assignedTo", equalTo("即乙"));
    }
}
