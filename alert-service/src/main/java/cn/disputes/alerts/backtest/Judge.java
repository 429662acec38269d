package cn.disputes.alerts.backtest;

import cn.disputes.alerts.risk.RiskRules;
import cn.disputes.alerts.risk.SuitFacts;
import cn.disputes.contract.codes.Instance;
import cn.disputes.contract.codes.RiskLevel;
import java.time.LocalDate;

/** Whoever tells from what is known of a suit how likely it is to be lost: a version of the rules, or a learned model. */
@FunctionalInterface
public interface Judge {
    /**
     * What it says.
     *
     * @param level null where it would not flag the suit
     * @param points of the rules, null from a model
     * @param probability of losing, from a model; null from rules
     */
    record Verdict(RiskLevel level, Integer points, Double probability) {}

    /** @param facts as known on the day it is asked */
    Verdict judge(SuitFacts facts, Instance instance);

    static Judge by(RiskRules rules) {
        return (facts, instance) -> {
            var score = rules.score(facts, LocalDate.MAX);
            return new Verdict(score.level(), score.points(), null);
        };
    }
}
