package cn.disputes.alerts.risk;

import cn.disputes.contract.codes.RiskState;
import cn.disputes.contract.events.EventJson;
import cn.disputes.conventions.Ids;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The SQL of risk cases; whatever is stored is announced in the same transaction. */
@ApplicationScoped
public class RiskCases {
    /** Few enough that a transaction may hold them all, many enough that two suits seldom meet in one. */
    private static final int LOCKS = 1024;

    private final Clock clock;

    RiskCases(Clock clock) {
        this.clock = clock;
    }

    /** Held until the transaction ends: one suit has one risk case, whoever speaks of it first. */
    public void claim(Handle h, String litigationCaseNumber) {
        claim(h, List.of(litigationCaseNumber));
    }

    /**
     * The same for many. Taken in one order and before any row is locked, so that no two transactions can wait for each
     * other: call it once in a transaction, with everything.
     */
    public void claim(Handle h, Collection<String> keys) {
        h.createQuery(
                        """
                        WITH rules AS MATERIALIZED (SELECT pg_advisory_xact_lock_shared(:rules)::text AS held)
                        SELECT count(pg_advisory_xact_lock(3, bucket)::text) FROM rules, (
                            SELECT DISTINCT hashtext(key) & :locks AS bucket
                            FROM json_array_elements_text(CAST(:keys AS json)) key
                            ORDER BY 1) buckets
                        WHERE held IS NOT NULL""")
                .bind("rules", RulesInForce.LOCK)
                .bind("locks", LOCKS - 1)
                .bind("keys", json(keys))
                .mapTo(Long.class)
                .one();
    }

    public Optional<RiskCase> lockByNumber(Handle h, String litigationCaseNumber) {
        return Optional.ofNullable(
                lockByNumbers(h, List.of(litigationCaseNumber)).get(litigationCaseNumber));
    }

    /** Those that exist, by number; locked in the order of their ids, as the monthly round locks them. */
    public Map<String, RiskCase> lockByNumbers(Handle h, Collection<String> numbers) {
        var found = new LinkedHashMap<String, RiskCase>();
        h.createQuery(
                        """
                        SELECT * FROM risk_case WHERE litigation_case_number = ANY (CAST(:numbers AS text[]))
                        ORDER BY id FOR NO KEY UPDATE""")
                .bindArray("numbers", String.class, List.copyOf(numbers))
                .map(RiskCase::map)
                .forEach(risk -> found.put(risk.litigationCaseNumber(), risk));
        return found;
    }

    /** @param lock until the transaction ends; others may still refer to the case meanwhile */
    public Optional<RiskCase> find(Handle h, UUID id, boolean lock) {
        return h.createQuery("SELECT * FROM risk_case WHERE id = :id" + (lock ? " FOR NO KEY UPDATE" : ""))
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
        return saveAll(h, List.of(changed)).get(0);
    }

    /** The next versions of many, and what is announced of each. */
    public List<RiskCase> saveAll(Handle h, Collection<RiskCase> changed) {
        var writing = new Writing();
        var next = saveAll(writing, changed);
        writing.execute(h);
        return next;
    }

    /** The same, together with whatever else is written. */
    public List<RiskCase> saveAll(Writing writing, Collection<RiskCase> changed) {
        if (changed.isEmpty()) return List.of();
        var now = clock.instant();
        var next = changed.stream().map(c -> c.next(now)).toList();
        var rows = new Rows();
        for (var c : next) {
            var event = c.event();
            rows.next()
                    .add("id", c.id())
                    .add("litigation_case_number", c.litigationCaseNumber())
                    .add("region_code", c.regionCode())
                    .add("defendant_code", c.defendantCode())
                    .add("defendant_name", c.defendantName())
                    .add("act_type", c.actType())
                    .add("domain", c.domain())
                    .add("level", c.level())
                    .add("score", c.score())
                    .json("factors", c.factors())
                    .add("state", c.state())
                    .add("leader_id", c.leader())
                    .add(
                            "months",
                            "{"
                                    + String.join(
                                            ",",
                                            c.months().stream()
                                                    .map(String::valueOf)
                                                    .toList()) + "}")
                    .add("flagged_on", c.flaggedOn())
                    .add("due_on", c.dueOn())
                    .add("closed_on", c.closedOn())
                    .add("closed_by_register", c.closedByRegister())
                    .add("version", c.version())
                    .add("event_id", Ids.next())
                    .add("event_type", event.type().wireName())
                    .json("payload", event);
        }
        writing.add("cases", SAVE, rows).at(now.atOffset(ZoneOffset.UTC));
        return next;
    }

    private static final String SAVE =
            """
            WITH given AS MATERIALIZED (
                SELECT * FROM json_to_recordset(CAST(:cases AS json)) AS t (n int, id uuid, litigation_case_number text,
                    region_code text, defendant_code text, defendant_name text, act_type text, domain text, level text, score int,
                    factors jsonb, state text, leader_id text, months text, flagged_on date, due_on date, closed_on date,
                    closed_by_register boolean, version bigint, event_id uuid, event_type text, payload jsonb)),
            saved AS (
                INSERT INTO risk_case (id, litigation_case_number, region_code, defendant_code, defendant_name, act_type, domain,
                    level, score, factors, state, leader_id, months, flagged_on, due_on, closed_on, closed_by_register, version,
                    recorded_at)
                SELECT id, litigation_case_number, region_code, defendant_code, defendant_name, act_type, domain, level, score,
                    factors, state, leader_id, CAST(months AS text[]), flagged_on, due_on, closed_on, closed_by_register, version,
                    CAST(:now AS timestamptz)
                FROM given
                ON CONFLICT (id) DO UPDATE SET region_code = excluded.region_code,
                    defendant_code = excluded.defendant_code, defendant_name = excluded.defendant_name,
                    act_type = excluded.act_type, domain = excluded.domain, level = excluded.level,
                    score = excluded.score, factors = excluded.factors, state = excluded.state,
                    leader_id = excluded.leader_id, months = excluded.months, flagged_on = excluded.flagged_on,
                    due_on = excluded.due_on, closed_on = excluded.closed_on,
                    closed_by_register = excluded.closed_by_register, version = excluded.version,
                    recorded_at = excluded.recorded_at)
            INSERT INTO outbox (id, aggregatetype, aggregateid, type, region_code, payload, recorded_at)
            SELECT event_id, 'risk-case', id, event_type, region_code, payload, CAST(:now AS timestamptz) FROM given ORDER BY n""";

    public static String json(Object value) {
        try {
            return EventJson.MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not writable as JSON", e);
        }
    }
}
