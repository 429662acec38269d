package cn.disputes.alerts.register;

import cn.disputes.alerts.risk.Rows;
import cn.disputes.contract.codes.HeadAttendance;
import cn.disputes.contract.events.LitigationEvent;
import cn.disputes.contract.events.ReconsiderationEvent;
import cn.disputes.contract.events.SupervisionDocumentEvent;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterable;

/** The SQL of what is followed from the register; a lower version never overwrites a higher one. */
final class RegisterStore {
    private RegisterStore() {}

    /** What was news: by number, and whether it was known before in another form. */
    record Changed(List<String> all, List<String> amended) {
        private static Changed of(ResultIterable<Map.Entry<String, Boolean>> rows) {
            var entries = rows.list();
            return new Changed(
                    entries.stream().map(Map.Entry::getKey).toList(),
                    entries.stream()
                            .filter(Map.Entry::getValue)
                            .map(Map.Entry::getKey)
                            .toList());
        }
    }

    /** Stores the suits. */
    static Changed suits(Handle h, Collection<LitigationEvent> suits) {
        var rows = new Rows();
        for (var s : suits) {
            rows.next()
                    .add("case_number", s.caseNumber())
                    .add("id", s.id())
                    .add("version", s.version())
                    .add("region_code", s.regionCode())
                    .add("defendant_code", s.defendantCode())
                    .add("defendant_name", s.defendantName())
                    .add("actor_code", s.actorCode())
                    .add("court", s.court())
                    .add("instance", s.instance())
                    .add("act_type", s.actType())
                    .add("domain", s.domain())
                    .add("status", s.status())
                    .add("filed_on", s.filedOn())
                    .add("defence_due_on", s.defenceDueOn())
                    .add("defence_filed_on", s.defenceFiledOn())
                    .add("heard_on", first(s, hearing -> true))
                    .add("head_absent_on", first(s, hearing -> hearing.headAttendance() == HeadAttendance.ABSENT))
                    .add("reconsideration", s.reconsiderationCaseNumber())
                    .add("previous", s.previousCaseNumber())
                    .add("concluded_on", s.concludedOn())
                    .add("outcome", s.outcome())
                    .add("ground", s.outcomeGround())
                    .add(
                            "lost",
                            s.concludedOn() != null
                                    && s.outcome() != null
                                    && s.outcome().lost())
                    .add("recorded_at", s.recordedAt());
        }
        return Changed.of(h.createQuery(
                        """
                        INSERT INTO litigation (case_number, id, version, region_code, defendant_code, defendant_name, actor_code,
                            court, instance, act_type, domain, status, filed_on, defence_due_on, defence_filed_on, heard_on,
                            head_absent_on,
                            reconsideration_case_number, previous_case_number, concluded_on, outcome, outcome_ground, lost,
                            recorded_at)
                        SELECT case_number, id, version, region_code, defendant_code, defendant_name, actor_code, court, instance, act_type,
                            domain, status, filed_on, defence_due_on, defence_filed_on, heard_on,
                            head_absent_on, reconsideration, previous,
                            concluded_on, outcome, ground, lost, recorded_at
                        FROM json_to_recordset(CAST(:rows AS json)) AS t (case_number text, id uuid, version bigint,
                            region_code text, defendant_code text, defendant_name text, actor_code text, court text,
                            instance text, act_type text, domain text, status text, filed_on date, defence_due_on date,
                            defence_filed_on date, heard_on date, head_absent_on date, reconsideration text, previous text, concluded_on date,
                            outcome text, ground text, lost boolean, recorded_at timestamptz)
                        ON CONFLICT (case_number) DO UPDATE SET version = excluded.version, region_code = excluded.region_code,
                            defendant_code = excluded.defendant_code, defendant_name = excluded.defendant_name,
                            actor_code = excluded.actor_code, court = excluded.court, instance = excluded.instance,
                            act_type = excluded.act_type, domain = excluded.domain, status = excluded.status,
                            filed_on = excluded.filed_on, defence_due_on = excluded.defence_due_on,
                            defence_filed_on = excluded.defence_filed_on, heard_on = excluded.heard_on,
                            head_absent_on = excluded.head_absent_on,
                            reconsideration_case_number = excluded.reconsideration_case_number,
                            previous_case_number = excluded.previous_case_number, concluded_on = excluded.concluded_on,
                            outcome = excluded.outcome, outcome_ground = excluded.outcome_ground, lost = excluded.lost,
                            recorded_at = excluded.recorded_at
                        WHERE litigation.version < excluded.version
                           OR litigation.version = excluded.version AND litigation.recorded_at IS NULL
                        RETURNING case_number, xmax <> 0 AS amended""")
                .bind("rows", rows.toString())
                .map((row, ctx) -> Map.entry(row.getString("case_number"), row.getBoolean("amended"))));
    }

    /** The appeals against these suits' judgments that were dismissed, each with the suit it is about. */
    static Map<String, String> dismissedAppeals(Handle h, Collection<String> caseNumbers) {
        var appeals = new TreeMap<String, String>();
        if (caseNumbers.isEmpty()) return appeals;
        h.createQuery(
                        """
                        SELECT case_number, previous_case_number FROM litigation
                        WHERE previous_case_number = ANY (CAST(:numbers AS text[])) AND outcome = 'APPEAL_DISMISSED'""")
                .bindArray("numbers", String.class, List.copyOf(caseNumbers))
                .map((row, ctx) -> Map.entry(row.getString("case_number"), row.getString("previous_case_number")))
                .forEach(appeal -> appeals.put(appeal.getKey(), appeal.getValue()));
        return appeals;
    }

    private static LocalDate first(LitigationEvent suit, Predicate<LitigationEvent.Hearing> which) {
        if (suit.hearings() == null) return null;
        return suit.hearings().stream()
                .filter(which)
                .map(LitigationEvent.Hearing::on)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Stores the reconsiderations. */
    static Changed reconsiderations(Handle h, Collection<ReconsiderationEvent> reconsiderations) {
        var rows = new Rows();
        for (var r : reconsiderations) {
            rows.next()
                    .add("id", r.id())
                    .add("version", r.version())
                    .add("case_number", r.caseNumber())
                    .add("respondent_code", r.respondentCode())
                    .add("act_type", r.actType())
                    .add("domain", r.domain())
                    .add("concluded_on", r.concludedOn())
                    .add("outcome", r.outcome())
                    .add(
                            "corrected",
                            r.concludedOn() != null
                                    && r.outcome() != null
                                    && r.outcome().directlyCorrected());
        }
        return Changed.of(h.createQuery(
                        """
                        INSERT INTO reconsideration (id, version, case_number, respondent_code, act_type, domain, concluded_on,
                            outcome, corrected)
                        SELECT * FROM json_to_recordset(CAST(:rows AS json)) AS t (id uuid, version bigint, case_number text,
                            respondent_code text, act_type text, domain text, concluded_on date, outcome text, corrected boolean)
                        ON CONFLICT (id) DO UPDATE SET version = excluded.version, case_number = excluded.case_number,
                            respondent_code = excluded.respondent_code, act_type = excluded.act_type,
                            domain = excluded.domain, concluded_on = excluded.concluded_on, outcome = excluded.outcome,
                            corrected = excluded.corrected
                        WHERE reconsideration.version < excluded.version
                        RETURNING case_number, xmax <> 0 AS amended""")
                .bind("rows", rows.toString())
                .map((row, ctx) -> Map.entry(row.getString("case_number"), row.getBoolean("amended"))));
    }

    /** Stores the opinions (复议意见书) and returns the numbers of the cases they came from. */
    static List<String> opinions(Handle h, Collection<SupervisionDocumentEvent> documents) {
        var rows = new Rows();
        for (var d : documents) {
            rows.next()
                    .add("id", d.id())
                    .add("version", d.version())
                    .add("document_number", d.documentNumber())
                    .add("case_number", d.caseNumber())
                    .add("issued_on", d.issuedOn());
        }
        return h.createQuery(
                        """
                        INSERT INTO opinion_document (id, version, document_number, case_number, issued_on)
                        SELECT * FROM json_to_recordset(CAST(:rows AS json)) AS t (id uuid, version bigint, document_number text,
                            case_number text, issued_on date)
                        ON CONFLICT (id) DO UPDATE SET version = excluded.version,
                            document_number = excluded.document_number, case_number = excluded.case_number,
                            issued_on = excluded.issued_on
                        WHERE opinion_document.version < excluded.version RETURNING coalesce(case_number, '')""")
                .bind("rows", rows.toString())
                .mapTo(String.class)
                .filter(number -> !number.isEmpty())
                .list();
    }

    /** Stores the names of agencies and returns the codes of those that were news. */
    static List<String> agencies(Handle h, Map<String, String> names) {
        var rows = new Rows();
        new TreeMap<>(names)
                .forEach((code, name) -> rows.next().add("code", code).add("name", name));
        return h.createQuery(
                        """
                        INSERT INTO agency_name (code, name)
                        SELECT * FROM json_to_recordset(CAST(:rows AS json)) AS t (code text, name text)
                        ON CONFLICT (code) DO UPDATE SET name = excluded.name WHERE agency_name.name <> excluded.name
                        RETURNING code""")
                .bind("rows", rows.toString())
                .mapTo(String.class)
                .list();
    }
}
