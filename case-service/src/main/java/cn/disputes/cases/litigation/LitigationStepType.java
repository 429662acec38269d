package cn.disputes.cases.litigation;

import cn.disputes.contract.codes.Code;

/** What may happen to one instance of a suit; articles of the Administrative Litigation Law. */
public enum LitigationStepType implements Code {
    /** The filing itself; it opens every history and cannot be posted. */
    FILED("立案", "filed (Art. 51)"),
    SERVED("送达起诉状副本", "statement of claim served (Art. 67)"),
    DEFENCE_FILED("提交答辩和证据", "defence and evidence filed (Art. 67)"),
    HEARING_SCHEDULED("排期开庭", "hearing scheduled"),
    HEARING_HELD("开庭审理", "hearing held"),
    SUSPENDED("中止诉讼", "suspended"),
    RESUMED("恢复诉讼", "resumed"),
    EXTENDED("延长审限", "time limit extended (Art. 81)"),
    CONCLUDED("审结", "concluded"),
    APPEALED("上诉", "appealed (Art. 85)"),
    EFFECTIVE("生效", "effective"),
    RECTIFIED("更正记录", "record rectified");

    private final String zh;
    private final String en;

    LitigationStepType(String zh, String en) {
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
