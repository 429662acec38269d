package cn.disputes.cases.supervision;

import cn.disputes.contract.codes.Code;

/** What was wrong in the cases a document comes from (问题类别). */
public enum IssueCategory implements Code {
    FACTS("主要事实不清、证据不足", "facts unclear or evidence insufficient"),
    LAW("适用依据错误", "wrong law applied"),
    PROCEDURE("违反法定程序", "procedure violated"),
    AUTHORITY("超越或者滥用职权", "beyond or abuse of authority"),
    DISCRETION("内容不当", "inappropriate content"),
    INACTION("不履行法定职责", "duty not performed"),
    NORMATIVE_DOCUMENT("规范性文件不合法", "unlawful normative document"),
    REPLY("不答复、不举证", "no reply or no evidence"),
    OTHER("其他", "other");

    private final String zh;
    private final String en;

    IssueCategory(String zh, String en) {
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
