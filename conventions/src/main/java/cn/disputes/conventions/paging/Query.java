package cn.disputes.conventions.paging;

import cn.disputes.contract.problem.ProblemException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.UUID;

/** Reads query parameters; null or empty means not given, anything unreadable is a 400 that names it. */
public final class Query {
    private static final int MAX_LIMIT = 500;
    private static final int DEFAULT_LIMIT = 50;

    private Query() {}

    /** Rows per page, 1..500, 50 when not given. */
    public static int limit(String value) {
        return integer("limit", value, 1, MAX_LIMIT, DEFAULT_LIMIT);
    }

    public static int integer(String name, String value, int min, int max, int otherwise) {
        if (absent(value)) return otherwise;
        try {
            var number = Integer.parseInt(value);
            if (number >= min && number <= max) return number;
        } catch (NumberFormatException e) {
            // falls through to the refusal
        }
        throw ProblemException.invalid(
                name, "应为 " + min + " 到 " + max + " 的整数", "Must be a whole number from " + min + " to " + max);
    }

    public static LocalDate date(String name, String value) {
        if (absent(value)) return null;
        try {
            var date = LocalDate.parse(value);
            if (date.getYear() >= 1000 && date.getYear() <= 9999) return date;
        } catch (DateTimeException e) {
            // falls through to the refusal
        }
        throw ProblemException.invalid(name, "应为真实存在的日期 yyyy-MM-dd", "Must be a date that exists, yyyy-MM-dd");
    }

    public static YearMonth month(String name, String value) {
        if (absent(value)) return null;
        try {
            var month = YearMonth.parse(value);
            if (month.getYear() >= 1000 && month.getYear() <= 9999) return month;
        } catch (DateTimeException e) {
            // falls through to the refusal
        }
        throw ProblemException.invalid(name, "应为月份 yyyy-MM", "Must be a month, yyyy-MM");
    }

    public static <E extends Enum<E>> E code(String name, String value, Class<E> codes) {
        if (absent(value)) return null;
        return Arrays.stream(codes.getEnumConstants())
                .filter(code -> code.name().equals(value))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(
                        name,
                        "应为下列之一：" + Arrays.toString(codes.getEnumConstants()),
                        "Must be one of " + Arrays.toString(codes.getEnumConstants())));
    }

    public static boolean bool(String name, String value) {
        if (absent(value) || value.equals("false")) return false;
        if (value.equals("true")) return true;
        throw ProblemException.invalid(name, "应为 true 或 false", "Must be true or false");
    }

    /** A GB/T 2260 code: six digits. */
    public static String region(String name, String value) {
        if (absent(value)) return null;
        if (value.matches("[0-9]{6}")) return value;
        throw ProblemException.invalid(name, "应为六位行政区划代码（GB/T 2260）", "Must be a six-digit region code (GB/T 2260)");
    }

    public static UUID id(String name, String value) {
        try {
            return UUID.fromString(value);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid(name, "应为 UUID", "Must be a UUID");
        }
    }

    /** Free text for a search; PostgreSQL holds no NUL, so a text with one matches nothing and is refused. */
    public static String text(String name, String value) {
        if (absent(value)) return null;
        if (value.indexOf('\0') < 0 && value.length() <= 200) return value;
        throw ProblemException.invalid(name, "最多200字，且不含控制字符", "At most 200 characters, none of them NUL");
    }

    private static boolean absent(String value) {
        return value == null || value.isEmpty();
    }
}
