package cn.disputes.deploy.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Plays the year of the risk cases month by month, in the order in which it happened: the round, what was done until the next one, what
 * the courts decided meanwhile, and the alerts for the next round. Going on after a break starts at the last round held; whatever of that
 * month was done before is recognised by the services.
 */
final class RiskMonths {
    /** The court's source of the sample's alerts. */
    static final String SOURCE = "SAMPLE-COURT";

    private final Api alerts;
    private final Imports imports;
    private final RiskCases riskCases;
    private final List<RiskPlan> plans;
    private final PrintStream progress;

    RiskMonths(Api alerts, Imports imports, List<RiskPlan> plans, PrintStream progress) {
        this.alerts = alerts;
        this.imports = imports;
        this.riskCases = new RiskCases(alerts);
        this.plans = plans;
        this.progress = progress;
    }

    /** Nothing of it has been played: only then may the suits under alert be loaded as just filed. */
    boolean untouched() {
        return riskCases.bySuit().isEmpty();
    }

    void play() {
        var held = lastRound();
        for (var month : RoundDays.MONTHS) {
            if (month.isBefore(held)) continue;
            round(month);
            actions(month);
            decisions(month);
            among(plan -> RoundDays.between(month, plan.raisedOn())).forEach(this::alert);
        }
    }

    void awaitEnds() {
        riskCases.awaitEnds(plans);
    }

    /** January has no cases to order, so a round without a trace may safely be held again: it is the same round. */
    private YearMonth lastRound() {
        return riskCases.bySuit().values().stream()
                .flatMap(risk -> months(risk).stream())
                .max(Comparator.naturalOrder())
                .orElse(RoundDays.MONTHS.get(0));
    }

    private static List<YearMonth> months(JsonNode risk) {
        var months = new java.util.ArrayList<YearMonth>();
        risk.path("months").forEach(month -> months.add(YearMonth.parse(month.asText())));
        return months;
    }

    private void round(YearMonth month) {
        var round = alerts.post(
                        "coordinator",
                        "/v1/assignment-rounds",
                        Map.of("month", month.toString(), "regionCode", Agencies.CITY))
                .require(200, 201)
                .body();
        var ordered = 0;
        for (var order : round.path("orders")) ordered += order.path("cases").size();
        var unrouted = round.path("unrouted").size();
        progress.printf(
                "  %s 交办 %d 件，无人可交 %d 件 / ordered %d, unrouted %d%n", month, ordered, unrouted, ordered, unrouted);
        if (!month.equals(RoundDays.MONTHS.get(RoundDays.MONTHS.size() - 1))) receipts(month, round.path("orders"));
    }

    /** Every leader signs on the working day after the round; the last month's orders still wait for it. */
    private void receipts(YearMonth month, JsonNode orders) {
        var on = WorkingDays.after(RoundDays.of(month), 1).toString();
        for (var order : orders) {
            if (order.hasNonNull("receipt")) continue;
            alerts.post(
                            "leader:" + order.path("leader").path("id").asText(),
                            "/v1/orders/" + order.path("id").asText() + "/receipt",
                            Map.of(
                                    "on",
                                    on,
                                    "by",
                                    order.path("leader").path("name").asText()))
                    .require(201);
        }
    }

    private void actions(YearMonth month) {
        record Due(RiskPlan plan, RiskPlan.Action action) {}
        var due = plans.stream()
                .flatMap(plan -> plan.actions().stream().map(action -> new Due(plan, action)))
                .filter(step -> RoundDays.between(month, step.action().on()))
                .sorted(Comparator.comparing(step -> step.action().on()))
                .toList();
        if (due.isEmpty()) return;
        var cases = riskCases.bySuit();
        for (var step : due) {
            var id = cases.get(step.plan().suit().caseNumber()).path("id").asText();
            riskCases.act(step.plan(), step.action(), id);
        }
    }

    /** What the courts decided until the next round, and alert-service having taken note of it. */
    private void decisions(YearMonth month) {
        var decided = among(plan -> {
            var concluded = plan.suit().course().concludedOn();
            return concluded != null && RoundDays.between(month, concluded);
        });
        if (decided.isEmpty()) return;
        imports.load(
                "litigations",
                Sample.suitsCsv(decided.stream().map(RiskPlan::suit).toList()));
        riskCases.awaitEnds(decided);
    }

    private void alert(RiskPlan plan) {
        var suit = plan.suit();
        var body = new LinkedHashMap<String, Object>();
        body.put("source", SOURCE);
        body.put("sourceAlertId", plan.alertId());
        body.put("court", suit.court().name());
        body.put("litigationCaseNumber", suit.caseNumber());
        body.put("regionCode", suit.defendant().regionCode());
        body.put("defendantCode", suit.defendant().code());
        body.put("defendantName", suit.defendant().name());
        body.put("domain", suit.subject().domain());
        body.put("actType", suit.subject().actType());
        body.put("riskReasons", plan.reasons());
        body.put("note", "合成预警（虚构）");
        body.put("raisedOn", plan.raisedOn().toString());
        alerts.post("court-liaison", "/v1/alerts", body).require(200, 201);
    }

    private List<RiskPlan> among(Predicate<RiskPlan> wanted) {
        return plans.stream().filter(wanted).toList();
    }
}
