package cn.disputes.cases.reconsideration;

import cn.disputes.contract.codes.Code;

/** How an application came in (申请方式, Art. 22, 32). */
public enum Channel implements Code {
    ONLINE("网上", "online"),
    IN_PERSON("当面", "in person"),
    POST("邮寄", "by post"),
    ORAL("口头", "oral"),
    VIA_AGENCY("经行政机关转送", "via the agency");

    private final String zh;
    private final String en;

    Channel(String zh, String en) {
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
