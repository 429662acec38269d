package cn.disputes.stats.indicators;

import cn.disputes.contract.codes.Code;

/** What the facts say of an agency and a definition asks for. */
enum AgencyCode implements Code {
    GOVERNMENT("人民政府", "people's government"),
    TOWNSHIP("乡镇", "township");

    private final String zh;
    private final String en;

    AgencyCode(String zh, String en) {
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
