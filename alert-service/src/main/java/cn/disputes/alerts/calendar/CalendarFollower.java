package cn.disputes.alerts.calendar;

import cn.disputes.conventions.Trouble;
import cn.disputes.conventions.feed.FeedToken;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/**
 * Follows changes of the register's calendar, from the first year shipped to the year ahead: a holiday announced or
 * moved there counts here. While the register does not answer, its last answer stands.
 */
@ApplicationScoped
class CalendarFollower {
    private static final Logger LOG = Logger.getLogger(CalendarFollower.class);

    private final Trouble trouble = new Trouble(LOG, "calendar of case-service");
    private final Jdbi jdbi;
    private final Calendars calendars;
    private final Clock clock;
    private final Optional<RegisterCalendar> register;

    @Inject
    CalendarFollower(
            Jdbi jdbi,
            Calendars calendars,
            Clock clock,
            FeedToken token,
            @ConfigProperty(name = "feeds.case-service.url") Optional<String> url) {
        this(jdbi, calendars, clock, url.map(base -> new RegisterCalendar(base, token)));
    }

    CalendarFollower(Jdbi jdbi, Calendars calendars, Clock clock, Optional<RegisterCalendar> register) {
        this.jdbi = jdbi;
        this.calendars = calendars;
        this.clock = clock;
        this.register = register;
    }

    @Scheduled(every = "${calendar.follow-every:60s}", concurrentExecution = ConcurrentExecution.SKIP)
    void follow() throws InterruptedException {
        if (register.isEmpty()) return;
        var first = WorkingDays.shippedYears().keySet().iterator().next();
        var last = LocalDate.now(clock).getYear() + 1;
        try {
            for (int year = first; year <= last; year++) look(register.get(), year);
            trouble.over();
        } catch (IOException | RuntimeException e) {
            trouble.met(e);
        }
    }

    private void look(RegisterCalendar register, int year) throws IOException, InterruptedException {
        var answer = register.year(year);
        if (!answer.calendarKnown()) return;
        var changed = jdbi.inTransaction(h -> calendars.keep(h, year, answer.exceptions(), answer.version()));
        if (changed) LOG.infof("calendar of %d: version %d of the register", year, answer.version());
    }
}
