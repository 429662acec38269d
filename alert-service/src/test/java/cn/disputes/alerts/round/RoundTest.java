package cn.disputes.alerts.round;

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
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        var clock = Clock.fixed(then, SHANGHAI);
        return new AssignmentRounds(new RoundStore(clock), cases, routing, calendars, clock, new Config());
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

    /** Run by a person on a day, the list is fixed at that moment: what comes later that day comes late. */
    @Test
    void whatComesLaterOnTheDayOfTheRoundComesLate() {
        var office = office("611100", "L-day");
        var may = YearMonth.of(2022, 5);
        office.flag("611101", "2022-05-20", "COURT_OPINION");
        var day = on("2022-05-20");
        var round = jdbi.inTransaction(h -> day.byHand(h, may, "611100", false, "x"));
        assertEquals(LocalDate.of(2022, 5, 20), round.cutoff());
        assertEquals(List.of(), round.late());
        var after = Office.number();
        var before = Office.number();
        office.flagSuit(after, "611101", "2022-05-20", "COURT_OPINION");
        office.flagSuit(before, "611101", "2022-05-19", "COURT_OPINION");
        var read = jdbi.withHandle(h -> day.find(h, may, "611100")).orElseThrow();
        assertEquals(round.orders(), read.orders());
        assertEquals(List.of(after), numbers(read.late()));
        assertEquals(List.of(before), numbers(read.recordedAfter()));
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
