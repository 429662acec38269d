package cn.disputes.cases.intake;

import java.io.ByteArrayOutputStream;
import java.sql.SQLException;
import java.util.Iterator;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;

/** Sends rows by COPY, the fastest way into a table. */
final class Copy {
    private static final int BUFFER = 64 * 1024;

    private Copy() {}

    static void into(Handle h, String table, String columns, Iterator<byte[]> lines) {
        if (!lines.hasNext()) return;
        try {
            var copies = h.getConnection().unwrap(PGConnection.class).getCopyAPI();
            var copy = copies.copyIn("COPY " + table + " (" + columns + ") FROM STDIN");
            try {
                var buffer = new ByteArrayOutputStream(BUFFER);
                while (lines.hasNext()) {
                    buffer.writeBytes(lines.next());
                    if (buffer.size() < BUFFER && lines.hasNext()) continue;
                    copy.writeToCopy(buffer.toByteArray(), 0, buffer.size());
                    buffer.reset();
                }
                copy.endCopy();
            } finally {
                if (copy.isActive()) copy.cancelCopy();
            }
        } catch (SQLException e) {
            throw new CopyFailure(e);
        }
    }

    /** Without the database's message, which may quote a row. */
    static final class CopyFailure extends RuntimeException {
        CopyFailure(SQLException cause) {
            super("COPY failed with " + cause.getSQLState(), cause);
        }
    }
}
