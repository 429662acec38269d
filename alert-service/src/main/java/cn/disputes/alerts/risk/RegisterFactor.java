package cn.disputes.alerts.risk;

import cn.disputes.contract.codes.Code;

/**
 * What the register itself evidences against the agency (handbook 3.2). Where a court may say the same, the name is that
 * of the {@link RiskReason}, and both together count once.
 */
public enum RegisterFactor implements Code {
    /** The same agency lost on the same type of act in the 24 months before, or while the suit runs. */
    SIMILAR_CASE_LOST("类案败诉", "a similar case was lost"),
    FIRST_INSTANCE_LOST("一审败诉", "lost in first instance"),
    /** Its reconsideration, or one of the same agency, type of act and field within 24 months, set the act right. */
    RECONSIDERATION_CORRECTED("复议已纠错", "corrected on reconsideration"),
    /** At least ten suits (J18 Art. 29) of one court, defendant and type of act within thirty days. */
    GROUP_CASE("群体性案件", "group case"),
    /**
     * Defence and evidence not within the term: the act is deemed without evidence (A17 Art. 34, 67). Filed late, or not
     * on record in a suit that is open and has not been heard.
     */
    DEFENCE_OVERDUE("逾期答辩举证", "defence or evidence overdue"),
    ACTOR_DIFFERS("名义主体与实施主体不一致", "the nominal agency is not the one that acted"),
    TOWNSHIP_ACTOR("实施主体为镇街", "a township or sub-district acted"),
    HEAD_ABSENT("负责人无正当理由未出庭", "the head stayed away from the hearing");

    private final String zh;
    private final String en;

    RegisterFactor(String zh, String en) {
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
