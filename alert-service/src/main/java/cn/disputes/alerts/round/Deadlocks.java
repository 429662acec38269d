package cn.disputes.alerts.round;

import java.sql.SQLException;
import java.util.Set;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;

/**
 * Whoever locks many cases does it in one order, but a page of the register's feed locks those of its suits in the order of
 * the events. When the database breaks such a tie against us, nothing was written and the work is done again.
 */
final class Deadlocks {
    private static final Set<String> BROKEN_TIE = Set.of("40P01", "40001");
    private static final int TRIES = 5;

    private Deadlocks() {}

    static <T> T retried(Jdbi jdbi, HandleCallback<T, RuntimeException> work) {
        for (var attempt = 1; ; attempt++) {
            try {
                return jdbi.inTransaction(work);
            } catch (RuntimeException e) {
                if (attempt == TRIES || !brokenTie(e)) throw e;
            }
        }
    }

    private static boolean brokenTie(Throwable fault) {
        for (var cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) return BROKEN_TIE.contains(String.valueOf(sql.getSQLState()));
        }
        return false;
    }
}
