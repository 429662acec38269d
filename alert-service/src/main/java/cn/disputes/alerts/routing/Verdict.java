package cn.disputes.alerts.routing;

import cn.disputes.contract.codes.Code;

/** What became of one duty when a case was routed. */
public enum Verdict implements Code {
    CHOSEN("由此分工包案", "this duty answers"),
    LESS_SPECIFIC("另有更具体的分工", "another duty is more specific"),
    OTHER_RANK("同样具体的分工中，另有职级更相称的领导", "as specific, but another leader's rank fits the colour better"),
    NOT_THE_KEEPER("条件相同，由现包案领导继续负责", "all else equal, the leader who has the case keeps it"),
    MORE_LOADED("条件相同，另有在办案件更少的领导", "all else equal, another leader has fewer open cases"),
    LATER_IN_ORDER("条件完全相同，编号在后", "equal in everything, later by id"),
    ABSENT("领导缺席，且没有可代行的人", "the leader is absent and nobody stands in"),
    RECUSED("领导已申报回避", "the leader has declared a conflict"),
    CIRCLE("代行关系成环，无人实际在岗", "the substitutes stand in for each other in a circle"),
    LEADER_UNKNOWN("没有登记该领导", "no such leader is registered"),
    OTHER_REGION("区域不含该案", "for another region"),
    OTHER_AGENCY("机关不同", "for another agency"),
    OTHER_DOMAIN("领域不同", "for another field"),
    OTHER_LEVEL("等级不同", "for other colours"),
    NOT_YET("分工尚未生效", "not yet in force"),
    NO_LONGER("分工已经终止", "no longer in force");

    private final String zh;
    private final String en;

    Verdict(String zh, String en) {
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
