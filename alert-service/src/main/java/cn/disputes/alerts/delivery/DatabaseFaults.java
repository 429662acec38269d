package cn.disputes.alerts.delivery;

import java.sql.SQLException;
import java.util.Set;

/** Tells a database that is away, or a transaction that lost a race, from a row that is at fault. */
public final class DatabaseFaults {
    /** Connection lost, transaction rolled back, out of resources, server going down, system error. */
    private static final Set<String> PASSING = Set.of("08", "40", "53", "57", "58");

    private DatabaseFaults() {}

    /** Whether the same work may succeed a moment later, no row being to blame. */
    public static boolean passing(Throwable fault) {
        for (var cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql.getSQLState() == null
                        || PASSING.contains(sql.getSQLState().substring(0, 2));
            }
        }
        return false;
    }
}
