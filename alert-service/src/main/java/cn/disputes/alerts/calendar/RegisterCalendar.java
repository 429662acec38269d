package cn.disputes.alerts.calendar;

import cn.disputes.contract.events.EventJson;
import cn.disputes.conventions.watching.Tracing;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Asks the register for a year of its calendar ({@code GET /v1/calendar/{year}}). */
final class RegisterCalendar {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** What the register answers; {@code calendarKnown}: the year's notice is loaded there. */
    record Year(int year, boolean calendarKnown, List<Day> days, long version) {
        record Day(LocalDate date, boolean working) {}

        Map<LocalDate, Boolean> exceptions() {
            var exceptions = new TreeMap<LocalDate, Boolean>();
            days.forEach(day -> exceptions.put(day.date(), day.working()));
            return exceptions;
        }
    }

    private final HttpClient http = Tracing.traced(HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build());
    private final String baseUrl;
    private final Supplier<String> token;

    RegisterCalendar(String baseUrl, Supplier<String> token) {
        this.baseUrl = baseUrl;
        this.token = token;
    }

    Year year(int year) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(baseUrl + "/v1/calendar/" + year))
                .header("Authorization", "Bearer " + token.get())
                .timeout(PATIENCE)
                .build();
        var response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (var body = response.body()) {
            if (response.statusCode() != 200) throw new IOException("calendar answered " + response.statusCode());
            return checked(year, EventJson.MAPPER.readValue(body, Year.class));
        }
    }

    /** An answer for another year must not move the deadlines of this one. */
    private static Year checked(int asked, Year answer) throws IOException {
        if (answer.year() != asked || answer.days() == null) throw new IOException("calendar of another year");
        for (var day : answer.days()) {
            if (day == null || day.date() == null || day.date().getYear() != asked)
                throw new IOException("calendar with a day of another year");
        }
        return answer;
    }
}
