package cn.disputes.stats.printing;

import java.time.YearMonth;

/** A period of whole months as it is printed: 2022年, 2022年第1季度, 2022年3月, 2022年3月至8月. */
public final class Periods {
    private Periods() {}

    public static String zh(YearMonth from, YearMonth to) {
        var year = from.getYear() + "年";
        if (from.equals(to)) return year + from.getMonthValue() + "月";
        if (from.getYear() != to.getYear())
            return year + from.getMonthValue() + "月至" + to.getYear() + "年" + to.getMonthValue() + "月";
        var months = to.getMonthValue() - from.getMonthValue() + 1;
        if (months == 12) return year;
        var onQuarter = (from.getMonthValue() - 1) % 3 == 0;
        if (months == 3 && onQuarter) return year + "第" + (from.getMonthValue() + 2) / 3 + "季度";
        if (months == 6 && from.getMonthValue() == 1) return year + "上半年";
        if (months == 6 && from.getMonthValue() == 7) return year + "下半年";
        return year + from.getMonthValue() + "月至" + to.getMonthValue() + "月";
    }
}
