package cn.disputes.contract.codes;

/** Field of administration (行政管理领域) that a case belongs to. */
public enum Domain implements Code {
    PUBLIC_SECURITY("公安", "public security"),
    NATURAL_RESOURCES("自然资源", "natural resources"),
    HOUSING_CONSTRUCTION("住房城乡建设", "housing and construction"),
    MARKET_REGULATION("市场监管", "market regulation"),
    HUMAN_RESOURCES("人力资源和社会保障", "human resources and social security"),
    TRANSPORT("交通运输", "transport"),
    ECOLOGY("生态环境", "ecology and environment"),
    AGRICULTURE("农业农村", "agriculture"),
    HEALTH("卫生健康", "health"),
    EDUCATION("教育", "education"),
    CIVIL_AFFAIRS("民政", "civil affairs"),
    URBAN_ENFORCEMENT("城市管理执法", "urban enforcement"),
    TAX("税务", "tax"),
    WATER("水利", "water"),
    EMERGENCY("应急管理", "emergency management"),
    LAND_EXPROPRIATION("土地房屋征收", "land and housing expropriation"),
    TOWNSHIP("乡镇街道", "township and street"),
    OTHER("其他", "other");

    private final String zh;
    private final String en;

    Domain(String zh, String en) {
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
