package cn.disputes.alerts.round;

import static cn.disputes.deploy.testing.Together.together;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.alerts.Office;
import cn.disputes.alerts.calendar.Calendars;
import cn.disputes.alerts.risk.RiskCaseBatch;
import cn.disputes.alerts.routing.RoutingStore;
import cn.disputes.deploy.local.PostgresTestResource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Rounds that run by themselves, each replica on a clock of its own. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class AutomaticRoundTest {
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

    private record Config(List<String> regions) implements RoundConfig {
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
            return Optional.of(regions);
        }

        @Override
        public String lookEvery() {
            return "60s";
        }
    }

    private RoundSchedule replica(String region, String at) {
        return replica(jdbi, region, at, new SimpleMeterRegistry());
    }

    private RoundSchedule replica(Jdbi database, String region, String at, MeterRegistry metrics) {
        var now = Clock.fixed(
                LocalDate.parse(at.substring(0, 10))
                        .atTime(at.length() > 10 ? Integer.parseInt(at.substring(11)) : 9, 0)
                        .atZone(SHANGHAI)
                        .toInstant(),
                SHANGHAI);
        var config = new Config(List.of(region));
        var rounds = new AssignmentRounds(store, cases, routing, calendars, now, config);
        return new RoundSchedule(database, rounds, config, metrics);
    }

    private void look(String region, String at) {
        replica(region, at).look();
    }

    private List<String> rounds(String region) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        SELECT month || ' ' || cutoff || ' ' || automatic FROM assignment_round
                        WHERE region_code = :region ORDER BY month""")
                .bind("region", region)
                .mapTo(String.class)
                .list());
    }

    private static Office office(String city) {
        var office = new Office(city);
        office.putLeader("A-" + city, "COUNTY");
        office.putDuty("A-" + city, "A-" + city, city);
        return office;
    }

    @Test
    void isOffUnlessARegionIsNamed() {
        assertTrue(ConfigProvider.getConfig()
                .getOptionalValue("rounds.automatic-regions", String.class)
                .isEmpty());
        assertThrows(IllegalArgumentException.class, () -> replica("330", "2022-05-01"));
    }

    @Test
    void aRoundThatCannotBeRunIsCountedUntilItIs() {
        var metrics = new SimpleMeterRegistry();
        var nobody = Jdbi.create("jdbc:postgresql://127.0.0.1:1/nobody?connectTimeout=1");
        var cutOff = replica(nobody, "710900", "2022-05-06", metrics);
        cutOff.look();
        assertEquals(1, metrics.get("disputes.rounds.overdue").gauge().value());
        var well = new SimpleMeterRegistry();
        replica(jdbi, "710900", "2022-05-06", well).look();
        assertEquals(0, well.get("disputes.rounds.overdue").gauge().value());
    }

    @Test
    void theMonthRunsWhenItsCutOffDayIsOverAndNotBefore() {
        var office = office("710100");
        office.flag("710101", "2022-05-05", "COURT_OPINION");
        var later = office.flag("710101", "2022-05-06", "COURT_OPINION");
        look("710100", "2022-05-01");
        look("710100", "2022-05-05 23");
        assertEquals(List.of(), rounds("710100"));
        look("710100", "2022-05-06 00");
        look("710100", "2022-05-06 10");
        assertEquals(List.of("2022-05 2022-05-05 true"), rounds("710100"));
        assertEquals("FLAGGED", office.risk(later).getString("state"));
    }

    @Test
    void afterAnOutageEveryMonthMissedRunsInItsOrderAndNothingTwice() {
        var office = office("710200");
        var early = office.flag("710201", "2022-05-02", "COURT_OPINION");
        var late = office.flag("710201", "2022-06-20", "COURT_OPINION");
        look("710200", "2022-04-20");
        assertEquals(List.of(), rounds("710200"));
        office.round("2022-06", "710200").statusCode(201);
        look("710200", "2022-08-10");
        assertEquals(
                List.of(
                        "2022-05 2022-05-05 true",
                        "2022-06 2022-06-30 false",
                        "2022-07 2022-07-05 true",
                        "2022-08 2022-08-05 true"),
                rounds("710200"));
        assertEquals(
                List.of("2022-05", "2022-06", "2022-07", "2022-08"),
                office.risk(early).getList("months"));
        assertEquals(List.of("2022-06", "2022-07", "2022-08"), office.risk(late).getList("months"));
        // handed over on the 10th, after the outage
        assertEquals("2022-08-20", office.risk(early).getString("dueOn"));
    }

    /** Whoever had the duty in May and has it no longer is not handed May's list in July. */
    @Test
    void whatIsHandedOverLateGoesToWhoIsThereThen() {
        var office = new Office("710500");
        office.putLeader("A-before", "COUNTY");
        office.putLeader("A-after", "COUNTY");
        office.putDuty("A-before", "A-before", "710500", "to", "2022-06-30");
        office.putDuty("A-after", "A-after", "710500", "from", "2022-07-01");
        office.flag("710501", "2022-05-02", "COURT_OPINION");
        look("710500", "2022-05-02");
        look("710500", "2022-07-04");
        assertEquals(List.of("2022-05 2022-05-05 true", "2022-06 2022-06-06 true"), rounds("710500"));
        office.coordinator()
                .get("/v1/assignment-rounds/2022-05")
                .then()
                .body("calendarKnown", equalTo(true))
                .body("orders.leader.id", equalTo(List.of("A-after")));
    }

    @Test
    void onEightReplicasAtOnceExactlyOnce() throws Exception {
        var office = office("710300");
        var id = office.flag("710301", "2022-05-02", "COURT_OPINION");
        look("710300", "2022-05-02");
        together(8, () -> {
            look("710300", "2022-07-20");
            return null;
        });
        assertEquals(
                List.of("2022-05 2022-05-05 true", "2022-06 2022-06-06 true", "2022-07 2022-07-05 true"),
                rounds("710300"));
        assertEquals(3, office.risk(id).getList("months").size());
        assertEquals(4, office.risk(id).getInt("version"));
    }

    @Test
    void oneRegionsTroubleIsNotTheOthers() {
        office("710400").flag("710401", "2022-05-02", "COURT_OPINION");
        look("710400", "2022-05-02");
        var schedule = replica("710400", "2022-05-10");
        // a region no row can hold stands in for a database that fails in the middle
        schedule.look(List.of("no\0region", "710400"));
        assertEquals(List.of("2022-05 2022-05-05 true"), rounds("710400"));
    }
}
