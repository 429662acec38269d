package cn.disputes.cases.person;

import java.util.function.BiFunction;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** A way through a table, a chunk and a transaction at a time, on which all that is not yet is sealed under the newest key. */
final class Pass {
    private static final Logger LOG = Logger.getLogger(Pass.class);

    private Pass() {}

    /** How far it has come: {@code after} is null when it is through. */
    record Progress<K>(K after, int sealed, int unreadable) {}

    /** How many rows were sealed anew; what is sealed under a key that is not configured is told and left. */
    static <K> int through(Jdbi jdbi, String table, K first, BiFunction<Handle, K, Progress<K>> chunk) {
        var sealed = 0;
        var unreadable = 0;
        for (var after = first; after != null; ) {
            var from = after;
            var progress = jdbi.inTransaction(h -> chunk.apply(h, from));
            after = progress.after();
            sealed += progress.sealed();
            unreadable += progress.unreadable();
        }
        if (unreadable > 0) LOG.errorf("%s: %d rows are sealed under a key that is not configured", table, unreadable);
        return sealed;
    }
}
