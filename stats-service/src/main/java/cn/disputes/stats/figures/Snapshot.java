package cn.disputes.stats.figures;

import org.jdbi.v3.core.Handle;
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
        return jdbi.withHandle(h -> of(h, read));
    }

    /** The same for what may already be part of a transaction, whose moment it is then. */
    static <T, X extends Exception> T of(Handle h, HandleCallback<T, X> read) throws X {
        if (h.isInTransaction()) return read.withHandle(h);
        return h.inTransaction(same -> {
            same.execute(ONE_MOMENT);
            return read.withHandle(same);
        });
    }
}
