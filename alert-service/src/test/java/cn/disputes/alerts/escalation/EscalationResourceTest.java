package cn.disputes.alerts.escalation;

import static cn.disputes.alerts.Courts.coordinatorOfAll;
import static cn.disputes.deploy.local.TestTokens.token;
import static cn.disputes.deploy.testing.Together.together;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class EscalationResourceTest {
    private static final String REGION = "330727";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    @Inject
    Jdbi jdbi;

    @Inject
    Escalations escalations;

    private static RequestSpecification as(String role, String region, String name) {
        return given().auth()
                .oauth2(token(role).region(region).name(name).sign())
                .contentType("application/json");
    }

    private static RequestSpecification coordinator() {
        return as("coordinator", "330700", "K");
    }

    private static RequestSpecification leader() {
        return as("leader", REGION, "L-27");
    }

    /** Handed over twelve days ago: the signature and the plan are overdue, and the term to resolve is over. */
    private RecordedCase overdue() {
        var begun = Instant.now().minus(Duration.ofDays(12));
        return RecordedCase.flagged(jdbi, REGION, "RED", begun).ordered("L-27", begun);
    }

    private static String path(RecordedCase risk) {
        return "/v1/risk-cases/" + risk.id + "/escalation";
    }

    @Test
    void showsWhatIsDoneWhatIsNextAndWhy() {
        var risk = overdue();
        leader().get(path(risk))
                .then()
                .statusCode(200)
                .body("current.run", equalTo(1))
                .body("current.because", equalTo("ORDERED"))
                .body("current.rungs.find { it.code == 'SIGN_FOR' }.state", equalTo("FIRED"))
                .body("current.rungs.find { it.code == 'SIGN_FOR' }.zh", equalTo("交办之日起2个工作日未签收，次日触发"))
                .body("current.rungs.find { it.code == 'RESOLVE' }.state", equalTo("FIRED"))
                .body("current.rungs.find { it.code == 'VERIFY' }.state", equalTo("DORMANT"))
                .body("current.next.rung", equalTo("SUPERVISION_LETTER"))
                .body("current.resolveReason", equalTo("TERM"))
                .body("earlier", hasSize(0));
        as("leader", REGION, "L-other").get(path(risk)).then().statusCode(404);
        as("coordinator", "330782", "x").get(path(risk)).then().statusCode(404);
        coordinator()
                .get("/v1/risk-cases/" + UUID.randomUUID() + "/escalation")
                .then()
                .statusCode(404);
        var flagged = RecordedCase.flagged(jdbi, REGION, "RED", Instant.now());
        coordinator().get(path(flagged)).then().statusCode(200).body("current", nullValue());
    }

    @Test
    void theLeaderAcknowledgesWhatHasFallenDueAndTheCoordinatorAlsoWhatHasNot() {
        var risk = overdue();
        var receipts = path(risk) + "/acknowledgements";
        leader().body(Map.of("rung", "RESOLVE")).post(receipts).then().statusCode(201);
        leader().get(path(risk))
                .then()
                .body("current.rungs.find { it.code == 'RESOLVE' }.answeredBy", equalTo("L-27"))
                .body("current.rungs.find { it.code == 'SIGN_FOR' }.answeredAt", nullValue());
        leader().body(Map.of("rung", "RESOLVE")).post(receipts).then().statusCode(409);
        leader().body(Map.of("rung", "INTERVIEW")).post(receipts).then().statusCode(409);
        leader().body(Map.of("rung", "NO_SUCH")).post(receipts).then().statusCode(422);
        coordinator()
                .body(Map.of("rung", "INTERVIEW"))
                .post(receipts)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("note"));
        coordinator()
                .body(Map.of("rung", "INTERVIEW", "note", "已当面约谈"))
                .post(receipts)
                .then()
                .statusCode(201)
                .body("current.rungs.find { it.code == 'INTERVIEW' }.state", equalTo("ANSWERED"))
                .body("current.rungs.find { it.code == 'INTERVIEW' }.note", equalTo("已当面约谈"))
                .body("current.rungs.find { it.code == 'SUPERVISION_LETTER' }.state", equalTo("WAITING"));
        var ended = overdue().moved("WON", Instant.now());
        coordinator()
                .body(Map.of("rung", "RESOLVE"))
                .post(path(ended) + "/acknowledgements")
                .then()
                .statusCode(409);
    }

    @Test
    void ofManyWhoAcknowledgeOneRungOneDoes() throws Exception {
        var risk = overdue();
        var answers = together(8, () -> leader().body(Map.of("rung", "PLAN"))
                .post(path(risk) + "/acknowledgements")
                .statusCode());
        assertEquals(1, answers.stream().filter(status -> status == 201).count(), answers.toString());
        assertEquals(7, answers.stream().filter(status -> status == 409).count(), answers.toString());
    }

    @Test
    void aRepeatedKeyGivesTheFirstAnswer() {
        var risk = overdue();
        for (var i = 0; i < 2; i++) {
            leader().header("Idempotency-Key", "k-" + risk.id)
                    .body(Map.of("rung", "PLAN"))
                    .post(path(risk) + "/acknowledgements")
                    .then()
                    .statusCode(201);
        }
    }

    /** For twenty days, by K. */
    private static ValidatableResponse silenced(RecordedCase risk) {
        return leader().get(path(risk))
                .then()
                .statusCode(200)
                .body("current.silence.until", equalTo(TODAY.plusDays(20).toString()))
                .body("current.silence.author", equalTo("K"))
                .body("current.silence.reason", equalTo("法院组织调解"))
                .body(
                        "current.rungs.find { it.code == 'SIGN_FOR' }.firesOn",
                        equalTo(TODAY.plusDays(21).toString()));
    }

    @Test
    void theActionSilencedBeginsASilenceOrIsRefusedWithIt() throws Exception {
        var begun = Instant.now();
        var risk = RecordedCase.flagged(jdbi, REGION, "RED", begun).ordered("L-27", begun);
        var actions = "/v1/risk-cases/" + risk.id + "/actions";
        var until = TODAY.plusDays(20).toString();
        for (var end : List.of(TODAY.minusDays(1), TODAY.plusDays(61))) {
            coordinator()
                    .header("If-Match", "*")
                    .body(Map.of("type", "SILENCED", "note", "x", "until", end.toString()))
                    .post(actions)
                    .then()
                    .statusCode(400)
                    .body("violations[0].field", equalTo("until"));
        }
        leader().get(actions).then().statusCode(200).body("items", hasSize(0));
        // by both calls at once, while the sweep looks at the case: one of them begins it
        var turn = new AtomicInteger();
        var answers = together(9, () -> switch (turn.getAndIncrement() % 3) {
            case 0 ->
                coordinator()
                        .header("If-Match", "*")
                        .body(Map.of("type", "SILENCED", "note", "法院组织调解", "until", until))
                        .post(actions)
                        .statusCode();
            case 1 ->
                coordinator()
                        .body(Map.of("until", until, "reason", "法院组织调解"))
                        .post("/v1/risk-cases/" + risk.id + "/silences")
                        .statusCode();
            default -> {
                jdbi.useTransaction(h -> escalations.lookNow(h, risk.id));
                yield 0;
            }
        });
        assertEquals(1, answers.stream().filter(status -> status == 201).count(), answers.toString());
        assertEquals(5, answers.stream().filter(status -> status == 409).count(), answers.toString());
        silenced(risk);
        leader().get("/v1/risk-cases/" + risk.id + "/silences").then().body("items", hasSize(1));
    }

    @Test
    void aSilenceNeedsAuthorReasonAndEndAndHoldsBackWhatIsNotDueYet() throws Exception {
        var begun = Instant.now();
        var risk = RecordedCase.flagged(jdbi, REGION, "RED", begun).ordered("L-27", begun);
        var silences = "/v1/risk-cases/" + risk.id + "/silences";
        coordinator()
                .body(Map.of("until", TODAY.plusDays(5).toString()))
                .post(silences)
                .then()
                .statusCode(400);
        coordinator().body(Map.of("reason", "x")).post(silences).then().statusCode(400);
        for (var until : List.of(TODAY.minusDays(1), TODAY.plusDays(61))) {
            coordinator()
                    .body(Map.of("until", until.toString(), "reason", "x"))
                    .post(silences)
                    .then()
                    .statusCode(400)
                    .body("violations[0].field", equalTo("until"));
        }
        var until = TODAY.plusDays(20).toString();
        leader().body(Map.of("until", until, "reason", "x"))
                .post(silences)
                .then()
                .statusCode(403);
        var answers = together(6, () -> coordinator()
                .body(Map.of("until", until, "reason", "法院组织调解"))
                .post(silences)
                .statusCode());
        assertEquals(1, answers.stream().filter(status -> status == 201).count(), answers.toString());
        var id = silenced(risk).extract().<String>path("current.silence.id");
        coordinator().delete(silences + "/" + UUID.randomUUID()).then().statusCode(404);
        coordinator().delete(silences + "/" + id).then().statusCode(204);
        leader().get(path(risk))
                .then()
                .body("current.silence", nullValue())
                .body(
                        "current.rungs.find { it.code == 'SIGN_FOR' }.firesOn",
                        not(equalTo(TODAY.plusDays(21).toString())));
        leader().get(silences).then().statusCode(200).body("items[0].liftedAt", notNullValue());
        coordinator()
                .body(Map.of("until", until, "reason", "x"))
                .post("/v1/risk-cases/" + overdue().moved("WON", Instant.now()).id + "/silences")
                .then()
                .statusCode(409);
    }

    @Test
    void theLadderIsVersionedDataThatOneOfManyChanges() throws Exception {
        var etag = coordinator()
                .get("/v1/escalation-ladders")
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        Map<String, Object> ladder =
                coordinator().get("/v1/escalation-ladders").jsonPath().getMap("");
        coordinatorOfAll().body(ladder).put("/v1/escalation-ladders").then().statusCode(428);
        leader().header("If-Match", etag)
                .body(ladder)
                .put("/v1/escalation-ladders")
                .then()
                .statusCode(403);
        var answers = together(6, i -> () -> {
            var changed = new java.util.HashMap<>(ladder);
            changed.put("resolveWithin", Map.of("days", 11 + i, "unit", "DAYS"));
            return coordinatorOfAll()
                    .header("If-Match", etag)
                    .body(changed)
                    .put("/v1/escalation-ladders")
                    .statusCode();
        });
        assertEquals(1, answers.stream().filter(status -> status == 200).count(), answers.toString());
        assertEquals(5, answers.stream().filter(status -> status == 412).count(), answers.toString());
        coordinatorOfAll()
                .header("If-Match", "*")
                .body(ladder)
                .put("/v1/escalation-ladders")
                .then()
                .statusCode(200);
    }

    @Test
    void aLadderThatWouldFallSilentIsRefused() {
        var path = "/v1/escalation-ladders";
        var body = coordinator().get(path).asString();
        for (var bad : List.of(
                body.replace("\"SIGN_FOR\"", "\"PLAN\""),
                body.replace("\"RESOLVED\"", "\"PLANNED\""),
                body.replace("\"CLAIMED\"", "\"HANDED_OVER\""),
                body.replace("\"YELLOW\":", "\"RED\":"),
                body.replace("\"days\":5", "\"days\":500"),
                body.replace("\"tells\":[\"LEADER\"]", "\"tells\":[]"))) {
            coordinator().header("If-Match", "*").body(bad).put(path).then().statusCode(400);
        }
    }

    @Test
    void theAuditAnswersOnTheSpotWithinTheRegion() {
        jdbi.useHandle(h -> h.execute("SELECT 1"));
        var lost = overdue();
        coordinator()
                .get("/v1/escalations/audit")
                .then()
                .statusCode(200)
                .body("checked", greaterThanOrEqualTo(1))
                .body("findings.riskCaseId", hasItem(lost.id.toString()))
                .body("findings.find { it.riskCaseId == '" + lost.id + "' }.finding", equalTo("NO_RUN"));
        as("coordinator", "330782", "x")
                .get("/v1/escalations/audit")
                .then()
                .body("findings.riskCaseId", not(hasItem(lost.id.toString())));
        given().get("/q/health/ready").then().statusCode(200);
        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(org.hamcrest.Matchers.containsString("escalation_audit_findings"));
        lost.moved("WON", Instant.now());
    }
}
