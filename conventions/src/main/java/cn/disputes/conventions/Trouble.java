package cn.disputes.conventions;

import cn.disputes.contract.problem.DatabaseFaults;
import java.time.Duration;
import org.jboss.logging.Logger;

/** One line in the log when something stops working and one when it works again, however often it is tried in between. */
public final class Trouble {
    private final Logger log;
    private final String what;
    private Long since;

    public Trouble(Logger log, String what) {
        this.log = log;
        this.what = what;
    }

    /** The kind of fault is told, never its message: it may quote a row, and a row may name a person. */
    public synchronized void met(Throwable fault) {
        if (since != null) return;
        since = System.nanoTime();
        log.warnf("%s: %s; tried again until it works", what, DatabaseFaults.state(fault));
    }

    public synchronized void over() {
        if (since == null) return;
        log.infof(
                "%s: works again, after %d ms",
                what, Duration.ofNanos(System.nanoTime() - since).toMillis());
        since = null;
    }
}
