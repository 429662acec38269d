package cn.disputes.stats.tables;

import static cn.disputes.deploy.local.TestTokens.token;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.deploy.local.PostgresTestResource;
import cn.disputes.stats.Told;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Any answer as a table, in Chinese or English, whole and safe to open. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class FigureTablesTest {
    private static final String LOST =
            "/v1/statistics?indicators=LOSS_RATE,FIRST_INSTANCE_RECEIVED&from=2022-01&to=2022-12";
    private static final String ROWS = "/v1/statistics/FIRST_INSTANCE_RECEIVED/cases?from=2022-01&to=2022-12";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void cases() {
        Told.empty(jdbi);
        Told.fold(
                jdbi,
                Told.suit("=1+1", "330702", "2022-03-10").concluded("2022-06-10", "REVOKED"),
                Told.suit("L2", "330782", "2022-03-11").concluded("2022-06-11", "WITHDRAWN"));
    }

    private static Response ask(String path, String accept, String language) {
        return given().auth()
                .oauth2(token("statistician").sign())
                .header("Accept", accept)
                .header("Accept-Language", language)
                .get(path);
    }

    @Test
    void figuresAsCsvInChinese() {
        var answer = ask(LOST + "&groupBy=region&regionCode=330702", "text/csv", "zh-CN");
        answer.then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .header("Content-Disposition", containsString("statistics.csv"));
        assertEquals(
                """
                地区代码,地区,起,止,截至知悉日,指标代码,指标,分子,分母,数值,显示,说明,口径版本
                330702,婺城区,2022-01,2022-12,,LOSS_RATE,败诉率,1,1,1,100.0%,,1
                330702,婺城区,2022-01,2022-12,,FIRST_INSTANCE_RECEIVED,一审收案,,,1,1,,1
                """
                        .lines()
                        .toList(),
                answer.body().asString().lines().toList());
    }

    @Test
    void theCitysOwnCasesAreNotCalledTheCity() {
        Told.fold(jdbi, Told.suit("L3", "330700", "2022-03-12"));
        for (var said : List.of("zh,金华市本级", "en,Jinhua (city level)")) {
            var lines = ask(LOST + "&groupBy=region", "text/csv", said.substring(0, 2))
                    .body()
                    .asString();
            assertTrue(lines.contains("330700," + said.substring(3) + ",2022-01"), lines);
        }
    }

    @Test
    void figuresAsCsvInEnglishWithWhatTheyAreComparedWith() {
        var lines = ask(LOST + "&compare=previous-year&format=csv", "*/*", "en")
                .body()
                .asString()
                .lines()
                .toList();
        assertEquals(
                "from,to,as of,indicator,name,numerator,denominator,value,display,previous value,change,note,definition version",
                lines.get(0));
        assertEquals("2022-01,2022-12,,LOSS_RATE,loss rate,1,2,0.5,50.0%,,,,1", lines.get(1));
        assertEquals(
                "2022-01,2022-12,,FIRST_INSTANCE_RECEIVED,first-instance suits received,,,2,2,0,,,1", lines.get(2));
    }

    @Test
    void figuresAsAWorkbookWithNumbersThatCount() throws IOException {
        var answer = ask(LOST, XLSX, "zh");
        answer.then().statusCode(200).contentType(XLSX);
        var rows = sheet(answer);
        assertEquals("分子", rows.get(0).get(5));
        assertEquals(
                List.of("LOSS_RATE", "败诉率", "1", "2", "0.5", "50.0%"),
                rows.get(1).subList(3, 9));
    }

    @Test
    void rowsComeWholeAndCannotStartAFormula() throws IOException {
        Told.fold(
                jdbi,
                IntStream.range(0, 1203)
                        .mapToObj(i -> Told.suit("M" + i, "330702", "2022-04-01"))
                        .toArray(Told[]::new));
        var csv = ask(ROWS, "text/csv", "zh").body().asString().lines().toList();
        assertEquals(1206, csv.size());
        assertEquals("案号,类别,地区代码,地区,机关代码,领域,行政行为,收案日期,办结日期,结果,指标代码,集合,口径版本", csv.get(0));
        assertEquals(
                "'=1+1,行政诉讼,330702,婺城区,11330700002592265Y,市场监管,行政处罚,2022-03-10,2022-06-10,撤销,FIRST_INSTANCE_RECEIVED,numerator,1",
                csv.get(1205));
        var workbook = sheet(ask(ROWS + "&format=xlsx", "*/*", "en"));
        assertEquals(1206, workbook.size());
        assertEquals("'=1+1", workbook.get(1205).get(0));
        assertEquals("revoked (Art. 70)", workbook.get(1205).get(9));
    }

    @Test
    void rowsLeftOutSayWhy() {
        var csv = ask(
                        "/v1/statistics/LOSS_RATE:JUDGED/cases?set=excluded&from=2022-01&to=2022-12&format=csv",
                        "*/*",
                        "zh")
                .body()
                .asString()
                .lines()
                .toList();
        assertEquals(2, csv.size());
        assertTrue(csv.get(0).endsWith(",未计入的原因"), csv.get(0));
        assertTrue(csv.get(1).startsWith("L2,") && csv.get(1).endsWith(",未以判决结案"), csv.get(1));
    }

    @Test
    void aTableShowsNoMoreThanTheAnswer() {
        given().auth()
                .oauth2(token("dashboard").sign())
                .get(ROWS + "&format=csv")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(token("statistician").region("330702").sign())
                .get(ROWS + "&format=csv&regionCode=330782")
                .then()
                .statusCode(404);
        var own = given().auth()
                .oauth2(token("statistician").region("330782").sign())
                .get(ROWS + "&format=csv")
                .body()
                .asString();
        assertEquals(2, own.lines().count());
        given().get(LOST + "&format=csv").then().statusCode(401);
    }

    @ParameterizedTest
    @CsvSource({
        "&format=pdf,format",
        "&format=csv&groupBy=officer,groupBy",
        "&format=xlsx&sort=x,sort",
        "&format=,format",
    })
    void refusesWhatItCannotWrite(String more, String field) {
        ask(LOST + more, "*/*", "zh")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].field", equalTo(field));
    }

    @Test
    void aFormThatIsNotOfferedIsRefused() {
        ask(LOST, "application/pdf", "zh").then().statusCode(406).contentType("application/problem+json");
        ask(LOST + "&format=json", "text/csv", "zh").then().statusCode(200).contentType("application/json");
    }

    private static List<List<String>> sheet(Response answer) throws IOException {
        assertEquals(200, answer.statusCode());
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(answer.asByteArray()))) {
            return workbook.getFirstSheet().read().stream()
                    .map(row -> row.stream()
                            .map(cell -> cell == null ? "" : cell.getText())
                            .toList())
                    .toList();
        }
    }
}
