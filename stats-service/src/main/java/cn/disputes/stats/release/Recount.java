package cn.disputes.stats.release;

import cn.disputes.contract.problem.ProblemException;
import cn.disputes.stats.figures.Cut;
import cn.disputes.stats.figures.Figure;
import cn.disputes.stats.indicators.Indicator;
import cn.disputes.stats.indicators.Indicator.Shape;
import cn.disputes.stats.indicators.Indicators;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Map;

/** Counts the figures of a release again from the cases sealed with it. */
final class Recount {
    private final Release release;
    private final SealedCases cases;
    private final Cut cut;

    private Recount(Release release, SealedCases cases) {
        this.release = release;
        this.cases = cases;
        this.cut = new Cut(release.from(), release.to(), release.regionCode(), null);
    }

    static Recount of(Release release, SealedCases cases) {
        return new Recount(release, cases);
    }

    /** Refuses a release of which any figure does not add up. */
    void requireAll() {
        for (var figure : new Figure[] {release.total(), release.byRegion(), release.byMonth()}) {
            for (var row : figure.rows()) row.values().forEach((code, value) -> require(code, row.group(), value));
        }
    }

    /**
     * Refuses a figure that its cases do not add up to, or whose comparison does not.
     *
     * @param group empty for the total, else a region or a month
     */
    void require(String code, Map<String, String> group, Figure.Value value) {
        var indicator = Indicators.find(code);
        // an indicator that is no more cannot be counted any more; its definition and its cases are still there
        if (indicator.isEmpty()) return;
        var now = period(group, cut);
        require(indicator.get(), now, group.get("region"), value);
        if (value.previous() != null)
            require(indicator.get(), now.previousYear(), group.get("region"), value.previous());
    }

    private static Cut period(Map<String, String> group, Cut whole) {
        var month = group.get("month");
        if (month == null) return whole;
        var named = YearMonth.parse(month);
        return new Cut(named, named, whole.regionCode(), null);
    }

    private void require(Indicator indicator, Cut period, String county, Figure.Value value) {
        var counts = cases.recount(indicator, period, county);
        if (!same(indicator, counts, value))
            throw new ProblemException(ReleaseProblem.DOES_NOT_ADD_UP, indicator.zh() + "（" + indicator.code() + "）");
    }

    private static boolean same(Indicator indicator, SealedCases.Counts counts, Figure.Value value) {
        if (indicator.shape() == Shape.COUNT)
            return value.value() != null && value.value().compareTo(BigDecimal.valueOf(counts.numerator())) == 0;
        return value.numerator() != null
                && value.numerator() == counts.numerator()
                && counts.denominator().equals(value.denominator());
    }
}
