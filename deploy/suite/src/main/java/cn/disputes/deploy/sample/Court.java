package cn.disputes.deploy.sample;

/** A court and its code in case numbers (法院代字). */
record Court(String code, String name) {
    private static final Court INTERMEDIATE = new Court("浙07", "金华市中级人民法院");
    private static final Court HIGH = new Court("浙", "浙江省高级人民法院");

    /** Basic court of the defendant's place; the intermediate court for governments (行政诉讼法, Art. 15). */
    static Court firstInstance(Agency defendant) {
        if (defendant.government()) return INTERMEDIATE;
        // municipal departments sit in Wucheng
        var county = defendant.municipal() ? "330702" : defendant.regionCode();
        var name = Agencies.REGION_NAMES.get(county);
        return new Court("浙" + county.substring(2), (name.endsWith("区") ? "金华市" : "") + name + "人民法院");
    }

    Court above() {
        return equals(INTERMEDIATE) ? HIGH : INTERMEDIATE;
    }
}
