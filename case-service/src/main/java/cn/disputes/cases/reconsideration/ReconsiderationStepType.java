package cn.disputes.cases.reconsideration;

import cn.disputes.contract.codes.Code;

/** What may happen to a reconsideration; articles of the 2023 law. */
public enum ReconsiderationStepType implements Code {
    /** The registration itself; it opens every history and cannot be posted. */
    RECEIVED("收到申请", "received (Art. 22)"),
    CORRECTION_REQUESTED("通知补正", "correction requested (Art. 31)"),
    CORRECTION_EXTENDED("延长补正期限", "correction extended (Art. 31)"),
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
    DOCUMENT_QUESTIONED("提出规范性文件审查", "normative document questioned (Art. 56, 57)"),
    DOCUMENT_FORWARDED("转送规范性文件审查", "document forwarded to who may deal with it (Art. 56, 57)"),
    DOCUMENT_MAKER_ASKED("通知制定机关答复", "the document's maker asked (Art. 58)"),
    DOCUMENT_MAKER_ANSWERED("制定机关答复", "the document's maker answered (Art. 58)"),
    DOCUMENT_REVIEWED("规范性文件处理完毕", "document dealt with (Art. 59)"),
    DOCUMENT_ANSWER_RETURNED("转送机关回复", "answer returned by who dealt with it (Art. 60)"),
    /**
     * Mediation may begin at any time, before acceptance too (Art. 5; 2007 regulation Art. 50). Neither law gives it a time
     * of its own. Before acceptance they are silent, so the review goes on and its silence accepts (Art. 30); after it the
     * term to decide goes on, unless both sides consent to a suspension (Art. 39(6)).
     */
    MEDIATION_BEGUN("开始调解", "mediation begun (Art. 5)"),
    /** No agreement, or one side went back on it before the statement took effect: it is decided (Art. 73 para 2). */
    MEDIATION_FAILED("调解未成", "mediation failed (Art. 73)"),
    TIME_EXCLUDED("不计入期限", "time that does not count (Regulation Art. 30, 34, 37)"),
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
    PERFORMANCE_ORDERED("责令限期履行", "performance ordered (Art. 77)"),
    ENFORCEMENT_APPLIED("申请法院强制执行", "enforcement asked of the court (Art. 78; 解释 Art. 156)"),
    INTERVIEWED("约谈", "the respondent's head interviewed (Art. 77)"),
    CRITICISED("通报批评", "publicly criticised (Art. 77)"),
    PUBLISHED("公开", "published (Art. 79)"),
    COPIED("抄告", "copied to the next-higher department (Art. 79)"),
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
