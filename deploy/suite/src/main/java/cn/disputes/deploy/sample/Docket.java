package cn.disputes.deploy.sample;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Court case numbers (案号): counted per court, year and kind, in the order of filing. */
final class Docket {
    private final Map<String, Integer> last = new HashMap<>();

    String number(Court court, LocalDate filedOn, String kind) {
        var series = "(" + filedOn.getYear() + ")" + court.code() + kind;
        return series + last.merge(series, 1, Integer::sum) + "号";
    }
}
