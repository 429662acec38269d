package cn.disputes.cases.litigation;

import cn.disputes.contract.codes.Code;

/** Where one instance of a suit stands (诉讼状态). */
public enum LitigationStatus implements Code {
    FILED("已立案", "filed"),
    SERVED("已送达起诉状", "served"),
    SUSPENDED("中止", "suspended"),
    CONCLUDED("已审结", "concluded"),
    EFFECTIVE("已生效", "effective");

    private final String zh;
    private final String en;

    LitigationStatus(String zh, String en) {
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
