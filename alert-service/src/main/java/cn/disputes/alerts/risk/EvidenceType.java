package cn.disputes.alerts.risk;

import cn.disputes.contract.codes.Code;

/** What a resolution is proved by (销号凭据): a promise alone is not enough. */
public enum EvidenceType implements Code {
    WITHDRAWAL_RULING("准许撤诉裁定", "ruling that permits the withdrawal"),
    MEDIATION_STATEMENT("调解书", "mediation statement"),
    PROOF_OF_PERFORMANCE("履行证明", "proof of performance");

    private final String zh;
    private final String en;

    EvidenceType(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }
}
