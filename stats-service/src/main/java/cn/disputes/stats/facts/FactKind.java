package cn.disputes.stats.facts;

/** What a fact is of. */
public enum FactKind {
    RECONSIDERATION,
    LITIGATION,
    SUPERVISION_DOCUMENT,
    RISK_CASE
}
