package cn.disputes.conventions.watching;

import java.sql.SQLException;
import java.util.Set;

/** An exception as the log may show it: its kind, its place and its causes, without what it says. */
final class Wordless extends Exception {
    private static final long serialVersionUID = 1;
    private static final int DEEPEST = 10;
    /** Classes of SQL states: connection, invalid authorization, no such database. */
    private static final Set<String> NO_ROW = Set.of("08", "28", "3D");

    private final String kind;

    private Wordless(Throwable fault, Throwable cause) {
        super(null, cause, false, true);
        var name = fault.getClass().getName();
        kind = fault instanceof SQLException refused ? name + " " + refused.getSQLState() : name;
        setStackTrace(fault.getStackTrace());
    }

    static Throwable of(Throwable fault) {
        return of(fault, 0);
    }

    /** Whether no row can be quoted: the database said nothing, or only that it is away or lets nobody in. */
    static boolean needless(Throwable fault) {
        var cause = fault;
        for (var depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof SQLException refused && !NO_ROW.contains(state(refused))) return false;
            cause = cause.getCause();
        }
        return cause == null;
    }

    private static String state(SQLException refused) {
        return refused.getSQLState() == null ? "" : refused.getSQLState().substring(0, 2);
    }

    private static Throwable of(Throwable fault, int depth) {
        if (fault == null || fault instanceof Wordless || depth == DEEPEST) return null;
        return new Wordless(fault, of(fault.getCause(), depth + 1));
    }

    @Override
    public String toString() {
        return kind;
    }
}
