package cn.disputes.alerts.register;

import java.util.regex.Pattern;

/** Tells townships and sub-districts (镇街) by their official names: the register's events carry no kind of agency. */
final class Township {
    private static final Pattern NAME = Pattern.compile(".*(镇|乡|苏木)(人民)?政府|.*街道办事处");

    private Township() {}

    static boolean isOne(String agencyName) {
        return NAME.matcher(agencyName.replaceFirst("[（(].*", "").strip()).matches();
    }
}
