package cn.disputes.cases.litigation;

import cn.disputes.contract.codes.Code;

/** Procedure of a first instance (审理程序). */
public enum TrialProcedure implements Code {
    ORDINARY("普通程序", "ordinary"),
    SIMPLIFIED("简易程序", "simplified (Art. 82)");

    private final String zh;
    private final String en;

    TrialProcedure(String zh, String en) {
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
