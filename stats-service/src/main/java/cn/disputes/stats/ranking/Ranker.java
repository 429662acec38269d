package cn.disputes.stats.ranking;

import cn.disputes.contract.problem.GeneralProblem;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.Caller;
import cn.disputes.conventions.paging.Query;
import cn.disputes.stats.figures.Cut;
import cn.disputes.stats.figures.Figures;
import cn.disputes.stats.figures.Snapshot;
import cn.disputes.stats.figures.Suppression;
import cn.disputes.stats.groups.GroupBy;
import cn.disputes.stats.groups.GroupCount;
import cn.disputes.stats.indicators.Indicator;
import cn.disputes.stats.indicators.Indicators;
import cn.disputes.stats.targets.TargetStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Reads what a ranking is asked for and makes it. */
@ApplicationScoped
class Ranker {
    private static final int MOST_MINIMUM = 1_000_000;

    private final Jdbi jdbi;
    private final Figures figures;
    private final Suppression suppression;
    private final TargetStore targets;
    private final Caller caller;

    Ranker(Jdbi jdbi, Figures figures, Suppression suppression, TargetStore targets, Caller caller) {
        this.jdbi = jdbi;
        this.figures = figures;
        this.suppression = suppression;
        this.targets = targets;
        this.caller = caller;
    }

    Ranking rank(String code, Cut cut, String by, String minimum, String compare) {
        var indicator = Indicators.find(code).orElseThrow(() -> new ProblemException(GeneralProblem.NOT_FOUND));
        if (indicator.shape() == Indicator.Shape.COUNTIES)
            throw new ProblemException(RankingProblem.NOT_RANKABLE, indicator.code());
        var group = GroupBy.asked(by);
        var shy = suppression.appliesTo(caller);
        // whoever may see no small counts must not make them visible by asking for a lower minimum
        var least = shy ? RankingRules.DEFAULT_MINIMUM : RankingRules.LEAST_MINIMUM;
        var enough = Query.integer("minimum", minimum, least, MOST_MINIMUM, RankingRules.DEFAULT_MINIMUM);
        var before = before(compare, cut);
        var rules = new RankingRules(indicator.shape(), Direction.of(indicator), enough, shy);
        return Snapshot.of(jdbi, h -> {
            var now = rules.rank(GroupCount.of(h, figures, indicator, cut, group));
            var then = rules.rank(GroupCount.of(h, figures, indicator, before, group));
            var shown = shy ? shown(h, indicator, cut, group) : null;
            return new RankingView(indicator, cut, before, group, enough, shown, aims(h, indicator, cut))
                    .show(now, then);
        });
    }

    private TargetStore.Targets aims(Handle h, Indicator indicator, Cut cut) {
        return targets.inForce(h, indicator.code(), cut.to());
    }

    /** The groups whose figures the reader may see, as everywhere else. */
    private Set<String> shown(Handle h, Indicator indicator, Cut cut, GroupBy by) {
        var shown = new HashSet<String>();
        var figure = suppression.compute(
                h, List.of(indicator), cut, List.of(by.dimension()), Map.of(), Figures.Comparison.NONE);
        for (var row : figure.rows()) {
            if (!Boolean.TRUE.equals(row.values().get(indicator.code()).suppressed()))
                shown.add(row.group().get(by.name()));
        }
        return shown;
    }

    private static Cut before(String compare, Cut cut) {
        if (compare == null || compare.isEmpty() || compare.equals("previous-period")) return cut.previousPeriod();
        if (compare.equals("previous-year")) return cut.previousYear();
        throw ProblemException.invalid(
                "compare", "应为 previous-period 或 previous-year", "Must be previous-period or previous-year");
    }
}
