package cn.disputes.contract.codes;

/** Kind of administrative act (行政行为种类) that a case is about. */
public enum ActType implements Code {
    PENALTY("行政处罚", "administrative penalty"),
    COERCION("行政强制", "administrative coercion"),
    EXPROPRIATION("行政征收", "expropriation"),
    LICENSING("行政许可", "licensing"),
    OWNERSHIP_DETERMINATION("行政确权", "determination of ownership"),
    CONFIRMATION("行政确认", "administrative confirmation"),
    INFORMATION_DISCLOSURE("政府信息公开", "information disclosure"),
    COMPLAINT_HANDLING("举报投诉处理", "handling of a complaint"),
    INACTION("行政不作为", "failure to act"),
    AGREEMENT("行政协议", "administrative agreement"),
    COMPENSATION("行政赔偿", "state compensation"),
    OTHER("其他", "other");

    private final String zh;
    private final String en;

    ActType(String zh, String en) {
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
