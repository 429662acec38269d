package cn.disputes.alerts.round;

import static cn.disputes.deploy.testing.Together.together;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.alerts.Office;
import cn.disputes.alerts.calendar.Calendars;
import cn.disputes.alerts.risk.RiskCaseBatch;
import cn.disputes.alerts.routing.RoutingStore;
import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class RoundTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Inject
    Jdbi jdbi;

    @Inject
    RiskCaseBatch cases;

    @Inject
    RoutingStore routing;

    @Inject
    RoundStore store;

    @Inject
    Calendars calendars;

    @Inject
    Clock clock;

    private record Config() implements RoundConfig {
        @Override
        public int cutoffDay() {
            return 5;
        }

        @Override
        public int daysToResolve() {
            return 10;
        }

        @Override
        public Optional<List<String>> automaticRegions() {
            return Optional.empty();
        }

        @Override
        public String lookEvery() {
            return "60s";
        }
    }

    /** The rounds as they run on a day. */
    private AssignmentRounds on(String day) {
        var then = LocalDate.parse(day).atTime(9, 0).atZone(SHANGHAI).toInstant();
        return new AssignmentRounds(store, cases, routing, calendars, Clock.fixed(then, SHANGHAI), new Config());
    }

    private static Office office(String city, String leader) {
        var office = new Office(city);
        office.putLeader(leader, "COUNTY");
        office.putDuty("D-" + leader, leader, city);
        return office;
    }

    private static List<String> numbers(List<Round.Late> late) {
        return late.stream().map(Round.Late::litigationCaseNumber).toList();
    }

    @Test
    void theListIsFixedAtTheCutOffAndWhatComesLaterStandsBeside() {
        var office = office("610100", "L-cut");
        var onTheDay = Office.number();
        var dayAfter = Office.number();
        var lastDay = Office.number();
        var nextMonth = Office.number();
        office.flagSuit(onTheDay, "610101", "2022-05-05", "COURT_OPINION");
        office.flagSuit(dayAfter, "610101", "2022-05-06", "COURT_OPINION");
        office.flagSuit(lastDay, "610101", "2022-05-31", "COURT_OPINION");
        office.flagSuit(nextMonth, "610101", "2022-06-01", "COURT_OPINION");
        var may = YearMonth.of(2022, 5);
        var preview = jdbi.inTransaction(h -> on("2022-05-03").byHand(h, may, "610100", true, "x"));
        assertTrue(preview.dryRun());
        assertEquals(LocalDate.of(2022, 5, 5), preview.cutoff());
        var round = jdbi.inTransaction(h -> on("2022-05-03").byHand(h, may, "610100", false, "x"));
        assertEquals(preview.orders().get(0).cases(), round.orders().get(0).cases());
        assertEquals(1, round.orders().size());
        assertEquals(
                List.of(onTheDay),
                round.orders().get(0).cases().stream()
                        .map(Round.Ordered::litigationCaseNumber)
                        .toList());
        assertEquals(List.of(dayAfter, lastDay), numbers(round.late()));
        assertEquals(List.of(), round.recordedAfter());
        var forgotten = Office.number();
        office.flagSuit(forgotten, "610101", "2022-05-02", "COURT_OPINION");
        var read = jdbi.withHandle(h -> on("2022-05-20").find(h, may, "610100")).orElseThrow();
        assertEquals(List.of(dayAfter, lastDay), numbers(read.late()));
        assertEquals(List.of(forgotten), numbers(read.recordedAfter()));
        assertEquals(round.orders(), read.orders());
        assertEquals(LocalDate.of(2022, 5, 3), round.recordedOn());
        var june = jdbi.inTransaction(h -> on("2022-06-07").byHand(h, YearMonth.of(2022, 6), "610100", false, "x"));
        assertEquals(5, june.orders().get(0).cases().size());
        assertEquals(
                List.of(0, 0, 0, 0, 1),
                june.orders().get(0).cases().stream()
                        .map(Round.Ordered::monthsCarried)
                        .sorted()
                        .toList());
    }

    @Test
    void membersStayWhateverBecomesOfTheirCases() {
        var office = office("610200", "L-frozen");
        var id = office.flag("610201", "2022-05-02", "COURT_OPINION");
        office.round("2022-05", "610200").statusCode(201);
        var before =
                office.coordinator().get("/v1/assignment-rounds/2022-05").body().asString();
        office.putLeader("L-other", "DEPUTY");
        office.act(office.coordinator(), id, Map.of("type", "REASSIGNED", "leaderId", "L-other"))
                .statusCode(201);
        office.act(office.coordinator(), id, Map.of("type", "WON")).statusCode(201);
        assertEquals(
                before,
                office.coordinator().get("/v1/assignment-rounds/2022-05").body().asString());
    }

    @Test
    void aPastMonthHoldsWhatWasOpenAtItsEndAndIsCountedOn() {
        var office = office("610300", "L-past");
        var number = Office.number();
        var id = office.flagSuit(number, "610301", "2022-05-20", "GROUP_CASE");
        office.round("2022-05", "610300")
                .statusCode(201)
                .body("cutoff", equalTo("2022-05-31"))
                .body("automatic", equalTo(false))
                .body("recordedOn", equalTo(LocalDate.now(clock).toString()))
                .body("orders[0].id", notNullValue())
                .body("orders[0].cases[0].monthsCarried", equalTo(0))
                .body("orders[0].cases[0].defendantName", equalTo("虚构局"));
        assertEquals("2022-06-10", office.risk(id).getString("dueOn"));
        office.round("2022-06", "610300").statusCode(201).body("orders[0].cases[0].monthsCarried", equalTo(1));
        office.round("2022-07", "610300").statusCode(201).body("orders[0].cases[0].monthsCarried", equalTo(2));
        assertEquals(List.of("2022-05", "2022-06", "2022-07"), office.risk(id).getList("months"));
        office.round("2022-05", "610300").statusCode(200).body("orders[0].cases[0].monthsCarried", equalTo(0));
    }

    @Test
    void ordersLeaveAsSheetAndLetterByFormatOrAccept() throws Exception {
        var office = office("610400", "L-paper");
        var number = Office.number();
        office.flagSuit(number, "610401", "2022-05-02", "COURT_OPINION");
        office.round("2022-05", "610400").statusCode(201);
        var path = "/v1/assignment-rounds/2022-05/orders";
        office.coordinator().get(path).then().statusCode(200).body("items[0].leader.id", equalTo("L-paper"));
        for (var asked : List.of(
                office.coordinator().queryParam("format", "docx"),
                office.coordinator().accept(OrderFormat.DOCX))) {
            var letter = asked.get(path)
                    .then()
                    .statusCode(200)
                    .contentType(containsString("wordprocessingml"))
                    .header("Content-Disposition", containsString(".docx"))
                    .extract()
                    .asByteArray();
            try (var document = new XWPFDocument(new ByteArrayInputStream(letter))) {
                var row = document.getTables().get(0).getRow(1);
                assertEquals(number, row.getCell(1).getText());
                assertEquals("虚构局", row.getCell(2).getText());
                assertEquals("红色", row.getCell(3).getText());
                assertTrue(document.getParagraphs().stream()
                        .anyMatch(p -> p.getText().equals("虚构L-paper：")));
            }
        }
        var sheet = office.coordinator()
                .queryParam("format", "xlsx")
                .get(path)
                .then()
                .statusCode(200)
                .contentType(containsString("spreadsheetml"))
                .extract()
                .asByteArray();
        assertEquals('P', sheet[0]);
        office.coordinator().queryParam("format", "pdf").get(path).then().statusCode(400);
        office.coordinator().accept("image/png").get(path).then().statusCode(406);
    }

    @Test
    void aLetterThatWouldNotFitIsRefusedAndASheetIsNot() {
        var office = office("610500", "L-many");
        jdbi.useHandle(h -> h.execute(Many.CASES, "610501", 1001));
        office.round("2022-05", "610500").statusCode(201);
        var path = "/v1/assignment-rounds/2022-05/orders";
        office.coordinator()
                .queryParam("format", "docx")
                .get(path)
                .then()
                .statusCode(422)
                .body("code", equalTo("letter-too-long"));
        office.coordinator().queryParam("format", "xlsx").get(path).then().statusCode(200);
    }

    @Test
    void aCountysRoundAndTheCitysNeverOrderACaseTwice() throws Exception {
        var office = office("610600", "L-both");
        for (var i = 0; i < 20; i++) office.flag("61060" + (1 + i % 2), "2022-05-02", "GROUP_CASE");
        var regions = List.of("610600", "610601", "610602");
        var answers = together(
                9,
                i -> () -> office.round("2022-05", regions.get(i % 3)).extract().statusCode());
        assertEquals(3, answers.stream().filter(status -> status == 201).count(), answers.toString());
        assertEquals(6, answers.stream().filter(status -> status == 200).count(), answers.toString());
        var ordered = jdbi.withHandle(h -> h.createQuery(
                        """
                        SELECT count(*) || ' ' || count(DISTINCT case_id) FROM assignment_order o
                        JOIN risk_case c ON c.id = o.case_id WHERE c.region_code LIKE '6106%' AND o.leader_id IS NOT NULL""")
                .mapTo(String.class)
                .one());
        assertEquals("20 20", ordered);
    }

    /** Whoever comes first, no change is lost: versions, history and months agree at the end. */
    @Test
    void reassigningWhileARoundRunsLosesNothing() throws Exception {
        var office = office("610700", "L-duty");
        office.putLeader("L-hand", "COUNTY");
        var id = office.flag("610701", "2022-05-02", "COURT_OPINION");
        for (var month = 1; month <= 6; month++) {
            var named = "2023-0" + month;
            var before = office.risk(id).getInt("version");
            var answers = together(
                    6,
                    i -> () -> i == 0
                            ? office.round(named, "610700").extract().statusCode()
                            : office.act(
                                            office.coordinator(),
                                            id,
                                            Map.of("type", "REASSIGNED", "leaderId", "L-hand", "note", "第" + i))
                                    .extract()
                                    .statusCode());
            assertEquals(List.of(201, 201, 201, 201, 201, 201), answers);
            assertEquals(before + 6, office.risk(id).getInt("version"));
            assertEquals(month, office.risk(id).getList("months").size());
            office.coordinator()
                    .get("/v1/assignment-rounds/" + named + "?regionCode=610700")
                    .then()
                    .body("orders.leader.id", equalTo(List.of("L-duty")));
        }
        assertEquals(30, office.history(id).getList("items").size());
    }

    @Test
    void aPreviewWritesNothing() {
        var office = office("610800", "L-dry");
        var id = office.flag("610801", "2022-05-02", "COURT_OPINION");
        office.coordinator()
                .body(Map.of("month", "2022-05", "regionCode", "610800", "dryRun", true))
                .post("/v1/assignment-rounds")
                .then()
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("orders[0].id", nullValue())
                .body("orders[0].cases.riskCaseId", equalTo(List.of(id)));
        office.coordinator().get("/v1/assignment-rounds/2022-05").then().statusCode(404);
        assertEquals("FLAGGED", office.risk(id).getString("state"));
        office.coordinator().get("/v1/orders?month=2022-05").then().body("items", empty());
    }

    /** The colours are routed to the ranks, equal leaders share evenly, and whoever has a case keeps it next month. */
    @Test
    void equalLeadersShareTheMonthEvenlyAndKeepWhatTheyHave() {
        var office = new Office("610900");
        office.putLeader("L-1", "DEPUTY");
        office.putLeader("L-2", "DEPUTY");
        office.putLeader("L-top", "COUNTY");
        for (var id : List.of("L-1", "L-2", "L-top")) office.putDuty("D-" + id, id, "610900");
        for (var i = 0; i < 6; i++) office.flag("610901", "2022-05-02", "GROUP_CASE");
        office.flag("610901", "2022-05-02", "COURT_OPINION");
        var first = office.round("2022-05", "610900")
                .statusCode(201)
                .body("orders.leader.id", equalTo(List.of("L-1", "L-2", "L-top")))
                .body("orders.cases.collect { it.size() }", equalTo(List.of(3, 3, 1)))
                .extract()
                .jsonPath();
        office.round("2022-06", "610900")
                .statusCode(201)
                .body("orders[0].cases.riskCaseId", equalTo(first.getList("orders[0].cases.riskCaseId")))
                .body("orders[1].cases.riskCaseId", equalTo(first.getList("orders[1].cases.riskCaseId")));
    }
}
