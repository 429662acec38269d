package cn.disputes.alerts.risk;

import cn.disputes.contract.codes.ActType;
import cn.disputes.contract.codes.Code;
import cn.disputes.contract.codes.Domain;
import cn.disputes.contract.codes.RiskLevel;
import cn.disputes.contract.problem.ProblemException;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The weights of a score, as data. Each weight is 0 to 1000 points, so that one more factor never lowers a score; what
 * is not listed weighs nothing.
 *
 * @param red least points for RED; the court's own opinion makes a case RED whatever the points
 * @param orange least points for ORANGE
 * @param yellow least points for YELLOW, 25 unless given; a suit that a court alerts is YELLOW at least
 * @param register weights of what the register evidences
 * @param registerCasesFrom suits filed on or after this day become risk cases by their points alone; without it a suit
 *     becomes one only when a court alerts it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RiskRules(
        @Min(value = 1, message = "应为1至1000 | Must be 1 to 1000")
                @Max(value = 1000, message = "应为1至1000 | Must be 1 to 1000")
                int red,
        @Min(value = 1, message = "应为1至1000 | Must be 1 to 1000")
                @Max(value = 1000, message = "应为1至1000 | Must be 1 to 1000")
                int orange,
        @Min(value = 1, message = "应为1至1000 | Must be 1 to 1000")
                @Max(value = 1000, message = "应为1至1000 | Must be 1 to 1000")
                Integer yellow,
        @NotNull(message = "不能为空 | Must be given") Map<RiskReason, Integer> reasons,
        @NotNull(message = "不能为空 | Must be given") Map<Domain, Integer> domains,
        @NotNull(message = "不能为空 | Must be given") Map<ActType, Integer> actTypes,
        Map<RegisterFactor, Integer> register,
        LocalDate registerCasesFrom) {
    private static final int LEAST_YELLOW = 25;
    private static final int MOST = 1000;

    /**
     * One thing that adds to a score, with its evidence in words.
     *
     * @param caseNumber the other case or document it rests on, where there is one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Factor(String code, int points, String evidence, String evidenceEn, String caseNumber) {}

    /** What a suit comes to; {@code level} is null below YELLOW without an alert. */
    public record Score(RiskLevel level, int points, List<Factor> factors) {}

    public int leastYellow() {
        return yellow == null ? Math.min(LEAST_YELLOW, orange) : yellow;
    }

    /** Refuses thresholds out of order and weights that would lower a score. */
    public void check() {
        if (orange > red) throw ProblemException.invalid("orange", "不能高于 red", "Must not be above red");
        if (leastYellow() > orange) throw ProblemException.invalid("yellow", "不能高于 orange", "Must not be above orange");
        check("reasons", reasons);
        check("domains", domains);
        check("actTypes", actTypes);
        if (register != null) check("register", register);
    }

    private static void check(String field, Map<? extends Enum<?>, Integer> weights) {
        weights.forEach((code, points) -> {
            if (points == null || points < 0 || points > MOST) {
                throw ProblemException.invalid(
                        field + "." + code, "应为0至1000的整数", "Must be a whole number from 0 to 1000");
            }
        });
    }

    /** Scores what could be known at the end of a day. */
    public Score score(SuitFacts known, LocalDate day) {
        var facts = known.asOf(day);
        var factors = new ArrayList<Factor>();
        evidenced(facts).values().forEach(found -> add(factors, found));
        kind(factors, "DOMAIN_", "高发领域：", "field with many losses: ", facts.domain(), domains);
        kind(factors, "ACT_", "高发行为：", "act with many losses: ", facts.actType(), actTypes);
        var points = factors.stream().mapToInt(Factor::points).sum();
        return new Score(level(facts, points), points, factors);
    }

    private RiskLevel level(SuitFacts facts, int points) {
        var court = facts.alerted().stream().anyMatch(a -> a.reason() == RiskReason.COURT_OPINION);
        if (court || points >= red) return RiskLevel.RED;
        if (points >= orange) return RiskLevel.ORANGE;
        return points >= leastYellow() || !facts.alerted().isEmpty() ? RiskLevel.YELLOW : null;
    }

    /** By code: what court and register both say counts once, by the higher weight. */
    private Map<String, Factor> evidenced(SuitFacts facts) {
        var found = new TreeMap<String, Factor>();
        for (var alerted : facts.alerted()) {
            var reason = alerted.reason();
            merge(
                    found,
                    factor(reason, reasons.get(reason), "法院预警：" + reason.zh(), "court alert: " + reason.en(), null));
        }
        if (register == null) return found;
        for (var e : facts.evidence()) {
            merge(found, factor(e.factor(), register.get(e.factor()), e.zh(), e.en(), e.caseNumber()));
        }
        return found;
    }

    private static Factor factor(Code code, Integer points, String zh, String en, String caseNumber) {
        return new Factor(code.name(), points == null ? 0 : points, zh, en, caseNumber);
    }

    private static void merge(Map<String, Factor> found, Factor factor) {
        if (factor.points() == 0) return;
        found.merge(
                factor.code(),
                factor,
                (a, b) -> a.evidence().equals(b.evidence())
                        ? a
                        : new Factor(
                                a.code(),
                                Math.max(a.points(), b.points()),
                                a.evidence() + "；" + b.evidence(),
                                a.evidenceEn() + "; " + b.evidenceEn(),
                                a.caseNumber() == null ? b.caseNumber() : a.caseNumber()));
    }

    private static <E extends Enum<E> & Code> void kind(
            List<Factor> factors, String prefix, String zh, String en, E code, Map<E, Integer> weights) {
        if (code == null) return;
        var points = Optional.ofNullable(weights.get(code)).orElse(0);
        add(factors, new Factor(prefix + code.name(), points, zh + code.zh(), en + code.en(), null));
    }

    private static void add(List<Factor> factors, Factor factor) {
        if (factor.points() > 0) factors.add(factor);
    }

    /** The first day by whose end a suit reaches a level, looking no further than {@code until}. */
    public Optional<LocalDate> reached(RiskLevel wanted, SuitFacts facts, LocalDate until) {
        return facts.days().stream()
                .filter(day -> !day.isAfter(until))
                .filter(day -> {
                    var level = score(facts, day).level();
                    return level != null && level.compareTo(wanted) <= 0;
                })
                .findFirst();
    }
}
