package cn.disputes.contract.codes;

/** Who stood in court for the agency (负责人出庭应诉), evaluated under 法释〔2020〕3号. */
public enum HeadAttendance implements Code {
    PRINCIPAL("正职负责人出庭", "the principal attended"),
    DEPUTY("副职负责人出庭", "a deputy attended"),
    OTHER_HEAD("其他负责人出庭", "another head attended"),
    ABSENT_JUSTIFIED("有正当理由未出庭", "absent with a justified reason"),
    ABSENT("未出庭", "absent");

    private final String zh;
    private final String en;

    HeadAttendance(String zh, String en) {
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

    /** Whether a head (负责人) was there. */
    public boolean headAttended() {
        return this == PRINCIPAL || this == DEPUTY || this == OTHER_HEAD;
    }
}
