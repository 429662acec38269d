package cn.disputes.deploy.sample;

/**
 * A possible respondent or defendant; a real kind of office with an invented code.
 *
 * @param level CITY, COUNTY or TOWNSHIP
 * @param kind GOVERNMENT, DEPARTMENT, DELEGATE, BRANCH, AUTHORISED, JUSTICE or VERTICAL
 */
record Agency(String code, String name, String regionCode, String domain, String level, String kind) {
    boolean government() {
        return name.endsWith("人民政府") && domain.equals("LAND_EXPROPRIATION");
    }

    boolean municipal() {
        return regionCode.equals(Agencies.CITY);
    }
}
