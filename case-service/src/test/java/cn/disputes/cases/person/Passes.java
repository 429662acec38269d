package cn.disputes.cases.person;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;

/** A pass within one transaction, which a test undoes. */
final class Passes {
    private Passes() {}

    /** How many rows were sealed anew; none may be unreadable. */
    static <K> int all(Handle h, K first, BiFunction<Handle, K, Pass.Progress<K>> chunk) {
        var sealed = 0;
        for (var after = first; after != null; ) {
            var done = chunk.apply(h, after);
            after = done.after();
            sealed += done.sealed();
            assertEquals(0, done.unreadable());
        }
        return sealed;
    }
}
