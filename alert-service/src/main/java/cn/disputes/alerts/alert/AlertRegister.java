package cn.disputes.alerts.alert;

import cn.disputes.alerts.register.KnownSuit;
import cn.disputes.alerts.register.SuitFollower;
import cn.disputes.alerts.risk.RiskCase;
import cn.disputes.alerts.risk.RiskCases;
import cn.disputes.alerts.risk.RiskReason;
import cn.disputes.contract.codes.ActType;
import cn.disputes.contract.codes.CourtCaseNumber;
import cn.disputes.contract.codes.Domain;
import cn.disputes.contract.events.EventJson;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.Caller;
import cn.disputes.conventions.Ids;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Takes alerts: each once by source and id, a changed one as a revision, every one into its suit's risk case. */
@ApplicationScoped
class AlertRegister {
    enum Result {
        CREATED,
        UNCHANGED,
        REVISED
    }

    record Posted(Result result, UUID alertId, int revision, RiskCase riskCase) {}

    private record Known(UUID id, int revision, JsonNode body, UUID riskCaseId, String litigation) {}

    private final RiskCases cases;
    private final Clock clock;

    AlertRegister(RiskCases cases, Clock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    Posted post(Handle h, Alert given, Caller caller) {
        caller.requireRegion(given.regionCode());
        var number = CourtCaseNumber.parse(given.litigationCaseNumber())
                .orElseThrow(() -> ProblemException.invalid(
                        "litigationCaseNumber",
                        "不符合人民法院行政案件案号规则，例如 (2022)浙0702行初12号",
                        "Not a court's number of an administrative case, such as (2022)浙0702行初12号"));
        if (given.raisedOn().isAfter(LocalDate.now(clock))) {
            throw ProblemException.invalid("raisedOn", "不能晚于今天", "Must not be in the future");
        }
        var alert = given.numbered(number);
        cases.claim(h, alert.source() + '\n' + alert.sourceAlertId());
        var known = find(h, alert);
        var body = (JsonNode) EventJson.MAPPER.valueToTree(alert);
        if (known.isPresent() && same(known.get().body(), body)) {
            return new Posted(
                    Result.UNCHANGED,
                    known.get().id(),
                    known.get().revision(),
                    cases.find(h, known.get().riskCaseId(), false).orElseThrow());
        }
        if (known.isPresent() && !known.get().litigation().equals(number)) {
            throw ProblemException.invalid(
                    "litigationCaseNumber",
                    "修订不能改变所指的案件，请另发预警",
                    "A revision cannot point to another suit; raise another alert");
        }
        var id = known.map(Known::id).orElseGet(Ids::next);
        var revision = known.map(k -> k.revision() + 1).orElse(1);
        cases.claim(h, number);
        var risk = cases.lockByNumber(h, number).orElseGet(() -> opened(h, alert));
        store(h, id, revision, alert, body, risk.id(), caller);
        return new Posted(known.isPresent() ? Result.REVISED : Result.CREATED, id, revision, assess(h, risk, alert));
    }

    private RiskCase opened(Handle h, Alert alert) {
        var opened = cases.open(alert.litigationCaseNumber(), alert.raisedOn());
        var described = opened.described(
                alert.regionCode(),
                alert.defendantCode(),
                alert.defendantName(),
                alert.actType(),
                alert.domain(),
                alert.raisedOn());
        var scored = described.scored(
                cases.rules(h).score(EnumSet.copyOf(alert.riskReasons()), alert.domain(), alert.actType()));
        return cases.save(h, scored);
    }

    /** Scores the case from all alerts in force and what the register knows; nothing changes, nothing is stored. */
    private RiskCase assess(Handle h, RiskCase risk, Alert alert) {
        var suit = KnownSuit.find(h, risk.litigationCaseNumber());
        var reasons = EnumSet.noneOf(RiskReason.class);
        h.createQuery(
                        "SELECT DISTINCT jsonb_array_elements_text(body -> 'riskReasons') FROM alert WHERE risk_case_id = :id")
                .bind("id", risk.id())
                .mapTo(String.class)
                .forEach(reason -> reasons.add(RiskReason.valueOf(reason)));
        var flagged = alert.raisedOn().isBefore(risk.flaggedOn()) ? alert.raisedOn() : risk.flaggedOn();
        Domain domain = suit.map(KnownSuit::domain).orElse(risk.domain() == null ? alert.domain() : risk.domain());
        ActType act = suit.map(KnownSuit::actType).orElse(risk.actType() == null ? alert.actType() : risk.actType());
        var described = risk.described(
                suit.map(KnownSuit::regionCode).orElse(risk.regionCode()),
                suit.map(KnownSuit::defendantCode).orElse(risk.defendantCode()),
                suit.map(KnownSuit::defendantName).orElse(risk.defendantName()),
                act,
                domain,
                flagged);
        var scored = described.scored(cases.rules(h).score(reasons, domain, act));
        var settled = suit.map(known -> SuitFollower.settle(scored, known)).orElse(scored);
        return settled.equals(risk) ? risk : cases.save(h, settled);
    }

    private static Optional<Known> find(Handle h, Alert alert) {
        return h.createQuery("SELECT id, revision, body::text AS body, risk_case_id, litigation_case_number FROM alert"
                        + " WHERE source = :source AND source_alert_id = :id")
                .bind("source", alert.source())
                .bind("id", alert.sourceAlertId())
                .map((row, ctx) -> new Known(
                        row.getObject("id", UUID.class),
                        row.getInt("revision"),
                        tree(row.getString("body")),
                        row.getObject("risk_case_id", UUID.class),
                        row.getString("litigation_case_number")))
                .findOne();
    }

    private static boolean same(JsonNode stored, JsonNode posted) {
        return stored.equals(tree(posted.toString()));
    }

    private static JsonNode tree(String json) {
        try {
            return EventJson.MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("alert unreadable", e);
        }
    }

    private void store(Handle h, UUID id, int revision, Alert alert, JsonNode body, UUID riskCase, Caller caller) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        h.createUpdate(
                        """
                        INSERT INTO alert (id, source, source_alert_id, revision, body, litigation_case_number, region_code,
                            raised_on, posted_by, risk_case_id, recorded_at)
                        VALUES (:id, :source, :sourceId, :revision, CAST(:body AS jsonb), :number, :region, :raisedOn, :by,
                            :riskCase, :now)
                        ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, body = excluded.body,
                            region_code = excluded.region_code, raised_on = excluded.raised_on, recorded_at = excluded.recorded_at""")
                .bind("id", id)
                .bind("source", alert.source())
                .bind("sourceId", alert.sourceAlertId())
                .bind("revision", revision)
                .bind("body", body.toString())
                .bind("number", alert.litigationCaseNumber())
                .bind("region", alert.regionCode())
                .bind("raisedOn", alert.raisedOn())
                .bind("by", caller.subject())
                .bind("riskCase", riskCase)
                .bind("now", now)
                .execute();
        h.execute(
                "INSERT INTO alert_revision (alert_id, revision, body, recorded_at) VALUES (?, ?, CAST(? AS jsonb), ?)",
                id,
                revision,
                body.toString(),
                now);
    }
}
