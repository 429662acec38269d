package cn.disputes.stats.facts;

import cn.disputes.contract.codes.HeadAttendance;
import cn.disputes.contract.codes.RiskState;
import cn.disputes.contract.events.CaseEvent;
import cn.disputes.contract.events.LitigationEvent;
import cn.disputes.contract.events.Particulars;
import cn.disputes.contract.events.ReconsiderationEvent;
import cn.disputes.contract.events.RiskCaseEvent;
import cn.disputes.contract.events.SupervisionDocumentEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One version of a case as the facts keep it, column by column. */
final class FactRow {
    /** Every column that comes from the event itself. */
    static final List<String> COLUMNS = List.of(
            "id",
            "version",
            "known_from",
            "kind",
            "case_number",
            "region_code",
            "agency_code",
            "actor_code",
            "domain",
            "act_type",
            "court",
            "instance",
            "sub_kind",
            "status",
            "received_on",
            "accepted_on",
            "due_on",
            "concluded_on",
            "outcome",
            "outcome_ground",
            "served_on",
            "effective_on",
            "reconsideration_case_number",
            "previous_case_number",
            "hearings",
            "head_hearings",
            "principal_hearings",
            "excused_hearings",
            "co_defendants",
            "assigned_on",
            "closed_on",
            "agency_level",
            "agency_kind",
            "team",
            "claimants",
            "organisations",
            "channel",
            "procedure",
            "law_version",
            "amount_in_dispute",
            "compensated",
            "compensation_amount");

    private FactRow() {}

    static Map<String, Object> of(CaseEvent event) {
        var f = new HashMap<String, Object>();
        f.put("id", event.id());
        f.put("version", event.version());
        f.put("region_code", event.regionCode());
        f.put("hearings", 0);
        f.put("head_hearings", 0);
        f.put("principal_hearings", 0);
        f.put("excused_hearings", 0);
        f.put("co_defendants", "{}");
        if (event instanceof ReconsiderationEvent) fill(f, (ReconsiderationEvent) event);
        else if (event instanceof LitigationEvent) fill(f, (LitigationEvent) event);
        else if (event instanceof SupervisionDocumentEvent) fill(f, (SupervisionDocumentEvent) event);
        else fill(f, (RiskCaseEvent) event);
        // a column that is not named is null, too
        f.values().removeIf(Objects::isNull);
        return f;
    }

    private static void opened(
            Map<String, Object> f,
            FactKind kind,
            String number,
            Instant at,
            LocalDate on,
            String agency,
            Enum<?> domain,
            Enum<?> act) {
        f.put("kind", kind.name());
        f.put("case_number", number);
        f.put("known_from", at.atOffset(ZoneOffset.UTC));
        f.put("received_on", on);
        f.put("agency_code", agency);
        f.put("domain", name(domain));
        f.put("act_type", name(act));
    }

    private static void fill(Map<String, Object> f, ReconsiderationEvent e) {
        opened(
                f,
                FactKind.RECONSIDERATION,
                e.caseNumber(),
                e.recordedAt(),
                e.receivedOn(),
                e.respondentCode(),
                e.domain(),
                e.actType());
        f.put("status", e.status());
        f.put("accepted_on", e.acceptedOn());
        f.put("due_on", e.decideDueOn());
        f.put("concluded_on", e.concludedOn());
        f.put("outcome", name(e.outcome()));
        f.put("outcome_ground", name(e.outcomeGround()));
        f.put("served_on", e.decisionServedOn());
        f.put("procedure", e.procedure());
        f.put("law_version", e.lawVersion());
        particulars(f, e.particulars());
    }

    private static void particulars(Map<String, Object> f, Particulars p) {
        if (p == null) return;
        f.put("agency_level", p.agencyLevel());
        f.put("agency_kind", p.agencyKind());
        f.put("team", p.team());
        f.put("claimants", p.claimants());
        f.put("organisations", p.organisations());
        f.put("channel", p.channel());
        f.put("amount_in_dispute", p.amountInDispute());
        f.put("compensated", p.compensated());
        f.put("compensation_amount", p.compensationAmount());
    }

    private static void fill(Map<String, Object> f, LitigationEvent e) {
        opened(
                f,
                FactKind.LITIGATION,
                e.caseNumber(),
                e.recordedAt(),
                e.filedOn(),
                e.defendantCode(),
                e.domain(),
                e.actType());
        f.put("status", e.status());
        f.put("actor_code", e.actorCode());
        f.put("court", e.court());
        f.put("instance", e.instance().name());
        f.put("concluded_on", e.concludedOn());
        f.put("outcome", name(e.outcome()));
        f.put("outcome_ground", name(e.outcomeGround()));
        f.put("effective_on", e.effectiveOn());
        f.put("reconsideration_case_number", e.reconsiderationCaseNumber());
        f.put("previous_case_number", e.previousCaseNumber());
        f.put("co_defendants", "{" + String.join(",", e.coDefendantCodes()) + "}");
        particulars(f, e.particulars());
        f.put("hearings", e.hearings().size());
        f.put("head_hearings", (int) e.hearings().stream()
                .filter(x -> x.headAttendance().headAttended())
                .count());
        f.put("principal_hearings", (int) e.hearings().stream()
                .filter(x -> x.headAttendance() == HeadAttendance.PRINCIPAL)
                .count());
        f.put("excused_hearings", (int) e.hearings().stream()
                .filter(x -> x.headAttendance() == HeadAttendance.ABSENT_JUSTIFIED)
                .count());
    }

    private static void fill(Map<String, Object> f, SupervisionDocumentEvent e) {
        opened(
                f,
                FactKind.SUPERVISION_DOCUMENT,
                e.documentNumber(),
                e.recordedAt(),
                e.issuedOn(),
                e.issuedToCode(),
                null,
                null);
        f.put("sub_kind", name(e.kind()));
        f.put("closed_on", e.rectifiedOn());
        f.put("due_on", e.reportDueOn());
    }

    private static void fill(Map<String, Object> f, RiskCaseEvent e) {
        opened(
                f,
                FactKind.RISK_CASE,
                e.litigationCaseNumber(),
                e.recordedAt(),
                e.flaggedOn(),
                e.defendantCode(),
                e.domain(),
                e.actType());
        f.put("status", e.state().name());
        f.put("sub_kind", name(e.level()));
        f.put(
                "assigned_on",
                e.firstAssignedMonth() == null ? null : e.firstAssignedMonth().atDay(1));
        f.put("closed_on", e.state() == RiskState.RESOLVED ? e.resolvedOn() : null);
    }

    private static String name(Enum<?> code) {
        return code == null ? null : code.name();
    }
}
