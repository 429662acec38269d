package cn.disputes.cases.bulk;

import java.sql.SQLException;
import java.util.Set;

/** What a failed statement says of trying again. */
final class Failures {
    /** Unique violation, serialization failure, deadlock. */
    private static final Set<String> OVERTAKEN = Set.of("23505", "40001", "40P01");

    private Failures() {}

    /** Another writer was there first; the next try sees what it wrote. */
    static boolean worthRepeating(Throwable failed) {
        var state = state(failed);
        return state != null && OVERTAKEN.contains(state);
    }

    private static String state(Throwable failed) {
        for (var cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException e && e.getSQLState() != null) return e.getSQLState();
        }
        return null;
    }
}
