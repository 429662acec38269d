package cn.disputes.contract.codes;

/** Kind of supervision document (监督文书). */
public enum SupervisionKind implements Code {
    OPINION("行政复议意见书", "reconsideration opinion"),
    ADVICE("行政复议建议书", "reconsideration advice"),
    ENFORCEMENT_SUPERVISION("行政执法监督书", "enforcement supervision notice");

    private final String zh;
    private final String en;

    SupervisionKind(String zh, String en) {
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
