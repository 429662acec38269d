package cn.disputes.stats.figures;

import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;

/**
 * One moment of the database for all that is read. Said within the transaction, it takes one statement; a level set on the
 * connection beforehand takes five, to ask, to change and to change back.
 */
public final class Snapshot {
    private static final String ONE_MOMENT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ";

    private Snapshot() {}

    public static <T, X extends Exception> T of(Jdbi jdbi, HandleCallback<T, X> read) throws X {
        return jdbi.inTransaction(h -> {
            h.execute(ONE_MOMENT);
            return read.withHandle(h);
        });
    }
}
