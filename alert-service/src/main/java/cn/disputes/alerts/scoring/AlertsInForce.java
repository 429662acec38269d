package cn.disputes.alerts.scoring;

import cn.disputes.alerts.risk.RiskReason;
import cn.disputes.alerts.risk.SuitFacts.Alerted;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What courts say of suits: by the revisions in force, or as it could be known on the day it was said. */
public final class AlertsInForce {
    private AlertsInForce() {}

    /** By suit and alert, the reasons of the revision in force since the day it was raised. */
    public static Map<String, Map<UUID, List<Alerted>>> now(Handle h, Collection<String> caseNumbers) {
        record Row(String number, UUID alert, Alerted alerted) {}
        var found = new HashMap<String, Map<UUID, List<Alerted>>>();
        h.createQuery(
                        """
                        SELECT litigation_case_number, id, raised_on, jsonb_array_elements_text(body -> 'riskReasons') AS reason
                        FROM alert WHERE litigation_case_number = ANY (CAST(:numbers AS text[]))""")
                .bindArray("numbers", String.class, List.copyOf(caseNumbers))
                .map((row, ctx) -> new Row(
                        row.getString("litigation_case_number"),
                        row.getObject("id", UUID.class),
                        new Alerted(
                                RiskReason.valueOf(row.getString("reason")),
                                row.getObject("raised_on", LocalDate.class))))
                .forEach(row -> found.computeIfAbsent(row.number(), n -> new HashMap<>())
                        .computeIfAbsent(row.alert(), a -> new ArrayList<>())
                        .add(row.alerted()));
        return found;
    }

    /** Every reason in force of one suit, each once. */
    public static List<Alerted> all(Map<String, Map<UUID, List<Alerted>>> inForce, String caseNumber) {
        return inForce.getOrDefault(caseNumber, Map.of()).values().stream()
                .flatMap(List::stream)
                .distinct()
                .sorted(Comparator.comparing(Alerted::reason).thenComparing(Alerted::since))
                .toList();
    }

    /**
     * By suit, every reason any revision ever gave. The first revision counts from the day it was raised, whenever it was
     * recorded; a later one from the day its source observed it, or else from the day it was recorded here: what was
     * added after a judgment must not be taken for something known before.
     */
    public static Map<String, List<Alerted>> asKnownThen(Handle h, Collection<String> caseNumbers) {
        record Row(String number, Alerted alerted) {}
        var found = new HashMap<String, List<Alerted>>();
        h.createQuery(
                        """
                        SELECT a.litigation_case_number, reason, min(coalesce(
                                   CAST(CAST(r.body ->> 'observedAt' AS timestamptz) AT TIME ZONE 'Asia/Shanghai' AS date),
                                   CASE WHEN r.revision = 1 THEN CAST(r.body ->> 'raisedOn' AS date)
                                        ELSE greatest(CAST(r.body ->> 'raisedOn' AS date),
                                                      CAST(r.recorded_at AT TIME ZONE 'Asia/Shanghai' AS date)) END)) AS since
                        FROM alert a JOIN alert_revision r ON r.alert_id = a.id
                        CROSS JOIN LATERAL jsonb_array_elements_text(r.body -> 'riskReasons') reason
                        WHERE a.litigation_case_number = ANY (CAST(:numbers AS text[])) GROUP BY 1, 2""")
                .bindArray("numbers", String.class, List.copyOf(caseNumbers))
                .map((row, ctx) -> new Row(
                        row.getString("litigation_case_number"),
                        new Alerted(
                                RiskReason.valueOf(row.getString("reason")), row.getObject("since", LocalDate.class))))
                .forEach(row -> found.computeIfAbsent(row.number(), n -> new ArrayList<>())
                        .add(row.alerted()));
        return found;
    }
}
