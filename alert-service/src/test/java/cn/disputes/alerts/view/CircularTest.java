package cn.disputes.alerts.view;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.alerts.Office;
import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class CircularTest {
    private static final String OTHER_AGENCY = "11330700002599998X";
    private static final List<String> FIGURES = List.of(
            "handedOver",
            "carried",
            "signedInTime",
            "signedLate",
            "unsigned",
            "lapsed",
            "pending",
            "claimed",
            "verified",
            "byRegister",
            "lost",
            "escalated",
            "overdueAnalyses");

    @Inject
    Jdbi jdbi;

    private static JsonPath circular(RequestSpecification who, String query) {
        var path = who.get("/v1/circulars/" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        for (var figure : FIGURES)
            assertEquals(
                    path.getLong("total." + figure),
                    path.<Integer>getList("rows.figures." + figure).stream()
                            .mapToLong(n -> n)
                            .sum(),
                    figure);
        return path;
    }

    private static Map<String, Integer> figures(JsonPath circular, String row) {
        var nonZero = new HashMap<String, Integer>();
        for (var figure : FIGURES) {
            var count = circular.getInt(row + "." + figure);
            if (count != 0) nonZero.put(figure, count);
        }
        return nonZero;
    }

    private static void done(Office office, String leader, String id, String type, String on, String... more) {
        var action = new HashMap<String, Object>(Map.of("type", type, "on", on));
        for (var i = 0; i < more.length; i += 2) action.put(more[i], more[i + 1]);
        office.act(leader == null ? office.coordinator() : office.leader(leader), id, action)
                .statusCode(201);
    }

    private static void sign(Office office, String leader, String month, String on) {
        var order = office.leader(leader)
                .get("/v1/orders?month=" + month)
                .jsonPath()
                .getString("items[0].id");
        office.leader(leader)
                .body(Map.of("on", on))
                .post("/v1/orders/" + order + "/receipt")
                .then()
                .statusCode(201);
    }

    /** Recorded when it should have been: rounds that are run today for a month long past hand over today. */
    private void recorded(String city, String month, String at) {
        jdbi.useHandle(h -> h.execute(
                "UPDATE assignment_round SET recorded_at = CAST(? AS timestamptz), cutoff = CAST(? AS date)"
                        + " WHERE region_code = ? AND month = ?",
                at + "T10:00:00+08:00",
                at,
                city,
                month));
    }

    private void fired(String risk, String leader, Map<String, String> rungs) {
        jdbi.useTransaction(h -> {
            h.execute("DELETE FROM escalation_rung WHERE case_id = CAST(? AS uuid)", risk);
            h.execute(
                    """
                    INSERT INTO escalation_run (case_id, run, leader_id, level, ladder_version, started_at, started_on,
                        because, signed, resolve_by, resolve_reason)
                    VALUES (CAST(? AS uuid), 9, ?, 'RED', 1, '2022-04-06', '2022-04-06', 'ORDERED', false, '2022-04-16', 'TERM')""",
                    risk,
                    leader);
            rungs.forEach((rung, at) -> h.execute(
                    """
                    INSERT INTO escalation_rung (case_id, run, rung, position, state, calendar_known, fired_at)
                    VALUES (CAST(? AS uuid), 9, ?, ?, 'FIRED', true, CAST(? AS timestamptz))""",
                    risk,
                    rung,
                    rung.equals("SIGN_FOR") ? 0 : 4,
                    at));
        });
    }

    private void analysis(String number, String region, String responsible, String state, String rung, String firedAt) {
        var id = UUID.randomUUID();
        jdbi.useTransaction(h -> {
            h.execute(
                    """
                    INSERT INTO loss_analysis (id, case_number, region_code, defendant_code, defendant_name,
                        responsible_code, effective_on, known_on, due_on, calendar_known, state, recorded_at)
                    VALUES (?, ?, ?, ?, '虚构局', ?, '2022-06-02', '2022-06-02', '2022-06-17', true, ?, now())""",
                    id,
                    number,
                    region,
                    Office.AGENCY,
                    responsible,
                    state);
            h.execute(
                    "INSERT INTO loss_rung (analysis_id, rung, fired_at) VALUES (?, ?, CAST(? AS timestamptz))",
                    id,
                    rung,
                    firedAt);
        });
    }

    /** A quarter of one city: what each of its cases comes to is said where it is written. */
    private Office quarter(String city) {
        var office = new Office(city);
        var county = city.substring(0, 5);
        for (var n : List.of("1", "2")) {
            office.putLeader(city + "-" + n, "COUNTY");
            office.putDuty("D-" + city + n, city + "-" + n, county + n);
        }
        var claimed = office.flag(county + "1", "2022-04-01", "COURT_OPINION");
        var verified = office.flag(county + "1", "2022-04-01", "COURT_OPINION");
        var lostNumber = Office.number();
        var lost = office.flagSuit(lostNumber, county + "2", "2022-04-01", "COURT_OPINION");
        jdbi.useHandle(h -> h.execute(
                "UPDATE risk_case SET defendant_code = ?, defendant_name = '虚构乙局' WHERE id = CAST(? AS uuid)",
                OTHER_AGENCY,
                lost));
        var nobodys = office.flag(county + "9", "2022-04-01", "COURT_OPINION");
        office.round("2022-04", city).statusCode(201);
        recorded(city, "2022-04", "2022-04-29");
        // handed over on Friday 29 April: 30 April to 4 May are holidays, the second working day is 6 May
        sign(office, city + "-1", "2022-04", "2022-05-06");
        sign(office, city + "-2", "2022-04", "2022-05-07");
        office.round("2022-05", city).statusCode(201);
        for (var n = 0; n < 2; n++) {
            done(office, city + "-1", claimed, "COORDINATED", "2022-05-09");
            done(office, city + "-1", claimed, "RESOLUTION_CLAIMED", "2022-05-10");
        }
        done(office, null, verified, "RESOLVED", "2022-05-12", "evidence", "裁定（虚构）");
        done(office, null, lost, "LOST", "2022-06-02");
        done(office, null, nobodys, "LOST", "2022-06-30");
        fired(
                claimed,
                city + "-1",
                Map.of("SIGN_FOR", "2022-06-30T23:59:00+08:00", "SUPERVISION_LETTER", "2022-07-01T00:00:00+08:00"));
        analysis(lostNumber, county + "2", OTHER_AGENCY, "DUE", "LOSS_OVERDUE", "2022-06-20T00:00:00+08:00");
        analysis(Office.number(), county + "2", OTHER_AGENCY, "VOID", "LOSS_OVERDUE", "2022-06-20T00:00:00+08:00");
        analysis(Office.number(), county + "2", OTHER_AGENCY, "DUE", "LOSS_REMINDER", "2022-06-20T00:00:00+08:00");
        analysis(Office.number(), county + "2", OTHER_AGENCY, "DUE", "LOSS_OVERDUE", "2022-07-01T00:00:00+08:00");
        return office;
    }

    @Test
    void aQuarterIsCountedFromWhatIsRecorded() {
        var office = quarter("651100");
        var total = Map.ofEntries(
                Map.entry("handedOver", 3),
                Map.entry("signedInTime", 2),
                Map.entry("signedLate", 1),
                Map.entry("claimed", 1),
                Map.entry("verified", 1),
                Map.entry("lost", 2),
                Map.entry("escalated", 1),
                Map.entry("overdueAnalyses", 1));
        for (var by : List.of("region", "agency", "leader"))
            assertEquals(total, figures(circular(office.coordinator(), "2022-Q2?by=" + by), "total"), by);
        var agencies = circular(office.coordinator(), "2022-Q2");
        assertEquals("agency", agencies.getString("by"));
        assertEquals(List.of(1, 2, 3), agencies.getList("rows.rank"));
        assertEquals(List.of("651102", "651109", "651101"), agencies.getList("rows.regionCode"));
        assertEquals(List.of(OTHER_AGENCY, Office.AGENCY, Office.AGENCY), agencies.getList("rows.agencyCode"));
        assertEquals("虚构乙局", agencies.getString("rows[0].agencyName"));
        assertEquals(
                Map.of("handedOver", 1, "signedLate", 1, "lost", 1, "overdueAnalyses", 1),
                figures(agencies, "rows[0].figures"));
        assertEquals(
                Map.of("handedOver", 2, "signedInTime", 2, "claimed", 1, "verified", 1, "escalated", 1),
                figures(agencies, "rows[2].figures"));
        assertEquals(List.of("催签收"), agencies.getList("total.escalations.zh"));
        assertTrue(agencies.getBoolean("complete"));
        var leaders = circular(office.coordinator(), "2022-Q2?by=leader");
        assertEquals("651100-2", leaders.getString("rows[0].leader.id"));
        assertEquals("虚构651100-2", leaders.getString("rows[0].leader.name"));
        assertNull(leaders.getMap("rows[1].leader"), "nobody answered for the second loss");
        var next = circular(office.coordinator(), "2022-Q3?by=region");
        assertEquals(Map.of("escalated", 1, "overdueAnalyses", 1), figures(next, "total"));
        assertEquals("督办函", next.getString("total.escalations[0].zh"));
        assertEquals(Map.of(), figures(circular(office.coordinator(), "2022-Q1"), "total"));
        // the second quarter's cases in the third quarter's orders are carried
        office.round("2022-07", "651100").statusCode(201);
        var carried = figures(circular(office.coordinator(), "2022-Q3"), "total");
        assertEquals(1, carried.get("handedOver"));
        assertEquals(1, carried.get("carried"));
        assertEquals(1, carried.get("signedInTime"), "acknowledged before");
    }

    @Test
    void everybodySeesTheirPartAndNoMore() {
        var office = quarter("651200");
        var own = circular(office.leader("651200-1"), "2022-Q2");
        assertEquals(
                Map.of("handedOver", 2, "signedInTime", 2, "claimed", 1, "verified", 1, "escalated", 1),
                figures(own, "total"));
        assertNull(own.getString("rows[0].rank"), "among whom is not shown");
        var county = office.as("coordinator", "651202", "县协调员");
        assertEquals(
                Map.of("handedOver", 1, "signedLate", 1, "lost", 1, "overdueAnalyses", 1),
                figures(circular(county, "2022-Q2"), "total"));
        assertEquals(Map.of("lost", 1), figures(circular(office.coordinator(), "2022-Q2?regionCode=651209"), "total"));
        for (var out : List.of("651201", "651200", "651300"))
            office.as("coordinator", "651202", "县协调员")
                    .get("/v1/circulars/2022-Q2?regionCode=" + out)
                    .then()
                    .statusCode(404);
        office.leader("L-nobody")
                .get("/v1/circulars/2022-Q2")
                .then()
                .statusCode(200)
                .body("rows", empty());
        office.as("leader", "651300", "651200-1")
                .get("/v1/circulars/2022-Q2")
                .then()
                .body("rows", empty());
        office.as("court-liaison", "651200", "法院")
                .get("/v1/circulars/2022-Q2")
                .then()
                .statusCode(403);
    }

    /** Handed over today, and not signed for yet; ended before it had to be. */
    @Test
    void whatStillMayBeSignedForCountsAgainstNobody() {
        var office = new Office("651400");
        office.putLeader("651400-1", "COUNTY");
        office.putDuty("D-6514001", "651400-1", "651400");
        office.flag("651401", "2022-04-01", "COURT_OPINION");
        var ended = office.flag("651401", "2022-04-01", "COURT_OPINION");
        office.round("2022-04", "651400").statusCode(201);
        assertEquals(
                Map.of("handedOver", 2, "pending", 2), figures(circular(office.coordinator(), "2022-Q2"), "total"));
        done(
                office,
                null,
                ended,
                "WON",
                LocalDate.now(ZoneId.of("Asia/Shanghai")).toString());
        assertEquals(
                Map.of("handedOver", 2, "pending", 1, "lapsed", 1),
                figures(circular(office.coordinator(), "2022-Q2"), "total"));
        recorded("651400", "2022-04", "2022-04-29");
        assertEquals(
                Map.of("handedOver", 2, "unsigned", 2), figures(circular(office.coordinator(), "2022-Q2"), "total"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2022-Q5", "2022-05", "2999-Q1", "2022-Q1%00", "%F0%9F%98%80", "-2022-Q1"})
    void whatIsNoQuarterOrHasNotBegunIsRefusedByName(String quarter) {
        new Office("651100")
                .coordinator()
                .urlEncodingEnabled(false)
                .get("/v1/circulars/" + quarter)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", contains("quarter"));
    }

    @Test
    void whatCannotBeAskedIsRefusedByName() {
        var asked = Map.of("by", "month", "format", "pdf", "regionCode", "65", "bye", "leader");
        asked.forEach((field, value) -> new Office("651100")
                .coordinator()
                .queryParam(field, value)
                .get("/v1/circulars/2022-Q2")
                .then()
                .statusCode(400)
                .body("violations.field", contains(field)));
        new Office("651100")
                .coordinator()
                .accept("image/png")
                .get("/v1/circulars/2022-Q2")
                .then()
                .statusCode(406);
    }

    @Test
    void itLeavesAsSheetAndLetterWithTheSameFigures() throws Exception {
        var office = quarter("651500");
        var sheet = office.coordinator()
                .queryParam("format", "xlsx")
                .get("/v1/circulars/2022-Q2")
                .then()
                .statusCode(200)
                .contentType(containsString("spreadsheetml"))
                .header("Content-Disposition", containsString("2022-Q2.xlsx"))
                .extract()
                .asByteArray();
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(sheet))) {
            var first = book.getSheetAt(0);
            assertEquals(4, first.getLastRowNum(), "three rows and the total under the header");
            var header = first.getRow(0);
            for (var column = 6; column < header.getLastCellNum(); column++) {
                var sum = 0.0;
                for (var row = 1; row < 4; row++)
                    sum += first.getRow(row).getCell(column).getNumericCellValue();
                assertEquals(
                        sum,
                        first.getRow(4).getCell(column).getNumericCellValue(),
                        header.getCell(column).getStringCellValue());
            }
            assertEquals("合计", first.getRow(4).getCell(0).getStringCellValue());
            assertEquals(3, first.getRow(4).getCell(6).getNumericCellValue());
            assertEquals("虚构乙局", first.getRow(1).getCell(4).getStringCellValue());
        }
        var letter = office.coordinator()
                .accept(cn.disputes.alerts.paper.PaperFormat.DOCX)
                .get("/v1/circulars/2022-Q2?by=region")
                .then()
                .statusCode(200)
                .contentType(containsString("wordprocessingml"))
                .extract()
                .asByteArray();
        try (var document = new XWPFDocument(new ByteArrayInputStream(letter))) {
            var text = document.getParagraphs().stream().map(p -> p.getText()).toList();
            assertEquals("高败诉风险案件办理情况通报", text.get(0));
            assertTrue(text.get(1).endsWith("2022年第二季度"), text.get(1));
            assertTrue(text.get(2).contains("共交办 3 件") && text.get(2).contains("催签收 1 次"), text.get(2));
            var table = document.getTables().get(0);
            assertEquals(5, table.getRows().size());
            assertEquals("合计", table.getRow(4).getCell(1).getText());
            assertEquals("3", table.getRow(4).getCell(2).getText());
        }
        office.coordinator()
                .get("/v1/circulars/2022-Q2?by=leader")
                .then()
                .body("rows[1].leader", nullValue())
                .body("from", equalTo("2022-04-01"))
                .body("to", equalTo("2022-06-30"));
    }
}
