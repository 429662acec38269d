package cn.disputes.cases.audit;

/** What the audit trail (审计记录) speaks of. */
public enum AuditAction {
    /** Names, ids, phones or addresses were shown unmasked. */
    READ_PERSONAL,
    REGISTERED,
    STEP_RECORDED,
    ASSIGNED,
    /** An officer keeps away from a case (回避). */
    RECUSED,
    /** The officer may see the case and act in it again. */
    RECUSAL_LIFTED,
    PROPOSED,
    PROPOSAL_WITHDRAWN,
    APPROVAL_DECIDED,
    DOCUMENT_MADE,
    DOCUMENT_READ,
    IMPORTED,
    EXPORTED,
    PARTIES_CORRECTED,
    HOLD_CHANGED,
    /** The term of keeping ended: what was personal is gone. */
    ANONYMISED,
    REFERENCE_DATA_CHANGED
}
