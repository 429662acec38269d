package cn.disputes.conventions.watching;

import java.sql.SQLException;

/** An exception as the log may show it: its kind, its place and its causes, without what it says. */
final class Wordless extends Exception {
    private static final long serialVersionUID = 1;
    private static final int DEEPEST = 10;

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

    private static Throwable of(Throwable fault, int depth) {
        if (fault == null || fault instanceof Wordless || depth == DEEPEST) return null;
        return new Wordless(fault, of(fault.getCause(), depth + 1));
    }

    @Override
    public String toString() {
        return kind;
    }
}
