package cn.disputes.cases.reconsideration;

import cn.disputes.contract.codes.Code;

/** Procedure (审理程序): simplified only under the 2023 law (Art. 53–55). */
public enum Procedure implements Code {
    ORDINARY("普通程序", "ordinary"),
    SIMPLIFIED("简易程序", "simplified");

    private final String zh;
    private final String en;

    Procedure(String zh, String en) {
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
