package cn.disputes.alerts.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.deploy.local.PostgresTestResource;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class CalendarFollowerTest {
    /** Far from the years other tests count in. */
    private static final LocalDate MONDAY = LocalDate.of(2029, 1, 8);

    private static final Clock NOW = Clock.fixed(Instant.parse("2028-12-01T00:00:00Z"), ZoneId.of("Asia/Shanghai"));

    @Inject
    Jdbi jdbi;

    @Inject
    Calendars calendars;

    private final Map<Integer, String> answers = new ConcurrentHashMap<>();
    private final Set<String> tokens = ConcurrentHashMap.newKeySet();
    private HttpServer register;

    @BeforeEach
    void start() throws IOException {
        jdbi.useHandle(h -> h.execute("DELETE FROM calendar_year"));
        register = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        register.createContext("/v1/calendar/", exchange -> {
            tokens.add(exchange.getRequestHeaders().getFirst("Authorization"));
            var year = Integer.parseInt(exchange.getRequestURI().getPath().substring("/v1/calendar/".length()));
            var body = answers.getOrDefault(
                            year, "{\"year\":" + year + ",\"calendarKnown\":false,\"days\":[],\"version\":0}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        register.start();
    }

    @AfterEach
    void stop() {
        register.stop(0);
        jdbi.useHandle(h -> h.execute("DELETE FROM calendar_year"));
    }

    private WorkingDays follow() throws InterruptedException {
        var fresh = new Calendars(NOW);
        follower(fresh).follow();
        return jdbi.withHandle(fresh::current);
    }

    private CalendarFollower follower(Calendars into) {
        var url = "http://127.0.0.1:" + register.getAddress().getPort();
        return new CalendarFollower(
                jdbi, into, NOW, Optional.of(new RegisterCalendar(url, () -> "token-of-the-service")));
    }

    private void says(int year, long version, String days) {
        answers.put(
                year,
                "{\"year\":%d,\"calendarKnown\":true,\"days\":[%s],\"version\":%d}".formatted(year, days, version));
    }

    @Test
    void takesOverAYearTheRegisterHasLearntAndItsChange() throws InterruptedException {
        assertFalse(follow().known(2029));
        says(2029, 1, "{\"date\":\"2029-01-08\",\"working\":false}");
        var first = follow();
        assertTrue(first.known(2029));
        assertFalse(first.isWorkingDay(MONDAY));
        says(2029, 2, "{\"date\":\"2029-01-13\",\"working\":true}");
        var second = follow();
        assertTrue(second.isWorkingDay(MONDAY));
        assertTrue(second.isWorkingDay(LocalDate.of(2029, 1, 13)));
        assertEquals(Set.of("Bearer token-of-the-service"), tokens);
    }

    @Test
    void theRegistersAnswerReplacesAShippedYearAndAnUnknownOneDoesNot() throws InterruptedException {
        says(2026, 4, "");
        var days = follow();
        assertTrue(days.isWorkingDay(LocalDate.of(2026, 10, 1)));
        assertFalse(days.isWorkingDay(LocalDate.of(2025, 10, 1)));
        assertTrue(days.known(2025));
    }

    @Test
    void theLastAnswerStandsWhileTheRegisterIsSilentOrTalksNonsense() throws InterruptedException {
        says(2029, 1, "{\"date\":\"2029-01-08\",\"working\":false}");
        follow();
        says(2029, 2, "{\"date\":\"2030-01-09\",\"working\":false}");
        assertFalse(follow().isWorkingDay(MONDAY));
        answers.put(2029, "<html>");
        assertFalse(follow().isWorkingDay(MONDAY));
        register.stop(0);
        assertFalse(follow().isWorkingDay(MONDAY));
    }

    @Test
    void aReplicaThatDidNotAskSeesItSoon() throws InterruptedException {
        jdbi.useHandle(calendars::current);
        says(2029, 1, "{\"date\":\"2029-01-08\",\"working\":false}");
        follow();
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> jdbi.withHandle(calendars::current)
                .known(2029));
    }
}
