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
import cn.disputes.stats.indicators.Indicator;
import cn.disputes.stats.indicators.Indicators;
import cn.disputes.stats.targets.TargetStore;
import jakarta.enterprise.context.ApplicationScoped;
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
        var enough = minimum(minimum, shy);
        var before = before(compare, cut);
        var standings = new Standings(figures, suppression, indicator, group, enough, shy);
        return Snapshot.of(jdbi, h -> new RankingView(
                        indicator, cut, before, group, enough, shy, targets.inForce(h, indicator.code(), cut.to()))
                .show(standings.of(h, cut), standings.of(h, before)));
    }

    /** Whoever may see no small counts would find them by the minimum at which a group loses its place. */
    private static int minimum(String asked, boolean shy) {
        var minimum =
                Query.integer("minimum", asked, RankingRules.LEAST_MINIMUM, MOST_MINIMUM, RankingRules.DEFAULT_MINIMUM);
        if (!shy || minimum == RankingRules.DEFAULT_MINIMUM) return minimum;
        throw ProblemException.invalid(
                "minimum",
                "本角色只能为 " + RankingRules.DEFAULT_MINIMUM,
                "Must be " + RankingRules.DEFAULT_MINIMUM + " for your role");
    }

    private static Cut before(String compare, Cut cut) {
        if (compare == null || compare.isEmpty() || compare.equals("previous-period")) return cut.previousPeriod();
        if (compare.equals("previous-year")) return cut.previousYear();
        throw ProblemException.invalid(
                "compare", "应为 previous-period 或 previous-year", "Must be previous-period or previous-year");
    }
}
