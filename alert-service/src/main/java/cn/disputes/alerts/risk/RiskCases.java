package cn.disputes.alerts.risk;

import cn.disputes.contract.codes.RiskState;
import cn.disputes.contract.events.EventJson;
import cn.disputes.conventions.Ids;
import cn.disputes.conventions.feed.Outbox;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The SQL of risk cases; whatever is stored is announced in the same transaction. */
@ApplicationScoped
public class RiskCases {
    private final Outbox outbox;
    private final Clock clock;

    RiskCases(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Held until the transaction ends: one suit has one risk case, whoever speaks of it first. */
    public void claim(Handle h, String litigationCaseNumber) {
        h.createQuery("SELECT pg_advisory_xact_lock(hashtextextended(:number, 3))::text")
                .bind("number", litigationCaseNumber)
                .mapTo(String.class)
                .one();
    }

    public Optional<RiskCase> lockByNumber(Handle h, String litigationCaseNumber) {
        return h.createQuery("SELECT * FROM risk_case WHERE litigation_case_number = :number FOR UPDATE")
                .bind("number", litigationCaseNumber)
                .map(RiskCase::map)
                .findOne();
    }

    public Optional<RiskCase> find(Handle h, UUID id, boolean lock) {
        return h.createQuery("SELECT * FROM risk_case WHERE id = :id" + (lock ? " FOR UPDATE" : ""))
                .bind("id", id)
                .map(RiskCase::map)
                .findOne();
    }

    public RiskCase open(String number, LocalDate flaggedOn) {
        return new RiskCase(
                Ids.next(),
                number,
                "",
                "",
                "",
                null,
                null,
                null,
                0,
                List.of(),
                RiskState.FLAGGED,
                null,
                List.of(),
                flaggedOn,
                null,
                null,
                false,
                0,
                clock.instant());
    }

    /** Stores the next version and announces it. */
    public RiskCase save(Handle h, RiskCase changed) {
        var c = changed.next(clock.instant());
        h.createUpdate(
                        """
                        INSERT INTO risk_case (id, litigation_case_number, region_code, defendant_code, defendant_name,
                            act_type, domain, level, score, factors, state, leader_id, months, flagged_on, due_on, closed_on,
                            closed_by_register, version, recorded_at)
                        VALUES (:id, :number, :region, :defendantCode, :defendantName, :actType, :domain, :level, :score,
                            CAST(:factors AS jsonb), :state, :leader, CAST(:months AS text[]), :flaggedOn, :dueOn, :closedOn,
                            :byRegister, :version, :at)
                        ON CONFLICT (id) DO UPDATE SET region_code = excluded.region_code,
                            defendant_code = excluded.defendant_code, defendant_name = excluded.defendant_name,
                            act_type = excluded.act_type, domain = excluded.domain, level = excluded.level,
                            score = excluded.score, factors = excluded.factors, state = excluded.state,
                            leader_id = excluded.leader_id, months = excluded.months, flagged_on = excluded.flagged_on,
                            due_on = excluded.due_on, closed_on = excluded.closed_on,
                            closed_by_register = excluded.closed_by_register, version = excluded.version,
                            recorded_at = excluded.recorded_at""")
                .bind("id", c.id())
                .bind("number", c.litigationCaseNumber())
                .bind("region", c.regionCode())
                .bind("defendantCode", c.defendantCode())
                .bind("defendantName", c.defendantName())
                .bind("actType", c.actType() == null ? null : c.actType().name())
                .bind("domain", c.domain() == null ? null : c.domain().name())
                .bind("level", c.level().name())
                .bind("score", c.score())
                .bind("factors", json(c.factors()))
                .bind("state", c.state().name())
                .bind("leader", c.leader())
                .bind(
                        "months",
                        "{"
                                + String.join(
                                        ",",
                                        c.months().stream().map(String::valueOf).toList()) + "}")
                .bind("flaggedOn", c.flaggedOn())
                .bind("dueOn", c.dueOn())
                .bind("closedOn", c.closedOn())
                .bind("byRegister", c.closedByRegister())
                .bind("version", c.version())
                .bind("at", c.recordedAt().atOffset(ZoneOffset.UTC))
                .execute();
        outbox.append(h, c.event());
        return c;
    }

    public RiskRules rules(Handle h) {
        var body = h.createQuery("SELECT body::text FROM risk_rules ORDER BY version DESC LIMIT 1")
                .mapTo(String.class)
                .one();
        try {
            return EventJson.MAPPER.readValue(body, RiskRules.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("risk rules unreadable", e);
        }
    }

    public static String json(Object value) {
        try {
            return EventJson.MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not writable as JSON", e);
        }
    }
}
