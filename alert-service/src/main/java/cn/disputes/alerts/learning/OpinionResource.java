package cn.disputes.alerts.learning;

import static cn.disputes.contract.security.Roles.CASE_OFFICER;
import static cn.disputes.contract.security.Roles.COORDINATOR;
import static cn.disputes.contract.security.Roles.LEADER;

import cn.disputes.alerts.register.RegisterFacts;
import cn.disputes.alerts.risk.RiskCase;
import cn.disputes.alerts.risk.RiskCases;
import cn.disputes.alerts.risk.RiskReason;
import cn.disputes.alerts.risk.RiskRules.Factor;
import cn.disputes.alerts.risk.RulesInForce;
import cn.disputes.alerts.risk.SuitFacts.Alerted;
import cn.disputes.alerts.scoring.AlertsInForce;
import cn.disputes.contract.codes.RiskLevel;
import cn.disputes.contract.problem.GeneralProblem;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.Caller;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Who says what of a case: the rules, the courts, the learned model; side by side, the rules' level is the one in force. */
@Path("/v1/risk-cases/{id}/opinions")
public class OpinionResource {
    private final Jdbi jdbi;
    private final RiskCases cases;
    private final RulesInForce rules;
    private final RiskModels models;
    private final Caller caller;
    private final Clock clock;

    OpinionResource(Jdbi jdbi, RiskCases cases, RulesInForce rules, RiskModels models, Caller caller, Clock clock) {
        this.jdbi = jdbi;
        this.cases = cases;
        this.rules = rules;
        this.models = models;
        this.caller = caller;
        this.clock = clock;
    }

    /** The rules in force, asked today; {@code level} is missing below YELLOW without an alert. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ByRules(int version, RiskLevel level, int points, List<Factor> factors) {}

    /** What the courts said, each reason since a day. */
    public record ByCourts(boolean highRisk, List<Alerted> reasons) {}

    /**
     * The active model.
     *
     * @param level by the model's thresholds, missing below the lowest
     * @param probability of losing, calibrated
     * @param contributions what counts for and against, in log odds before calibration
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ByModel(
            UUID id, RiskLevel level, double probability, double intercept, List<Opinion.Contribution> contributions) {}

    /** {@code level} is the one in force; {@code model} is missing as long as none is active. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Opinions(UUID riskCaseId, RiskLevel level, ByRules rules, ByCourts courts, ByModel model) {}

    @GET
    @RolesAllowed({COORDINATOR, LEADER, CASE_OFFICER})
    public Opinions opinions(@PathParam("id") String id) {
        return jdbi.withHandle(h -> {
            var risk = require(h, id);
            var number = risk.litigationCaseNumber();
            var alerted = AlertsInForce.all(AlertsInForce.now(h, List.of(number)), number);
            var known = RegisterFacts.of(
                            h,
                            List.of(new RegisterFacts.Suit(
                                    number, risk.defendantCode(), risk.actType(), risk.domain(), risk.flaggedOn())))
                    .get(number);
            var today = LocalDate.now(clock);
            var facts = known.facts().alerted(alerted).asOf(today);
            var inForce = rules.now(h);
            var score = inForce.rules().score(facts, today);
            return new Opinions(
                    risk.id(),
                    risk.level(),
                    new ByRules(inForce.version(), score.level(), score.points(), score.factors()),
                    new ByCourts(alerted.stream().anyMatch(a -> a.reason() == RiskReason.COURT_OPINION), alerted),
                    models.active(h, risk.regionCode())
                            .map(model -> {
                                var features = Features.of(facts, known.instance());
                                var probability = model.opinion().probability(features);
                                return new ByModel(
                                        model.id(),
                                        model.opinion().thresholds().level(probability),
                                        probability,
                                        model.opinion().regression().intercept(),
                                        model.opinion().contributions(features));
                            })
                            .orElse(null));
        });
    }

    private RiskCase require(Handle h, String id) {
        UUID caseId;
        try {
            caseId = UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(GeneralProblem.NOT_FOUND);
        }
        var leaderOnly = !caller.has(COORDINATOR) && !caller.has(CASE_OFFICER);
        return cases.find(h, caseId, false)
                .filter(risk -> caller.scope().covers(risk.regionCode()))
                .filter(risk -> !leaderOnly || caller.subject().equals(risk.leader()))
                .orElseThrow(() -> new ProblemException(GeneralProblem.NOT_FOUND));
    }
}
