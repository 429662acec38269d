package cn.disputes.alerts.risk;

import cn.disputes.contract.codes.ActType;
import cn.disputes.contract.codes.Domain;
import cn.disputes.contract.codes.RiskLevel;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The weights of a score, as data.
 *
 * @param red least points for RED; the court's own opinion makes a case RED whatever the points
 * @param orange least points for ORANGE; every other flagged case is YELLOW
 */
public record RiskRules(
        @Min(value = 1, message = "应为1至1000 | Must be 1 to 1000")
                @Max(value = 1000, message = "应为1至1000 | Must be 1 to 1000")
                int red,
        @Min(value = 1, message = "应为1至1000 | Must be 1 to 1000")
                @Max(value = 1000, message = "应为1至1000 | Must be 1 to 1000")
                int orange,
        @NotNull(message = "不能为空 | Must be given") Map<RiskReason, Integer> reasons,
        @NotNull(message = "不能为空 | Must be given") Map<Domain, Integer> domains,
        @NotNull(message = "不能为空 | Must be given") Map<ActType, Integer> actTypes) {

    /** One thing that adds to a score, with its evidence in words. */
    public record Factor(String code, int points, String evidence) {}

    /** What a case comes to. */
    public record Score(RiskLevel level, int points, List<Factor> factors) {}

    public Score score(Set<RiskReason> alerted, Domain domain, ActType actType) {
        var factors = new ArrayList<Factor>();
        alerted.stream()
                .sorted()
                .forEach(reason -> add(factors, reason.name(), reasons.get(reason), "法院预警：" + reason.zh()));
        if (domain != null) add(factors, "DOMAIN_" + domain, domains.get(domain), "高发领域：" + domain.zh());
        if (actType != null) add(factors, "ACT_" + actType, actTypes.get(actType), "高发行为：" + actType.zh());
        var points = factors.stream().mapToInt(Factor::points).sum();
        var level = alerted.contains(RiskReason.COURT_OPINION) || points >= red
                ? RiskLevel.RED
                : points >= orange ? RiskLevel.ORANGE : RiskLevel.YELLOW;
        return new Score(level, points, factors);
    }

    private static void add(List<Factor> factors, String code, Integer points, String evidence) {
        if (points != null && points != 0) factors.add(new Factor(code, points, evidence));
    }
}
