package cn.disputes.cases.calendar;

import static cn.disputes.deploy.local.TestTokens.token;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** A notice is loaded while others keep asking for the calendar. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@TestProfile(NoticeTest.LateIn2026.class)
class NoticeRaceTest {
    private static final int READERS = 4;

    /** Each notice takes away one more of these; the reply due on the first moves to the day after the last of them. */
    private static final List<LocalDate> TAKEN =
            List.of(LocalDate.of(2026, 12, 24), LocalDate.of(2026, 12, 25), LocalDate.of(2026, 12, 28));

    private static final List<String> DUE = List.of("2026-12-24", "2026-12-25", "2026-12-28", "2026-12-29");

    @Inject
    Jdbi jdbi;

    @Inject
    CalendarStore store;

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(token(role).sign()).contentType("application/json");
    }

    private static String served() {
        var id = as("case-officer")
                .body(Map.of(
                        "regionCode", "330700",
                        "receivedOn", "2026-12-08",
                        "channel", "POST",
                        "applicants", List.of(Map.of("kind", "NATURAL_PERSON", "name", "合成甲")),
                        "respondentCode", "11330700002592265Y",
                        "actType", "PENALTY",
                        "domain", "OTHER",
                        "claims", "请求撤销（虚构）"))
                .post("/v1/reconsiderations")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        step(id, 1, Map.of("type", "ACCEPTED", "on", "2026-12-09", "procedure", "ORDINARY"));
        step(id, 2, Map.of("type", "COPY_SERVED", "on", "2026-12-10"));
        return id;
    }

    private static void step(String id, int version, Map<String, Object> step) {
        as("case-officer")
                .header("If-Match", "\"v" + version + "\"")
                .body(step)
                .post("/v1/reconsiderations/" + id + "/steps")
                .then()
                .statusCode(201);
    }

    /** As the register keeps it, each day that occurs once. */
    private List<String> replyDue(List<String> ids) {
        return jdbi.withHandle(h -> h.createQuery(
                        "SELECT DISTINCT reply_due_on::text FROM reconsideration WHERE id::text = ANY (:ids)")
                .bindArray("ids", String.class, ids.toArray())
                .mapTo(String.class)
                .list());
    }

    private static void load(List<Map<String, Object>> shipped, int taken) {
        var days = new ArrayList<>(shipped);
        TAKEN.subList(0, taken).forEach(day -> days.add(Map.of("date", day.toString(), "working", false)));
        as("admin")
                .header("If-Match", as("admin").get("/v1/calendar/2026").header("ETag"))
                .body(Map.of("days", days))
                .put("/v1/calendar/2026")
                .then()
                .statusCode(200);
    }

    private static long takenIn(WorkingCalendar calendar) {
        return TAKEN.stream().filter(day -> !calendar.isWorkingDay(day)).count();
    }

    /** Asks until it is told to stop; true when a calendar was served before it was committed. */
    private boolean served(AtomicBoolean stop) {
        var early = false;
        while (!stop.get()) {
            var seen = takenIn(jdbi.withHandle(store::calendar));
            early |= seen > takenIn(jdbi.withHandle(this::committed));
        }
        return early;
    }

    private WorkingCalendar committed(org.jdbi.v3.core.Handle h) {
        var off = store.year(h, 2026).days().stream()
                .filter(day -> !day.working())
                .map(CalendarStore.Day::date)
                .toList();
        return new WorkingCalendar() {
            @Override
            public boolean isWorkingDay(LocalDate day) {
                return !off.contains(day);
            }

            @Override
            public boolean known(int year) {
                return true;
            }
        };
    }

    @Test
    void aNoticeMovesEveryOpenCaseWhoeverReadsTheCalendarMeanwhile() throws Exception {
        var ids = IntStream.range(0, 6).mapToObj(i -> served()).toList();
        assertEquals(List.of(DUE.get(0)), replyDue(ids));
        var shipped = as("admin").get("/v1/calendar/2026").jsonPath().<Map<String, Object>>getList("days");
        var stop = new AtomicBoolean();
        var pool = Executors.newFixedThreadPool(READERS);
        try {
            Callable<Boolean> reader = () -> served(stop);
            var reading = new ArrayList<Future<Boolean>>();
            for (var i = 0; i < READERS; i++) reading.add(pool.submit(reader));
            for (var taken = 1; taken <= TAKEN.size(); taken++) {
                load(shipped, taken);
                assertEquals(List.of(DUE.get(taken)), replyDue(ids), "after notice " + taken);
            }
            stop.set(true);
            for (var one : reading) assertEquals(false, one.get(), "served before the commit");
        } finally {
            stop.set(true);
            pool.shutdownNow();
        }
    }
}
