package cn.disputes.stats.figures;

import cn.disputes.contract.security.RegionScope;
import cn.disputes.stats.indicators.Indicator;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.statement.SqlStatement;

/** The SQL that figures and the rows behind them share, so that both are always the same rows. */
public final class FigureSql {
    /** Facts as known at the moment asked for. */
    private static final String KNOWN_NOW = "known AS (SELECT * FROM fact WHERE known_to IS NULL)";

    private static final String KNOWN_THEN =
            "known AS (SELECT * FROM fact WHERE known_from < :knownAt AND (known_to IS NULL OR known_to >= :knownAt))";

    /**
     * Each dispute once: from its first instance along the numbers of the instances before, the last one that took effect.
     * 驳回上诉，维持原判 leaves the outcome below standing.
     */
    private static final String DISPUTES =
            """
            , chain AS (
                SELECT l.id AS root, l.*, 1 AS depth, l.outcome AS standing FROM known l
                WHERE l.kind = 'LITIGATION' AND l.instance = 'FIRST'
                UNION ALL
                SELECT c.root, l.*, c.depth + 1, CASE WHEN l.outcome = 'APPEAL_DISMISSED' THEN c.standing ELSE l.outcome END
                FROM chain c JOIN known l ON l.kind = 'LITIGATION' AND l.previous_case_number = c.case_number
                WHERE c.depth < 10
            ), dispute AS (
                SELECT DISTINCT ON (root) * FROM chain WHERE effective_on IS NOT NULL ORDER BY root, depth DESC
            )""";

    private FigureSql() {}

    /** {@code WITH known …}; the dispute source renames the standing outcome to the outcome. */
    static String with(Indicator i, Cut cut) {
        var known = cut.asOf() == null ? KNOWN_NOW : KNOWN_THEN;
        return "WITH RECURSIVE " + known + (i.byDispute() ? DISPUTES : "");
    }

    static String source(Indicator i) {
        if (!i.byDispute()) return "known f";
        return "(SELECT id, version, kind, case_number, region_code, agency_code, actor_code, domain, act_type, court, received_on,"
                + " concluded_on, effective_on, standing AS outcome, outcome_ground, served_on FROM dispute) f";
    }

    /** The rows of the period within the region. */
    static String population(Indicator i) {
        return "f.kind = '" + i.kind() + "' AND f.region_code >= :scopeFrom AND f.region_code < :scopeTo AND ("
                + i.population() + ")";
    }

    /** One period, or one per month. */
    static String periods(List<Dimension> dimensions) {
        if (!dimensions.contains(Dimension.month))
            return "(SELECT CAST(:first AS date) AS first, CAST(:last AS date) AS last) p";
        return "(SELECT m::date AS first, (m + interval '1 month' - interval '1 day')::date AS last"
                + " FROM generate_series(CAST(:first AS timestamp), CAST(:last AS timestamp), interval '1 month') m) p";
    }

    static <S extends SqlStatement<S>> S bind(S statement, Cut cut) {
        var scope = new RegionScope(cut.regionCode());
        statement
                .bind("first", cut.firstDay())
                .bind("last", cut.lastDay())
                .bind("scopeFrom", scope.from())
                .bind("scopeTo", scope.to());
        return cut.asOf() == null
                ? statement
                : statement.bind("knownAt", cut.knownAt().atOffset(ZoneOffset.UTC));
    }
}
