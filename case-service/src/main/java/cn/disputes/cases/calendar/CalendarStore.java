package cn.disputes.cases.calendar;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The legal calendar: one row per year whose notice is loaded, one per day that differs from the week. */
@ApplicationScoped
public class CalendarStore {
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final Jdbi jdbi;
    private volatile Seen cached;
    private int changes;

    private record Seen(WorkingCalendar calendar, long at) {}

    CalendarStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The years the product ships with; a year already in the table was loaded or changed by an office and stays. */
    void seed(@Observes StartupEvent started) {
        jdbi.useTransaction(h -> {
            if (h.createQuery("SELECT count(*) FROM calendar_year")
                            .mapTo(Integer.class)
                            .one()
                    > 0) return;
            shipped().forEach((year, days) -> replace(h, year, days));
        });
    }

    static Map<Integer, Map<LocalDate, Boolean>> shipped() {
        var years = new TreeMap<Integer, Map<LocalDate, Boolean>>();
        try (var in = CalendarStore.class.getResourceAsStream("/working-day-exceptions.csv");
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().skip(1).map(line -> line.split(",")).forEach(cells -> {
                var day = LocalDate.parse(cells[0]);
                years.computeIfAbsent(day.getYear(), y -> new HashMap<>()).put(day, cells[1].equals("workday"));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return years;
    }

    /**
     * The calendar as it stands; another replica's change shows after {@link #FRESH}. Not for whoever is changing it, who
     * would be told what was, or would tell others what may never be: see {@link #read}.
     */
    public WorkingCalendar calendar(Handle h) {
        var now = System.nanoTime();
        var seen = cached;
        if (seen != null && now - seen.at() < FRESH.toNanos()) return seen.calendar();
        var before = changes();
        var fresh = read(h);
        keep(new Seen(fresh, now), before);
        return fresh;
    }

    /** As the transaction sees it, its own changes included; in one statement, so that a year and its days agree. */
    WorkingCalendar read(Handle h) {
        var worked = new HashMap<LocalDate, Boolean>();
        var years = new TreeSet<Integer>();
        h.createQuery("SELECT year, day, worked FROM calendar_year LEFT JOIN calendar_day USING (year)")
                .map((row, ctx) -> {
                    var day = row.getObject("day", LocalDate.class);
                    if (day != null) worked.put(day, row.getBoolean("worked"));
                    return row.getInt("year");
                })
                .forEach(years::add);
        return new ExceptionCalendar(worked, years);
    }

    /** What was read before a change and comes after it is not kept. */
    private synchronized void keep(Seen fresh, int before) {
        if (before == changes) cached = fresh;
    }

    private synchronized int changes() {
        return changes;
    }

    /** After a change has been committed: the next question reads the table. */
    synchronized void forget() {
        changes++;
        cached = null;
    }

    record YearView(int year, boolean calendarKnown, List<Day> days, long version) {}

    record Day(LocalDate date, boolean working) {}

    YearView year(Handle h, int year) {
        var version = h.createQuery("SELECT version FROM calendar_year WHERE year = :year")
                .bind("year", year)
                .mapTo(Long.class)
                .findOne();
        var days = h.createQuery("SELECT day, worked FROM calendar_day WHERE year = :year ORDER BY day")
                .bind("year", year)
                .map((row, ctx) -> new Day(row.getObject("day", LocalDate.class), row.getBoolean("worked")))
                .list();
        return new YearView(year, version.isPresent(), days, version.orElse(0L));
    }

    void replace(Handle h, int year, Map<LocalDate, Boolean> days) {
        h.execute(
                "INSERT INTO calendar_year (year) VALUES (?) ON CONFLICT (year) DO UPDATE SET version = calendar_year.version + 1",
                year);
        h.execute("DELETE FROM calendar_day WHERE year = ?", year);
        if (days.isEmpty()) return;
        var batch = h.prepareBatch("INSERT INTO calendar_day (day, year, worked) VALUES (?, ?, ?)");
        days.forEach((day, worked) -> batch.add(day, year, worked));
        batch.execute();
    }
}
