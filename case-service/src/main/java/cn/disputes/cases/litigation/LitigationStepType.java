package cn.disputes.cases.litigation;

import cn.disputes.contract.codes.Code;

/** What may happen to one instance of a suit; articles of the Administrative Litigation Law or of its interpretation (解释). */
public enum LitigationStepType implements Code {
    /** The filing itself; it opens every history and cannot be posted. */
    FILED("立案", "filed (Art. 51)"),
    SERVED("送达起诉状副本", "statement of claim served (Art. 67)"),
    JURISDICTION_OBJECTED("提出管辖异议", "objected to jurisdiction (解释 Art. 10)"),
    EVIDENCE_EXTENSION_REQUESTED("申请延期提供证据", "more time for evidence requested (解释 Art. 34)"),
    EVIDENCE_EXTENSION_GRANTED("准许延期提供证据", "more time for evidence granted (Art. 36)"),
    EVIDENCE_CAUSE_ENDED("延期举证事由消除", "what prevented the evidence has ended (解释 Art. 34)"),
    EVIDENCE_TERM_SET("确定举证期限", "term for evidence set (解释 Art. 104)"),
    EVIDENCE_FILED("提交证据", "evidence filed apart from the defence"),
    DEFENCE_FILED("提交答辩和证据", "defence and evidence filed (Art. 67)"),
    HEAD_NAMED("提交出庭负责人身份证明", "attending head named (法释〔2020〕3号 Art. 6)"),
    HEARING_SCHEDULED("排期开庭", "hearing scheduled"),
    HEARING_HELD("开庭审理", "hearing held"),
    PROCEDURE_CONVERTED("转为普通程序", "converted to the ordinary procedure (Art. 84)"),
    EXCLUDED_PERIOD("不计入审限的期间", "period that does not count (解释 Art. 50)"),
    SUSPENDED("中止诉讼", "suspended (解释 Art. 87)"),
    RESUMED("恢复诉讼", "resumed"),
    EXTENDED("延长审限", "time limit extended (Art. 81)"),
    CONCLUDED("审结", "concluded"),
    JUDGMENT_SERVED("送达裁判文书", "judgment or ruling served (Art. 85)"),
    APPEALED("上诉", "appealed (Art. 85)"),
    APPEAL_SERVED("送达上诉状副本", "statement of appeal served (解释 Art. 108)"),
    APPEAL_ANSWERED("提交上诉答辩", "appeal answered (解释 Art. 108)"),
    EFFECTIVE("生效", "effective"),
    ADVICE_RECEIVED("收到司法建议", "court's advice received (解释 Art. 149)"),
    ADVICE_ANSWERED("答复司法建议", "court's advice answered"),
    PERFORMED("履行裁判", "performed"),
    ENFORCEMENT_APPLIED("申请执行", "execution applied for (解释 Art. 153)"),
    RETRIAL_APPLIED("申请再审", "retrial applied for (Art. 90)"),
    RETRIAL_COPY_SERVED("送达再审申请书副本", "application for retrial served (解释 Art. 111)"),
    RETRIAL_OPINION_FILED("提交再审书面意见", "written opinion on the retrial filed (解释 Art. 111)"),
    RETRIAL_REVIEW_OPENED("再审申请立案", "application for retrial docketed (解释 Art. 112)"),
    RETRIAL_REVIEW_CLOSED("再审申请审查完毕", "application for retrial reviewed (解释 Art. 112)"),
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
