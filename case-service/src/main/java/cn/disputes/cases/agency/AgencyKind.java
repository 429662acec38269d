package cn.disputes.cases.agency;

import cn.disputes.contract.codes.Code;

/** What an agency is in the order of government: who hears reconsiderations of its acts follows from it. */
public enum AgencyKind implements Code {
    GOVERNMENT("人民政府", "people's government"),
    DEPARTMENT("政府工作部门", "department of a government"),
    /** Set up by a government: 行政公署、区公所、街道办事处. */
    DELEGATE("派出机关", "office delegated by a government"),
    /** Set up by a department and acting in its own name: 派出所、分局. */
    BRANCH("派出机构", "branch of a department"),
    AUTHORISED("法律、法规、规章授权的组织", "organisation authorised by law"),
    JUSTICE("司法行政部门", "justice department, itself the office of reconsideration"),
    VERTICAL("垂直领导的机关（海关、金融、外汇、税务、国家安全）", "agency led from above: customs, finance, exchange, tax, state security");

    private final String zh;
    private final String en;

    AgencyKind(String zh, String en) {
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
