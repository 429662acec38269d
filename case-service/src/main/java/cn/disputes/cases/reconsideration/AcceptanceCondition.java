package cn.disputes.cases.reconsideration;

import cn.disputes.contract.codes.Code;
import com.fasterxml.jackson.annotation.JsonCreator;

/** The seven conditions of acceptance (受理条件, Art. 30 para 1), in the order of its items. */
public enum AcceptanceCondition implements Code {
    IDENTIFIED_PARTIES("有明确的申请人和符合规定的被申请人", "an identified applicant and a proper respondent"),
    INTEREST("申请人与行政行为有利害关系", "the applicant has an interest in the act"),
    CONCRETE_REQUEST("有具体的复议请求和理由", "a concrete request with its reasons"),
    IN_TIME("在法定申请期限内提出", "applied for in time"),
    WITHIN_SCOPE("属于行政复议范围", "within the scope of reconsideration"),
    COMPETENT("属于本机关管辖", "within this authority's jurisdiction"),
    NOT_BEFORE("未就同一行为受理过复议或者诉讼", "the same act was not taken up before, here or by a court");

    private final String zh;
    private final String en;

    AcceptanceCondition(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** A code, or the number of the item. */
    @JsonCreator
    public static AcceptanceCondition of(String codeOrItem) {
        for (var condition : values()) {
            if (condition.name().equals(codeOrItem)
                    || String.valueOf(condition.item()).equals(codeOrItem)) return condition;
        }
        throw new IllegalArgumentException(codeOrItem);
    }

    public int item() {
        return ordinal() + 1;
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
