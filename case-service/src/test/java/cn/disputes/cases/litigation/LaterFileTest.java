package cn.disputes.cases.litigation;

import static cn.disputes.deploy.local.TestTokens.token;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** An empty cell means unknown: what an earlier file told of a suit stays. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class LaterFileTest {
    private static final String HEADER =
            "caseNumber,court,instance,regionCode,plaintiffName,defendantCode,defendantName,actorCode,domain,actType,"
                    + "filedOn,servedOn,reconsiderationCaseNumber,previousCaseNumber,hearingOn,headAttendance,concludedOn,"
                    + "outcome,outcomeGround,effectiveOn\n";
    private static final String STREET = "11330702002593364M";
    private static final String ANOTHER = "113307267260000429";

    @Inject
    Jdbi jdbi;

    private static JsonPath load(String file) {
        var location = given().auth()
                .oauth2(token("case-officer").sign())
                .contentType("text/csv")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports?kind=litigations")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        return await().until(
                        () -> given().auth()
                                .oauth2(token("case-officer").sign())
                                .get(location)
                                .jsonPath(),
                        job -> !job.getString("status").equals("RUNNING"));
    }

    private static String row(String number, String instance, String actor, String served, String numbers) {
        return number + ",合成法院," + instance + "," + Suits.REGION + ",合成甲," + Suits.BUREAU + ",浦江县某局（虚构）," + actor
                + ",OTHER,PENALTY,2022-03-01," + served + "," + numbers + ",,,,,,\n";
    }

    private static String id(String number) {
        return given().auth()
                .oauth2(token("case-officer").sign())
                .queryParam("caseNumber", number)
                .get("/v1/litigations")
                .path("items[0].id");
    }

    /** What the feed says of it last. */
    private String told(String number, String field) {
        return jdbi.withHandle(h -> h.createQuery("SELECT payload ->> :field FROM outbox"
                        + " WHERE payload ->> 'caseNumber' = :number AND aggregatetype = 'litigation'"
                        + " ORDER BY (payload ->> 'version')::int DESC LIMIT 1")
                .bind("field", field)
                .bind("number", number)
                .mapTo(String.class)
                .one());
    }

    @Test
    void whatALaterFileLeavesEmptyStays() {
        var number = "(2022)浙07行终951号";
        var review = "金政复〔2021〕951号,(2022)浙0702行初950号";
        assertEquals(1, load(HEADER + row(number, "SECOND", STREET, "", review)).getInt("created"));
        var later = load(HEADER + row(number, "SECOND", "", "2022-03-05", ","));
        assertEquals(1, later.getInt("updated"), later.prettify());
        given().auth()
                .oauth2(token("case-officer").sign())
                .get("/v1/litigations/" + id(number))
                .then()
                .body("servedOn", equalTo("2022-03-05"))
                .body("actorCode", equalTo(STREET))
                .body("reconsiderationCaseNumber", equalTo("金政复〔2021〕951号"))
                .body("previousCaseNumber", equalTo("(2022)浙0702行初950号"));
        assertEquals(STREET, told(number, "actorCode"));
        // what it does tell replaces what was known
        load(HEADER + row(number, "SECOND", ANOTHER, "2022-03-05", ","));
        assertEquals(ANOTHER, told(number, "actorCode"));
    }

    @Test
    void coDefendantsThatACourtToldStayInTheFeed() {
        Suits.agencies();
        var number = "(2022)浙0726行初952号";
        var list = "yf,dqdm,ah,fymc,larq,spcxmc,ay,jarq,jafsmc,jasymc,yg,bg,fygtbg\n" + "2022-05,330726," + number
                + ",合成法院,2022-03-01,一审,行政处罚,,,,合成甲,浦江县某局（虚构）,浦江县人民政府\n";
        var first = load(list);
        assertEquals(1, first.getInt("created"), first.prettify());
        var before = told(number, "coDefendantCodes");
        assertEquals("[\"" + Suits.GOVERNMENT + "\"]", before);
        assertEquals(
                1, load(HEADER + row(number, "FIRST", "", "2022-03-05", ",")).getInt("updated"));
        assertEquals(before, told(number, "coDefendantCodes"));
        assertEquals(
                List.of(Suits.GOVERNMENT),
                given().auth()
                        .oauth2(token("case-officer").sign())
                        .get("/v1/litigations/" + id(number))
                        .jsonPath()
                        .getList("coDefendantCodes"));
    }
}
