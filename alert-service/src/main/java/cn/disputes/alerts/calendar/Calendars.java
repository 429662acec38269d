package cn.disputes.alerts.calendar;

import cn.disputes.contract.events.EventJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The legal calendar as it stands: the years shipped, overlaid by the register's as last seen. */
@ApplicationScoped
public class Calendars {
    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final TypeReference<Map<LocalDate, Boolean>> DAYS = new TypeReference<>() {};

    private record Read(WorkingDays days, long at) {}

    private final Clock clock;
    private volatile Read read;

    Calendars(Clock clock) {
        this.clock = clock;
    }

    /** A change that another replica has seen shows after {@link #FRESH}. */
    public WorkingDays current(Handle h) {
        var last = read;
        if (last != null && System.nanoTime() - last.at() < FRESH.toNanos()) return last.days();
        var years = WorkingDays.shippedYears();
        h.createQuery("SELECT year, days::text AS days FROM calendar_year")
                .map((row, ctx) -> Map.entry(row.getInt("year"), days(row.getString("days"))))
                .forEach(year -> years.put(year.getKey(), year.getValue()));
        var fresh = WorkingDays.of(years);
        read = new Read(fresh, System.nanoTime());
        return fresh;
    }

    /** Keeps what the register says of a year; says whether that is new. */
    boolean keep(Handle h, int year, Map<LocalDate, Boolean> days, long version) {
        var changed = h.createUpdate(
                                """
                        INSERT INTO calendar_year (year, days, register_version, seen_at)
                        VALUES (:year, CAST(:days AS jsonb), :version, :now)
                        ON CONFLICT (year) DO UPDATE SET days = excluded.days,
                            register_version = excluded.register_version, seen_at = excluded.seen_at
                        WHERE calendar_year.days <> excluded.days
                           OR calendar_year.register_version <> excluded.register_version""")
                        .bind("year", year)
                        .bind("days", json(days))
                        .bind("version", version)
                        .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .execute()
                > 0;
        if (changed) read = null;
        return changed;
    }

    private static Map<LocalDate, Boolean> days(String json) {
        try {
            return EventJson.MAPPER.readValue(json, DAYS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("calendar unreadable", e);
        }
    }

    private static String json(Map<LocalDate, Boolean> days) {
        try {
            return EventJson.MAPPER.writeValueAsString(days);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("calendar not writable", e);
        }
    }
}
