package cn.disputes.alerts.alert;

import cn.disputes.alerts.alert.Alert.Identity;
import cn.disputes.alerts.alert.AlertStore.Kept;
import cn.disputes.alerts.alert.AlertStore.Known;
import cn.disputes.alerts.risk.RiskCase;
import cn.disputes.alerts.risk.RiskCases;
import cn.disputes.alerts.risk.SuitFacts.Alerted;
import cn.disputes.alerts.risk.Writing;
import cn.disputes.alerts.scoring.AlertsInForce;
import cn.disputes.alerts.scoring.Scorer;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.RegionScope;
import cn.disputes.conventions.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Takes alerts, one or many, in as many statements: each once by source and id, a changed one as a revision, an older one
 * kept beside the newer, every one into its suit's risk case.
 */
@ApplicationScoped
class AlertRegister {
    enum Result {
        CREATED,
        UNCHANGED,
        REVISED,
        /** Kept, but a newer version is in force. */
        OUTDATED,
        REJECTED
    }

    /** {@code refusal} only with REJECTED, the rest only without. */
    record Posted(Result result, UUID alertId, int revision, RiskCase riskCase, ProblemException refusal) {
        static Posted refused(ProblemException refusal) {
            return new Posted(Result.REJECTED, null, 0, null, refusal);
        }
    }

    /** An alert on its way in; {@code scope} and {@code by}: of the token it came with. */
    record Incoming(Alert alert, RegionScope scope, String by) {}

    private final RiskCases cases;
    private final Scorer scorer;
    private final AlertStore store;

    AlertRegister(RiskCases cases, Scorer scorer, AlertStore store) {
        this.cases = cases;
        this.scorer = scorer;
        this.store = store;
    }

    /** What became of each, in the order given. */
    List<Posted> take(Handle h, List<Incoming> incoming) {
        var keys = new HashSet<String>();
        for (var in : incoming) {
            keys.add(in.alert().identity().key());
            keys.add(in.alert().litigationCaseNumber());
        }
        cases.claim(h, keys);
        var alerts = incoming.stream().map(Incoming::alert).toList();
        var present = store.present(h, alerts);
        return new Taking(h, present, store.kept(h, alerts, present.known())).all(incoming);
    }

    /** One transaction's worth of alerts, over what is known of them so far. */
    private final class Taking {
        private final Handle h;
        private final Map<Identity, Known> known;
        private final Map<Alert, Integer> kept;
        private final Map<String, String> regions;
        private final int rules;
        private final Map<String, RiskCase> stored;
        private final Map<String, RiskCase> risks;
        private final Map<String, Map<UUID, List<Alerted>>> reasons;
        private final Map<UUID, Kept> changed = new LinkedHashMap<>();
        private final List<Kept> revisions = new ArrayList<>();
        private final Map<String, RiskCase> touched = new LinkedHashMap<>();
        private final Map<String, LocalDate> warned = new HashMap<>();

        Taking(Handle h, AlertStore.Present present, Map<Alert, Integer> kept) {
            this.h = h;
            this.known = present.known();
            this.kept = kept;
            this.regions = present.regions();
            this.rules = present.rulesVersion();
            this.stored = present.risks();
            this.risks = new HashMap<>(stored);
            // a suit without a risk case has no alerts
            this.reasons = stored.isEmpty() ? new HashMap<>() : AlertsInForce.now(h, stored.keySet());
        }

        List<Posted> all(List<Incoming> incoming) {
            var posted = incoming.stream().map(this::one).toList();
            var writing = new Writing();
            var scored = scorer.alarmed(
                    h,
                    writing,
                    rules,
                    touched.values().stream()
                            .map(risk -> new Scorer.Alarmed(
                                    risk,
                                    AlertsInForce.all(reasons, risk.litigationCaseNumber()),
                                    warned.get(risk.litigationCaseNumber())))
                            .toList(),
                    stored.values());
            risks.putAll(scored);
            store.save(writing, changed.values(), revisions, risks);
            writing.execute(h);
            var answers = new ArrayList<Posted>();
            for (var i = 0; i < incoming.size(); i++) {
                var p = posted.get(i);
                answers.add(
                        p.refusal() != null
                                ? p
                                : new Posted(
                                        p.result(),
                                        p.alertId(),
                                        p.revision(),
                                        risks.get(incoming.get(i).alert().litigationCaseNumber()),
                                        null));
            }
            return answers;
        }

        private Posted one(Incoming in) {
            var alert = in.alert();
            var before = known.get(alert.identity());
            if (before != null && !in.scope().covers(before.inForce().regionCode()))
                return Posted.refused(AlertRules.outside());
            if (!in.scope().covers(region(alert))) return Posted.refused(AlertRules.outsideSuit());
            if (before == null) return keep(in, Result.CREATED, Ids.next(), 1, 1);
            if (before.inForce().equals(alert))
                return new Posted(Result.UNCHANGED, before.id(), before.revision(), null, null);
            if (!before.inForce().litigationCaseNumber().equals(alert.litigationCaseNumber()))
                return Posted.refused(ProblemException.invalid(
                        "litigationCaseNumber",
                        "修订不能改变所指的案件，请另发预警",
                        "A revision cannot point to another suit; raise another alert"));
            if (!AlertRules.older(alert, before.inForce()))
                return keep(in, Result.REVISED, before.id(), before.revisions() + 1, before.revisions() + 1);
            var again = kept.get(alert);
            if (again != null) return new Posted(Result.OUTDATED, before.id(), again, null, null);
            return keep(in, Result.OUTDATED, before.id(), before.revisions() + 1, before.revision());
        }

        /**
         * Of the suit, whatever the alert says of it, once the register knows. What another court said before binds nobody:
         * a wrong number there would shut out the court that hears the suit.
         */
        private String region(Alert alert) {
            return regions.getOrDefault(alert.litigationCaseNumber(), alert.regionCode());
        }

        /** @param inForce the number of the revision that is in force afterwards */
        private Posted keep(Incoming in, Result result, UUID id, int revision, int inForce) {
            var alert = in.alert();
            var outdated = result == Result.OUTDATED;
            var now = outdated ? known.get(alert.identity()).inForce() : alert;
            known.put(alert.identity(), new Known(id, inForce, revision, now));
            kept.putIfAbsent(alert, revision);
            revisions.add(new Kept(id, alert, revision, revision, outdated, in.by()));
            changed.put(id, new Kept(id, now, inForce, revision, false, in.by()));
            if (!outdated) alarm(id, alert);
            if (result == Result.CREATED)
                warned.merge(alert.litigationCaseNumber(), alert.raisedOn(), (a, b) -> a.isAfter(b) ? a : b);
            return new Posted(result, id, revision, null, null);
        }

        private void alarm(UUID id, Alert alert) {
            var number = alert.litigationCaseNumber();
            reasons.computeIfAbsent(number, n -> new HashMap<>())
                    .put(
                            id,
                            alert.riskReasons().stream()
                                    .map(reason -> new Alerted(reason, alert.raisedOn()))
                                    .toList());
            var risk = risks.computeIfAbsent(number, n -> opened(alert));
            var touchedNow = risk.described(
                    risk.regionCode(),
                    risk.defendantCode(),
                    risk.defendantName(),
                    risk.actType() == null ? alert.actType() : risk.actType(),
                    risk.domain() == null ? alert.domain() : risk.domain(),
                    earlier(alert.raisedOn(), risk.flaggedOn()));
            risks.put(number, touchedNow);
            touched.put(number, touchedNow);
        }

        private RiskCase opened(Alert alert) {
            return cases.open(alert.litigationCaseNumber(), alert.raisedOn())
                    .described(
                            alert.regionCode(),
                            alert.defendantCode(),
                            alert.defendantName(),
                            alert.actType(),
                            alert.domain(),
                            alert.raisedOn());
        }
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }
}
