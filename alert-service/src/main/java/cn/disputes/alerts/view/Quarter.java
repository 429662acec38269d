package cn.disputes.alerts.view;

import cn.disputes.contract.problem.ProblemException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.Pattern;

/** A quarter of a year, written 2022-Q1. */
record Quarter(int year, int number) {
    private static final Pattern WRITTEN = Pattern.compile("([1-9][0-9]{3})-Q([1-4])");

    /** @throws ProblemException 400 for what is no quarter, or has not begun */
    static Quarter read(String written, LocalDate today) {
        var parts = WRITTEN.matcher(written == null ? "" : written);
        if (!parts.matches())
            throw ProblemException.invalid(
                    "quarter", "应为季度 yyyy-Q1 至 yyyy-Q4", "Must be a quarter, yyyy-Q1 to yyyy-Q4");
        var quarter = new Quarter(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
        if (quarter.first().isAfter(today))
            throw ProblemException.invalid("quarter", "该季度尚未开始", "This quarter has not begun");
        return quarter;
    }

    LocalDate first() {
        return month(1).atDay(1);
    }

    LocalDate last() {
        return month(3).atEndOfMonth();
    }

    List<YearMonth> months() {
        return List.of(month(1), month(2), month(3));
    }

    private YearMonth month(int ofThree) {
        return YearMonth.of(year, (number - 1) * 3 + ofThree);
    }

    String zh() {
        return year + "年第" + "一二三四".charAt(number - 1) + "季度";
    }

    @Override
    public String toString() {
        return year + "-Q" + number;
    }
}
