package cn.disputes.cases.reconsideration;

import cn.disputes.contract.codes.Code;

/** What may happen to a reconsideration; articles of the 2023 law. */
public enum ReconsiderationStepType implements Code {
    /** The registration itself; it opens every history and cannot be posted. */
    RECEIVED("收到申请", "received (Art. 22)"),
    CORRECTION_REQUESTED("通知补正", "correction requested (Art. 31)"),
    CORRECTED("已补正", "corrected (Art. 31)"),
    ACCEPTED("受理", "accepted (Art. 30)"),
    REFUSED("不予受理", "refused (Art. 30)"),
    TRANSFERRED("告知移送", "transferred"),
    ABANDONED("视为放弃", "deemed abandoned (Art. 31)"),
    COPY_SERVED("发送申请书副本", "copy served on the respondent (Art. 48, 54)"),
    REPLY_RECEIVED("收到答复", "reply received (Art. 48, 54)"),
    OPINIONS_HEARD("听取意见", "opinions heard (Art. 49)"),
    HEARING_NOTIFIED("听证通知", "hearing notified (Art. 51)"),
    HEARING_HELD("举行听证", "hearing held (Art. 50)"),
    COMMITTEE_CONSULTED("咨询复议委员会", "committee consulted (Art. 52)"),
    SUSPENDED("中止", "suspended (Art. 39)"),
    RESUMED("恢复审理", "resumed (Art. 39)"),
    EXTENDED("延期", "extended (Art. 62)"),
    PROCEDURE_CONVERTED("程序转换", "procedure converted (Art. 55)"),
    DECIDED("作出决定", "decided (Art. 61–72)"),
    MEDIATED("调解结案", "mediated (Art. 73)"),
    WITHDRAWN("撤回", "withdrawn (Art. 41, 74)"),
    TERMINATED("终止", "terminated (Art. 41)"),
    DECISION_SERVED("送达决定", "decision served (Art. 75)"),
    PERFORMED("已履行", "performed (Art. 77)"),
    RECTIFIED("更正记录", "record rectified");

    private final String zh;
    private final String en;

    ReconsiderationStepType(String zh, String en) {
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
