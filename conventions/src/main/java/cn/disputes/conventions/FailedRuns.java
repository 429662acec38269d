package cn.disputes.conventions;

import cn.disputes.contract.problem.DatabaseFaults;
import io.quarkus.scheduler.FailedExecution;
import io.quarkus.scheduler.SuccessfulExecution;
import io.quarkus.scheduler.Trigger;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Says what became of a scheduled run that failed, instead of the scheduler's stack traces: while the database is away all
 * of them fail, every second, and that is one line. Each runs again when its time comes.
 */
@Singleton
class FailedRuns {
    private static final Logger LOG = Logger.getLogger(FailedRuns.class);
    private static final int PLACES = 5;

    private final Set<String> waiting = ConcurrentHashMap.newKeySet();
    private final Trouble database = new Trouble(LOG, "the database, for what runs by itself");

    void failed(@Observes FailedExecution run) {
        var fault = bare(run.getException());
        if (!DatabaseFaults.passing(fault)) {
            // the message may quote a row: the kind and the place only
            LOG.errorf(
                    "%s: %s %s at %s",
                    name(run.getExecution().getTrigger()),
                    fault.getClass().getName(),
                    DatabaseFaults.state(fault),
                    place(fault));
            return;
        }
        waiting.add(name(run.getExecution().getTrigger()));
        database.met(fault);
    }

    /** Only a run that failed before tells that the database is back; others may not have asked it. */
    void succeeded(@Observes SuccessfulExecution run) {
        if (!waiting.remove(name(run.getExecution().getTrigger()))) return;
        waiting.clear();
        database.over();
    }

    private static Throwable bare(Throwable fault) {
        return fault instanceof CompletionException && fault.getCause() != null ? fault.getCause() : fault;
    }

    private static String name(Trigger trigger) {
        return trigger.getMethodDescription() == null ? trigger.getId() : trigger.getMethodDescription();
    }

    private static String place(Throwable fault) {
        return Arrays.stream(fault.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("cn.disputes"))
                .limit(PLACES)
                .map(StackTraceElement::toString)
                .toList()
                .toString();
    }
}
