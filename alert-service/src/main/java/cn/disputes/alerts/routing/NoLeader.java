package cn.disputes.alerts.routing;

import cn.disputes.contract.codes.Code;
import java.util.Collection;
import java.util.EnumSet;

/** Why nobody answers for a case. */
public enum NoLeader implements Code {
    NO_DUTY("没有分工覆盖该案", "no duty covers the case"),
    ALL_ABSENT("有分工的领导均缺席且无人代行", "every leader responsible is absent, and nobody stands in"),
    ALL_RECUSED("有分工的领导均已申报回避", "every leader responsible has declared a conflict"),
    NOBODY_LEFT("有分工的领导或缺席、或回避、或未登记", "the leaders responsible are absent, in conflict or not registered");

    private final String zh;
    private final String en;

    NoLeader(String zh, String en) {
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

    /** From why each duty that covers the case was refused. */
    static NoLeader of(Collection<Verdict> refusals) {
        if (refusals.isEmpty()) return NO_DUTY;
        var kinds = EnumSet.copyOf(refusals);
        if (kinds.equals(EnumSet.of(Verdict.RECUSED))) return ALL_RECUSED;
        return kinds.equals(EnumSet.of(Verdict.ABSENT)) ? ALL_ABSENT : NOBODY_LEFT;
    }
}
