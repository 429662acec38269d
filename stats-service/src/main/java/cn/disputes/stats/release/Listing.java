package cn.disputes.stats.release;

import cn.disputes.stats.figures.CaseRow;
import cn.disputes.stats.figures.Cut;
import cn.disputes.stats.figures.RowSet;
import cn.disputes.stats.figures.Rows;
import cn.disputes.stats.indicators.Indicator;
import cn.disputes.stats.indicators.Indicator.Shape;
import cn.disputes.stats.indicators.Indicators;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Lists the cases in the sets of indicators, each list once for all indicators that ask the same. Of an indicator that
 * counts counties the numerator is the cases lost, which is what a county must not have.
 */
final class Listing {
    private final Handle h;
    private final Rows rows;
    private final Map<String, List<Member>> listed = new HashMap<>();

    /** What a list keeps of a case: no more, as there are many lists. */
    record Member(UUID id, LocalDate on, String regionCode) {
        static Member of(CaseRow row) {
            return new Member(row.id(), row.on(), row.regionCode().intern());
        }
    }

    Listing(Handle h, Rows rows) {
        this.h = h;
        this.rows = rows;
    }

    /** The sets an indicator has; those that can have no row, or the rows of another, are left out. */
    static List<RowSet> sets(Indicator indicator) {
        var sets = new ArrayList<RowSet>(List.of(RowSet.NUMERATOR));
        if (indicator.shape() != Shape.COUNT) sets.add(RowSet.DENOMINATOR);
        if (indicator.shape() != Shape.RATIO && !indicator.base().isEmpty()) sets.add(RowSet.EXCLUDED);
        return sets;
    }

    List<Member> list(Indicator asked, Cut cut, RowSet set) {
        var i = counted(asked, set);
        var listedSet = asked.shape() == Shape.RATIO ? RowSet.NUMERATOR : set;
        var condition =
                switch (listedSet) {
                    case NUMERATOR -> i.counted() + " AND " + i.numerator();
                    // as a count without hits reads, so that both share a list
                    case DENOMINATOR -> i.counted() + " AND TRUE";
                    case EXCLUDED -> "NOT " + i.counted();
                };
        var key = String.join("\n", i.kind().name(), i.population(), condition, cut.toString());
        return listed.computeIfAbsent(key, k -> {
            var found = new ArrayList<Member>();
            rows.each(h, i, cut, listedSet, Rows.WHOLE, row -> found.add(Member.of(row)));
            return found;
        });
    }

    /** The definition by which cases are listed: of a ratio that of the count asked for, of counties that of a rate. */
    private static Indicator counted(Indicator asked, RowSet set) {
        return switch (asked.shape()) {
            case RATIO ->
                Indicators.find(set == RowSet.NUMERATOR ? asked.numeratorOf() : asked.denominatorOf())
                        .orElseThrow();
            case COUNTIES ->
                new Indicator(
                        asked.code(),
                        asked.version(),
                        asked.trial(),
                        asked.zh(),
                        asked.en(),
                        Shape.RATE,
                        asked.digits(),
                        asked.kind(),
                        asked.period(),
                        asked.base(),
                        asked.hits(),
                        asked.byActor(),
                        asked.provisionalDays(),
                        null,
                        null,
                        asked.basis());
            default -> asked;
        };
    }

    /** Whether the day of a case says which month it belongs to; of a stock a case belongs to many. */
    static boolean dated(Indicator indicator) {
        return indicator.shape() == Shape.RATIO || !indicator.period().stock();
    }
}
