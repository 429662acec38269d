package cn.disputes.cases.reconsideration;

import cn.disputes.contract.codes.Code;

/** What makes a case ask for more than the ordinary (案件特征): hearing and committee follow from it (Art. 50, 52). */
public enum CaseFeature implements Code {
    COMPLEX("重大、疑难、复杂", "grave, difficult or complex: hearing and committee (Art. 50, 52(1))"),
    TECHNICAL("专业性、技术性较强", "highly specialised or technical: committee (Art. 52(2))"),
    OWN_ACT("省级政府对本机关行为的复议", "a province's review of its own act: committee (Art. 52(3))");

    private final String zh;
    private final String en;

    CaseFeature(String zh, String en) {
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
