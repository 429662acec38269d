package cn.disputes.contract.codes;

/** Colour of a high-risk suit (高败诉风险等级). */
public enum RiskLevel implements Code {
    RED("红色", "red"),
    ORANGE("橙色", "orange"),
    YELLOW("黄色", "yellow");

    private final String zh;
    private final String en;

    RiskLevel(String zh, String en) {
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
