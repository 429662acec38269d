package cn.disputes.cases.worklist;

import cn.disputes.cases.casefile.Recused;
import cn.disputes.contract.security.RegionScope;

/** Where the items of a queue are kept, and which of them a caller may see there. */
enum WorkSource {
    RECONSIDERATIONS(
            "reconsiderations",
            "reconsideration",
            "status <> 'CONCLUDED' AND NOT (:caller = ANY (recused))",
            "assigned_to = :caller",
            "c.case_number, c.status, c.received_on AS since, c.assigned_to"),
    LITIGATIONS(
            "litigations",
            "litigation",
            "status NOT IN ('CONCLUDED', 'EFFECTIVE') AND NOT (:caller = ANY (recused))",
            "assigned_to = :caller",
            "c.case_number, c.status, c.filed_on AS since, c.assigned_to"),
    /** Suits that were judged and may still be appealed. */
    JUDGMENTS(
            "litigations",
            "litigation",
            "status = 'CONCLUDED' AND appeal_due_on >= :today AND NOT (:caller = ANY (recused))",
            "assigned_to = :caller",
            "c.case_number, c.status, c.filed_on AS since, c.assigned_to"),
    /** Documents are nobody's; mine are those that came from my cases. */
    SUPERVISION_DOCUMENTS(
            "supervision-documents",
            "supervision_document",
            "status <> 'RECTIFIED' AND " + Recused.fromNone(Recused.CASES_OF_DOCUMENT),
            """
            case_number IN (SELECT r.case_number FROM reconsideration r WHERE r.assigned_to = :caller
                            UNION ALL SELECT l.case_number FROM litigation l WHERE l.assigned_to = :caller)""",
            "c.document_number AS case_number, c.status, c.issued_on AS since, NULL AS assigned_to"),
    /** What somebody else has proposed is every approver's. */
    APPROVALS(
            "approvals",
            "approval",
            """
            status = 'PENDING' AND proposed_by <> :caller
            AND NOT EXISTS (SELECT 1 FROM recusal WHERE recusal.case_id = approval.case_id AND officer = :caller) AND\s"""
                    + Recused.fromNone("case_numbers"),
            "TRUE",
            "c.case_number, c.step_type AS status, (c.proposed_at AT TIME ZONE 'Asia/Shanghai')::date AS since, NULL AS assigned_to");

    /** As in the path of its calls. */
    final String path;

    final String table;
    final String mine;
    /** Of a row {@code c}: what an entry shows of it. */
    final String shown;

    private final String visible;

    WorkSource(String path, String table, String visible, String mine, String shown) {
        this.path = path;
        this.table = table;
        this.visible = visible;
        this.mine = mine;
        this.shown = shown;
    }

    String where(RegionScope scope, boolean onlyMine) {
        var where = scope.sql("region_code") + " AND " + visible;
        return onlyMine ? where + " AND " + mine : where;
    }
}
