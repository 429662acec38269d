package cn.disputes.stats.figures;

import cn.disputes.contract.security.RegionScope;
import cn.disputes.stats.facts.Derived;
import cn.disputes.stats.facts.FactStore;
import cn.disputes.stats.indicators.Indicator;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.SqlStatement;

/** The SQL that figures and the rows behind them share, so that both are always the same rows. */
final class FigureSql {
    /** Facts as known now; what they are because of other facts is kept with them. */
    private static final String KNOWN_NOW =
            "WITH RECURSIVE known AS NOT MATERIALIZED (SELECT * FROM fact WHERE known_to IS NULL)";

    private static final String THEN =
            "SELECT * FROM fact WHERE known_from < :knownAt AND (known_to IS NULL OR known_to >= :knownAt)";

    private static final String KNOWN_THEN = "WITH RECURSIVE known AS NOT MATERIALIZED (" + THEN + ")";

    /** Facts as known then, with what they were because of the other facts known then. */
    private static final String KNOWN_THEN_CROSS_CASE = "WITH RECURSIVE k AS MATERIALIZED (" + THEN + "), "
            + Derived.disputes("k", "") + ", known AS (SELECT " + FactStore.columns("k")
            + ", k.case_number IN (SELECT l.reconsideration_case_number FROM k l WHERE l.kind = 'LITIGATION'"
            + " AND l.instance = 'FIRST' AND l.reconsideration_case_number IS NOT NULL) AND k.kind = 'RECONSIDERATION'"
            + " AS sued, d.standing FROM k LEFT JOIN dispute d ON d.id = k.id)";

    private FigureSql() {}

    /** {@code WITH known …}. */
    static String with(Indicator i, Cut cut) {
        if (cut.asOf() == null) return KNOWN_NOW;
        return i.crossCase() ? KNOWN_THEN_CROSS_CASE : KNOWN_THEN;
    }

    /** Cases of the kind within the region. */
    static String within(Indicator i, Question question) {
        return "f.kind = '" + i.kind() + "' AND "
                + new RegionScope(question.cut().regionCode()).sql("f.region_code");
    }

    /** The rows of the period within the region. */
    static String population(Indicator i, Question question) {
        return within(i, question) + " AND (" + i.population() + ")";
    }

    /** The period, or its parts by the dimension of time: {@code p(value, first, last)}. */
    static String periods(Question question) {
        return Bucket.of(question.cut(), Dimension.timeOf(question.dimensions())).stream()
                .map(b -> "(" + (b.value() == null ? "NULL" : "'" + b.value() + "'") + ", DATE '"
                        + b.from().atDay(1) + "', DATE '" + b.to().atEndOfMonth() + "')")
                .collect(Collectors.joining(", ", "(VALUES ", ") p(value, first, last)"));
    }

    /** Only rows with these values. */
    static String narrowed(Indicator i, Map<Dimension, String> group) {
        return group.entrySet().stream()
                .map(e -> " AND " + e.getKey().expression(i)
                        + (e.getValue() == null
                                ? " IS NULL"
                                : " = :group_" + e.getKey().name()))
                .collect(Collectors.joining());
    }

    static <S extends SqlStatement<S>> S bind(S statement, Question question) {
        var cut = question.cut();
        question.group().forEach((d, value) -> {
            if (value != null) statement.bind("group_" + d.name(), value);
        });
        return cut.asOf() == null
                ? statement
                : statement.bind("knownAt", cut.knownAt().atOffset(ZoneOffset.UTC));
    }
}
