package cn.disputes.stats.figures;

import cn.disputes.conventions.Trouble;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/** Moves changes into the cells all the time; counts anew where that is quicker, or where definitions changed. */
@ApplicationScoped
class CellKeeper {
    private static final Logger LOG = Logger.getLogger(CellKeeper.class);
    private static final long PAUSE_MILLIS = 200;
    /** Two rows a case: adding more of them one by one takes longer than counting all cases once. */
    private static final int MOST = 4_000;

    private static final long ANEW_FROM = 100_000;

    private final Jdbi jdbi;
    private final Cells cells;
    private final CellRebuild rebuild;
    private final boolean enabled;
    private volatile boolean running;
    private Thread thread;

    CellKeeper(
            Jdbi jdbi,
            Cells cells,
            CellRebuild rebuild,
            @ConfigProperty(name = "stats.cells.keep", defaultValue = "true") boolean enabled) {
        this.jdbi = jdbi;
        this.cells = cells;
        this.rebuild = rebuild;
        this.enabled = enabled;
    }

    void start(@Observes StartupEvent started) {
        if (!enabled) return;
        running = true;
        thread = new Thread(this::keep, "cells");
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        running = false;
        if (thread != null) thread.interrupt();
    }

    private void keep() {
        var trouble = new Trouble(LOG, "cells");
        while (running) {
            try {
                if (jdbi.withHandle(Cells::table) == null || behind()) rebuild.run();
                while (running && cells.merge(MOST) == MOST) {
                    // there is more
                }
                trouble.over();
            } catch (RuntimeException e) {
                if (running) trouble.met(e);
            }
            try {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Many changes in proportion to all there is: a first load, or a source that came back after long. */
    private boolean behind() {
        return cells.waiting() > ANEW_FROM && cells.waiting() > 0.4 * cells.facts();
    }
}
