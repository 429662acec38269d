package cn.disputes.cases.litigation;

import static cn.disputes.deploy.local.TestTokens.token;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class CourtListTest {
    private static final String HEADER =
            "yf,dqdm,ah,fymc,larq,spcxmc,ay,jarq,jafsmc,jasymc,yg,bg,sfkt,xzjgsfct,xzjgsfbs,"
                    + "ysah,esah,updateTime\n";
    private static final String BUREAU = "金华市司法局";

    private static JsonPath load(String file) {
        var location = given().auth()
                .oauth2(token("court-liaison").sign())
                .contentType("text/csv")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports?kind=litigations")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        return await().until(() -> officer().get(location).jsonPath(), job -> !job.getString("status")
                .equals("RUNNING"));
    }

    private static RequestSpecification officer() {
        return given().auth().oauth2(token("case-officer").sign()).contentType("application/json");
    }

    private static ValidatableResponse found(String number) {
        return officer()
                .queryParam("caseNumber", number)
                .get("/v1/litigations")
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
    }

    private static String row(String number, String rest) {
        return "2022-05,330700," + number + ",合成法院,2022-03-01 00:00:00," + rest + "\n";
    }

    @Test
    void aCourtsListBecomesSuits() {
        var file = HEADER
                + row(
                        "(2022)浙0702行初901号",
                        "行政一审,行政处罚,20220520,判决,驳回诉讼请求,合成甲、合成乙," + BUREAU + ",是,是,否,,(2022)浙07行终901号,2022-06-01")
                + row("(2022)浙07行终901号", "行政二审,行政处罚,,,,合成甲," + BUREAU + ",,,,,,2022-06-01");
        var job = load(file);
        assertEquals(2, job.getInt("created"), job.prettify());
        found("(2022)浙0702行初901号")
                .body("items[0].instance", equalTo("FIRST"))
                .body("items[0].actType", equalTo("PENALTY"))
                .body("items[0].outcome", equalTo("CLAIM_REJECTED"))
                .body("items[0].concludedOn", equalTo("2022-05-20"))
                .body("items[0].hearings[0].headAttendance", equalTo("OTHER_HEAD"));
        found("(2022)浙07行终901号")
                .body("items[0].previousCaseNumber", equalTo("(2022)浙0702行初901号"))
                .body("items[0].outcome", nullValue());
        var again = load(file.replace("2022-06-01", "2022-07-01").replace("2022-05,", "2022-06,"));
        assertEquals(2, again.getInt("unchanged"), again.prettify());
    }

    @Test
    void wordsAndAgenciesNobodyKnowsAreNamed() {
        var job = load(HEADER
                + row("(2022)浙0702行初911号", "一审,行政许可,2022-05-20,判决,另行处断,合成甲," + BUREAU + ",否,,,,,")
                + row("(2022)浙0702行初912号", "一审,行政许可,,,,合成甲,虚构局,否,,,,,")
                + row("(2022)浙0702行初913号", "一审,行政许可,2022-05-20,,撤销,合成甲," + BUREAU + ",是,也许,,,,")
                + row("行初914", "一审,行政许可,,,,合成甲," + BUREAU + ",否,,,,,"));
        assertEquals(4, job.getInt("rejected"), job.prettify());
        assertEquals(java.util.List.of("jasymc", "bg", "xzjgsfct", "ah"), job.getList("errors.field"), job.prettify());
    }

    @Test
    void aListKnowsLessThanAnOfficerAndThanAFullerFile() {
        var full =
                "caseNumber,court,instance,regionCode,plaintiffName,defendantCode,defendantName,actorCode,domain,actType,filedOn,servedOn,reconsiderationCaseNumber,previousCaseNumber,hearingOn,headAttendance,concludedOn,outcome,outcomeGround,effectiveOn\n"
                    + "(2022)浙0702行初921号,合成法院,FIRST,330700,合成甲,11330700002592265Y," + BUREAU
                        + ",,MARKET_REGULATION,LICENSING,2022-03-01,2022-03-05,,,2022-04-01,PRINCIPAL,,,,\n";
        given().auth()
                .oauth2(token("case-officer").sign())
                .contentType("text/csv")
                .body(full.getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports?kind=litigations")
                .then()
                .statusCode(202);
        await().until(
                        () -> officer()
                                .queryParam("caseNumber", "(2022)浙0702行初921号")
                                .get("/v1/litigations")
                                .jsonPath()
                                .getList("items"),
                        items -> !items.isEmpty());
        var job = load(HEADER + row("(2022)浙0702行初921号", "一审,行政处罚,2022-05-20,判决,撤销,合成乙," + BUREAU + ",是,否,,,,"));
        assertEquals(1, job.getInt("updated"), job.prettify());
        found("(2022)浙0702行初921号")
                .body("items[0].actType", equalTo("LICENSING"))
                .body("items[0].plaintiffs[0].name", equalTo("合成甲"))
                .body("items[0].outcome", equalTo("REVOKED"))
                .body("items[0].hearings", hasSize(1))
                .body("items[0].hearings[0].headAttendance", equalTo("PRINCIPAL"));
    }
}
