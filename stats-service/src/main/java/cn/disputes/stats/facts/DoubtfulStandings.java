package cn.disputes.stats.facts;

import cn.disputes.conventions.Trouble;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/**
 * Sets right what an older process stored as the outcome that stands, and as the day from which a final one has effect: when
 * this process starts, and every day again, as an older one may go on beside it for a while.
 */
@ApplicationScoped
class DoubtfulStandings {
    private static final Logger LOG = Logger.getLogger(DoubtfulStandings.class);
    /** In one transaction, for which every feed waits. */
    private static final int AT_ONCE = 500;

    private final Jdbi jdbi;
    private volatile boolean running;
    private Thread thread;

    DoubtfulStandings(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void start(@Observes StartupEvent started) {
        running = true;
        thread = new Thread(this::watch, "standings");
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        running = false;
        if (thread != null) thread.interrupt();
    }

    void setRight() {
        var ids = jdbi.withHandle(Derived::doubtful);
        for (var from = 0; from < ids.size(); from += AT_ONCE) {
            var some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE)).toArray(UUID[]::new);
            jdbi.useTransaction(h -> FactStore.findOutAgain(h, some));
        }
    }

    private void watch() {
        var trouble = new Trouble(LOG, "standings");
        while (running) {
            var done = false;
            try {
                setRight();
                done = true;
                trouble.over();
            } catch (RuntimeException e) {
                if (running) trouble.met(e);
            }
            try {
                if (done) TimeUnit.DAYS.sleep(1);
                else TimeUnit.MINUTES.sleep(1);
            } catch (InterruptedException e) {
                return;
            }
        }
    }
}
