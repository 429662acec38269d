package cn.disputes.contract.codes;

/** Instance of a suit (审级). */
public enum Instance implements Code {
    FIRST("一审", "first instance"),
    SECOND("二审", "second instance"),
    RETRIAL("再审", "retrial");

    private final String zh;
    private final String en;

    Instance(String zh, String en) {
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
