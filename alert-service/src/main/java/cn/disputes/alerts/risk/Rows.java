package cn.disputes.alerts.risk;

import cn.disputes.contract.events.EventJson;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;

/**
 * Rows for a statement that takes them all at once: they go out as one JSON text, which the statement reads with {@code
 * json_to_recordset}. One value to bind, however many rows and columns.
 */
public final class Rows {
    private final ArrayNode rows = EventJson.MAPPER.createArrayNode();
    private ObjectNode row;

    /** Begins the next row. */
    public Rows next() {
        row = rows.addObject();
        row.put("n", rows.size());
        return this;
    }

    /** A column of the row: a text, number, date, id or code by what it prints as; null may be left out. */
    public Rows add(String column, Object value) {
        if (value instanceof Enum<?> code) row.put(column, code.name());
        else if (value != null) row.put(column, value.toString());
        return this;
    }

    /** A column that holds JSON. */
    public Rows json(String column, Object value) {
        row.set(column, EventJson.MAPPER.valueToTree(value));
        return this;
    }

    /** Rows of one column, {@code key}. */
    public static String of(Collection<String> keys) {
        var rows = new Rows();
        keys.forEach(key -> rows.next().add("key", key));
        return rows.toString();
    }

    @Override
    public String toString() {
        return rows.toString();
    }
}
