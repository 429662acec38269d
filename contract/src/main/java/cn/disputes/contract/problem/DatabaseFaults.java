package cn.disputes.contract.problem;

import java.sql.SQLException;
import java.util.Set;

/** Tells a database that is away, or a transaction that lost a race, from a row or a statement that is at fault. */
public final class DatabaseFaults {
    /** Connection lost, transaction rolled back, out of resources, operator's intervention, system error. */
    private static final Set<String> PASSING = Set.of("08", "40", "53", "57", "58");

    /** A server that has become a standby, and sessions or waits that the server itself cut short. */
    private static final Set<String> PASSING_TOO = Set.of("25006", "25P03", "25P04", "55P03");

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /** Of these, what may be for the sake of one row: a transaction that lost a race, a lock not had in time. */
    private static final Set<String> OF_ONE = Set.of("40", "55");

    private DatabaseFaults() {}

    /** Whether the database is away, so that no other work would fare better now. */
    public static boolean away(Throwable fault) {
        if (!passing(fault)) return false;
        var state = cause(fault).getSQLState();
        return state == null || !OF_ONE.contains(state.substring(0, 2));
    }

    /** Whether the same work may succeed a moment later, no row being to blame. */
    public static boolean passing(Throwable fault) {
        var sql = cause(fault);
        return sql != null && (sql.getSQLState() == null || passing(sql.getSQLState()));
    }

    private static boolean passing(String state) {
        return PASSING_TOO.contains(state) || state.length() > 1 && PASSING.contains(state.substring(0, 2));
    }

    /** Whether a lock was not had in the time that was set for it. */
    public static boolean waitedInVain(Throwable fault) {
        var sql = cause(fault);
        return sql != null && LOCK_NOT_AVAILABLE.equals(sql.getSQLState());
    }

    /** In one word, fit for a log: the SQL state, or that the pool had no connection to give. */
    public static String state(Throwable fault) {
        var sql = cause(fault);
        if (sql == null) return fault.getClass().getSimpleName();
        // only the pool refuses without a state
        return sql.getSQLState() == null ? "no connection" : sql.getSQLState();
    }

    private static SQLException cause(Throwable fault) {
        for (var cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) return sql;
        }
        return null;
    }
}
