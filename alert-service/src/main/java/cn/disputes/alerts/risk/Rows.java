package cn.disputes.alerts.risk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Rows for a statement that writes them all at once: each column goes out as one array of texts, which the statement casts
 * and unnests.
 */
public final class Rows {
    private final int size;
    private final Map<String, List<String>> columns = new LinkedHashMap<>();

    public Rows(int size) {
        this.size = size;
    }

    /** The next row's value of a column, by what it prints as; every row gives every column, or null. */
    public Rows add(String column, Object value) {
        columns.computeIfAbsent(column, c -> new ArrayList<>(size))
                .add(value instanceof Enum<?> code ? code.name() : value == null ? null : value.toString());
        return this;
    }

    public <S extends SqlStatement<S>> S bind(S statement) {
        columns.forEach((column, values) -> statement.bindArray(column, String.class, values));
        return statement;
    }
}
