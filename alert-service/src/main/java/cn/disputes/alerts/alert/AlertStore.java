package cn.disputes.alerts.alert;

import cn.disputes.alerts.alert.Alert.Identity;
import cn.disputes.alerts.risk.RiskCase;
import cn.disputes.alerts.risk.Rows;
import cn.disputes.alerts.risk.Writing;
import cn.disputes.contract.events.EventJson;
import cn.disputes.contract.security.RegionScope;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The SQL of alerts: the revision in force of each, and all there ever were. */
@ApplicationScoped
class AlertStore {
    /** What a court sees: what it posted itself, what its own name is the source of, and what it may speak for. */
    static final String OWN =
            """
            (CAST(:own AS text) IS NULL OR posted_by = :own OR source = :own
             OR source IN (SELECT s.id FROM alert_source s WHERE :own = ANY (s.speakers)))""";

    /**
     * Whose region it is: the one the court says, and the one its suit's case has by now, which the register may have put
     * right. Of an alert {@code a}.
     */
    static String within(RegionScope scope) {
        return "(%s OR EXISTS (SELECT FROM risk_case c WHERE c.id = a.risk_case_id AND %s))"
                .formatted(scope.sql("a.region_code"), scope.sql("c.region_code"));
    }

    /** An alert as it is in force; {@code revisions}: how many there are, outdated ones included. */
    record Known(UUID id, int revision, int revisions, Alert inForce) {}

    /** A version of an alert to be stored; {@code by}: who posted it. */
    record Kept(UUID id, Alert alert, int revision, int revisions, boolean outdated, String by) {}

    private final Clock clock;

    AlertStore(Clock clock) {
        this.clock = clock;
    }

    /**
     * What there is already when alerts come.
     *
     * @param risks the cases of their suits, locked
     * @param regions of those of their suits that the register knows
     */
    record Present(
            Map<Identity, Known> known, Map<String, RiskCase> risks, Map<String, String> regions, int rulesVersion) {}

    /**
     * All of it in one round trip. The cases are locked in the order of their ids, as the monthly round locks them; the
     * suits must have been claimed, so that nobody writes what was just read.
     */
    Present present(Handle h, Collection<Alert> alerts) {
        var rows = new Rows();
        for (var alert : alerts) rows.next().add("source", alert.source()).add("id", alert.sourceAlertId());
        var known = new HashMap<Identity, Known>();
        var risks = new LinkedHashMap<String, RiskCase>();
        var regions = new HashMap<String, String>();
        var rules = h.createQuery(PRESENT)
                .bind("alerts", rows.toString())
                .bindArray(
                        "numbers",
                        String.class,
                        alerts.stream()
                                .map(Alert::litigationCaseNumber)
                                .distinct()
                                .toList())
                .reduceResultSet(0, (version, row, ctx) -> {
                    switch (row.getString("what")) {
                        case "ALERT" -> {
                            var alert = read(row.getString("body"));
                            known.put(
                                    alert.identity(),
                                    new Known(
                                            row.getObject("alert_id", UUID.class),
                                            row.getInt("revision"),
                                            row.getInt("revisions"),
                                            alert));
                        }
                        case "RISK" -> {
                            var risk = RiskCase.map(row, ctx);
                            risks.put(risk.litigationCaseNumber(), risk);
                        }
                        case "SUIT" -> regions.put(row.getString("suit"), row.getString("region"));
                        default -> version = row.getInt("revision");
                    }
                    return version;
                });
        return new Present(known, risks, regions, rules);
    }

    private static final String PRESENT =
            """
            WITH risk AS MATERIALIZED (
                SELECT * FROM risk_case WHERE litigation_case_number = ANY (CAST(:numbers AS text[]))
                ORDER BY id FOR UPDATE)
            SELECT 'RULES' AS what, CAST(NULL AS uuid) AS alert_id, max(version) AS revision, 0 AS revisions,
                   CAST(NULL AS text) AS body, CAST(NULL AS text) AS suit, CAST(NULL AS text) AS region,
                   (CAST(NULL AS risk_case)).*
            FROM risk_rules
            UNION ALL
            SELECT 'ALERT', a.id, a.revision, a.revisions, a.body::text, NULL, NULL, (CAST(NULL AS risk_case)).*
            FROM json_to_recordset(CAST(:alerts AS json)) AS g (source text, id text)
            CROSS JOIN LATERAL (SELECT * FROM alert a WHERE a.source = g.source AND a.source_alert_id = g.id LIMIT 1) a
            UNION ALL
            SELECT 'SUIT', NULL, NULL, NULL, NULL, case_number, region_code, (CAST(NULL AS risk_case)).*
            FROM litigation WHERE case_number = ANY (CAST(:numbers AS text[]))
            UNION ALL
            SELECT 'RISK', NULL, NULL, NULL, NULL, NULL, NULL, risk.* FROM risk""";

    /**
     * Of alerts that are there already, those of which a kept revision says exactly the same, with its number. One that is
     * newer than the version in force cannot be among them: it is not asked for.
     */
    Map<Alert, Integer> kept(Handle h, Collection<Alert> alerts, Map<Identity, Known> known) {
        var kept = new HashMap<Alert, Integer>();
        var asked = new ArrayList<Alert>();
        var rows = new Rows();
        for (var alert : alerts) {
            var before = known.get(alert.identity());
            if (before == null || AlertRules.older(before.inForce(), alert)) continue;
            if (before.inForce().equals(alert)) {
                kept.put(alert, before.revision());
                continue;
            }
            asked.add(alert);
            rows.next().add("id", before.id()).json("body", alert);
        }
        if (asked.isEmpty()) return kept;
        h.createQuery(
                        """
                        SELECT g.n, min(r.revision) AS revision
                        FROM json_to_recordset(CAST(:rows AS json)) AS g (n int, id uuid, body jsonb)
                        JOIN alert_revision r ON r.alert_id = g.id AND r.body = g.body GROUP BY g.n""")
                .bind("rows", rows.toString())
                .map((row, ctx) -> Map.entry(asked.get(row.getInt("n") - 1), row.getInt("revision")))
                .forEach(found -> kept.put(found.getKey(), found.getValue()));
        return kept;
    }

    /** Stores the alerts in force and the revisions that came. */
    void save(Writing writing, Collection<Kept> changed, Collection<Kept> revisions, Map<String, RiskCase> risks) {
        if (changed.isEmpty()) return;
        var rows = new Rows();
        for (var kept : changed) {
            var alert = kept.alert();
            rows.next()
                    .add("id", kept.id())
                    .add("source", alert.source())
                    .add("source_alert_id", alert.sourceAlertId())
                    .add("revision", kept.revision())
                    .add("revisions", kept.revisions())
                    .json("body", alert)
                    .add("number", alert.litigationCaseNumber())
                    .add("region", alert.regionCode())
                    .add("raised_on", alert.raisedOn())
                    .add("risk_case", risks.get(alert.litigationCaseNumber()).id())
                    .add("posted_by", kept.by());
        }
        var versions = new Rows();
        for (var kept : revisions) {
            versions.next()
                    .add("id", kept.id())
                    .add("revision", kept.revision())
                    .json("body", kept.alert())
                    .add("outdated", kept.outdated());
        }
        writing.add("alerts", SAVE, rows)
                .add("revisions", SAVE_REVISIONS, versions)
                .at(clock.instant().atOffset(ZoneOffset.UTC));
    }

    private static final String SAVE =
            """
            INSERT INTO alert (id, source, source_alert_id, revision, revisions, body, litigation_case_number, region_code,
                raised_on, posted_by, risk_case_id, recorded_at)
            SELECT id, source, source_alert_id, revision, revisions, body, number, region, raised_on, posted_by, risk_case,
                CAST(:now AS timestamptz)
            FROM json_to_recordset(CAST(:alerts AS json)) AS t (id uuid, source text, source_alert_id text, revision int,
                revisions int, body jsonb, number text, region text, raised_on date, risk_case uuid, posted_by text)
            ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, revisions = excluded.revisions,
                body = excluded.body, region_code = excluded.region_code, raised_on = excluded.raised_on,
                recorded_at = excluded.recorded_at""";

    private static final String SAVE_REVISIONS =
            """
            INSERT INTO alert_revision (alert_id, revision, body, outdated, recorded_at)
            SELECT id, revision, body, outdated, CAST(:now AS timestamptz)
            FROM json_to_recordset(CAST(:revisions AS json)) AS t (id uuid, revision int, body jsonb, outdated boolean)""";

    static Alert read(String body) {
        try {
            return EventJson.MAPPER.readValue(body, Alert.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("alert unreadable", e);
        }
    }
}
