package cn.disputes.cases.litigation;

import cn.disputes.contract.codes.Code;

/** What a court's advice (司法建议) is about. */
public enum AdviceKind implements Code {
    NORMATIVE_DOCUMENT("规范性文件不合法", "an unlawful normative document (解释 Art. 149)"),
    HEAD_ABSENCE("负责人未出庭应诉", "the head's absence (法释〔2020〕3号 Art. 12)"),
    OTHER("其他", "another matter");

    private final String zh;
    private final String en;

    AdviceKind(String zh, String en) {
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
