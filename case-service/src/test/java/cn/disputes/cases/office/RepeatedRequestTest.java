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
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The first answer is told again to those only who may see it today, and as they may see it today. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class RepeatedRequestTest {
    private static final String REGION = "330702";

    private static ValidatableResponse post(String name, String path, String key, String etag, Object body) {
        var request = as(name, REGION, "case-officer", "approver").header("Idempotency-Key", key);
        if (etag != null) request = request.header("If-Match", etag);
        return request.body(body).post(path).then();
    }

    private static ValidatableResponse again(String name, String path, String key, String etag, Object body) {
        return post(name, path, key, etag, body).header("Idempotency-Replayed", "true");
    }

    private static void recused(String name, String path) {
        head(REGION)
                .body(Map.of("officer", name, "reason", "回避（虚构）"))
                .post(path + "/recusals")
                .then()
                .statusCode(201);
    }

    private static Map<String, Object> application() {
        return Map.of(
                "regionCode", REGION,
                "receivedOn", "2025-03-03",
                "channel", "POST",
                "applicants", List.of(Map.of("kind", "NATURAL_PERSON", "name", "合成甲", "phone", "13800001234")),
                "respondentCode", "11330700002592265Y",
                "actType", "PENALTY",
                "domain", "OTHER",
                "claims", "请求撤销（虚构）");
    }

    @Test
    void whoeverIsRecusedIsToldNothingAgain() {
        var key = UUID.randomUUID().toString();
        var body = application();
        var path = CASES + "/"
                + post("重甲", CASES, key, null, body).statusCode(201).extract().path("id");
        var steps = Map.of("type", "ACCEPTED", "on", "2025-03-05", "note", "合成甲来电");
        var etag = etag(path, REGION);
        post("重甲", path + "/steps", key, etag, steps).statusCode(201);
        post("重甲", path + "/documents", key, null, Map.of("kind", "ACCEPTANCE_NOTICE"))
                .statusCode(201);
        officer("重甲受案", REGION, 10);
        var given = etag(path, REGION);
        post("重甲", path + "/assignment", key, given, Map.of("officer", "重甲受案")).statusCode(200);
        again("重甲", CASES, key, null, body).statusCode(201).body("applicants[0].phone", equalTo("13800001234"));
        again("重甲", path + "/steps", key, etag, steps).statusCode(201);
        again("重甲", path + "/documents", key, null, Map.of("kind", "ACCEPTANCE_NOTICE"))
                .statusCode(201);
        again("重甲", path + "/assignment", key, given, Map.of("officer", "重甲受案")).statusCode(200);
        recused("重甲", path);
        post("重甲", CASES, key, null, body).statusCode(404);
        post("重甲", path + "/steps", key, etag, steps).statusCode(404);
        post("重甲", path + "/documents", key, null, Map.of("kind", "ACCEPTANCE_NOTICE"))
                .statusCode(404);
        post("重甲", path + "/assignment", key, given, Map.of("officer", "重甲受案")).statusCode(404);
    }

    @Test
    void ofSuitsNeither() {
        var key = UUID.randomUUID().toString();
        var path = SUITS + "/" + filed(REGION);
        var etag = etag(path, REGION);
        var step = Map.of("type", "SERVED", "on", "2025-03-10");
        post("重乙", path + "/steps", key, etag, step).statusCode(201);
        post("重乙", path + "/documents", key, null, Map.of("kind", "DEFENCE_COVER"))
                .statusCode(201);
        again("重乙", path + "/steps", key, etag, step).statusCode(201).body("plaintiffs[0].name", equalTo("合成乙"));
        recused("重乙", path);
        post("重乙", path + "/steps", key, etag, step).statusCode(404);
        post("重乙", path + "/documents", key, null, Map.of("kind", "DEFENCE_COVER"))
                .statusCode(404);
    }

    @Test
    void aProposalOfAnotherIsNotTold() {
        var path = CASES + "/" + received(REGION);
        post(
                        "重丙",
                        path + "/steps",
                        UUID.randomUUID().toString(),
                        etag(path, REGION),
                        Map.of("type", "ACCEPTED", "on", "2025-03-05"))
                .statusCode(201);
        var key = UUID.randomUUID().toString();
        var etag = etag(path, REGION);
        var decided = Map.of("type", "DECIDED", "on", "2025-04-01", "outcome", "UPHELD");
        String waiting = post("重丙", path + "/steps", key, etag, decided)
                .statusCode(202)
                .extract()
                .path("approvalId");
        again("重丙", path + "/steps", key, etag, decided).statusCode(202).body("approvalId", equalTo(waiting));
        recused("重丙", path);
        post("重丙", path + "/steps", key, etag, decided).statusCode(404);
    }

    /** Another officer has the case since: names are masked in what is told again as in what is read. */
    @Test
    void whoeverSeesMasksTodayIsToldMasks() {
        var key = UUID.randomUUID().toString();
        var id = as("重丁登记", REGION, "case-officer")
                .body(application())
                .post(CASES)
                .then()
                .extract()
                .<String>path("id");
        var path = CASES + "/" + id;
        var etag = etag(path, REGION);
        var step = Map.of("type", "ACCEPTED", "on", "2025-03-05");
        var first = as("重丁", REGION, "case-officer")
                .header("Idempotency-Key", key)
                .header("If-Match", etag)
                .body(step)
                .post(path + "/steps")
                .then()
                .body("applicants[0].name", equalTo("合成甲"))
                .extract()
                .<String>path("status");
        officer("重丁承办", REGION, 10);
        assign(path, REGION, Map.of("officer", "重丁承办")).statusCode(200);
        as("重丁", REGION, "case-officer")
                .header("Idempotency-Key", key)
                .header("If-Match", etag)
                .body(step)
                .post(path + "/steps")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("status", equalTo(first))
                .body("applicants[0].name", equalTo("合*"))
                .body("applicants[0].phone", equalTo("138****1234"))
                .body("claims", nullValue());
    }
}
