package cn.disputes.alerts.risk;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Statements that write rows, sent to the database together: one round trip, in the order they were added. */
public final class Writing {
    private final Map<String, String> statements = new LinkedHashMap<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    /**
     * Adds a statement.
     *
     * @param rows name of the value that holds its rows; no other statement has one of that name
     */
    public Writing add(String rows, String sql, Rows given) {
        statements.put(rows, sql);
        values.put(rows, given.toString());
        return this;
    }

    /** A value that any of the statements may use. */
    public Writing with(String name, Object value) {
        values.put(name, value);
        return this;
    }

    /** The instant of all of them, as {@code :now}. */
    public Writing at(OffsetDateTime now) {
        return with("now", now);
    }

    public void execute(Handle h) {
        if (!statements.isEmpty())
            h.createUpdate(String.join(";\n", statements.values()))
                    .bindMap(values)
                    .execute();
    }
}
