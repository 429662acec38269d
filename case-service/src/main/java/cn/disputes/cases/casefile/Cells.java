package cn.disputes.cases.casefile;

import cn.disputes.cases.identifier.CreditCode;
import cn.disputes.contract.codes.Code;
import cn.disputes.contract.codes.Regions;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.RegionScope;
import cn.disputes.conventions.table.SafeCell;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** The cells of one imported row by column; an empty cell means unknown. Whatever cannot be read names its column. */
public record Cells(Map<String, String> values) {
    private static final int LONGEST = 1000;

    public String text(String column) {
        var value = values.get(column);
        if (value == null || value.isBlank()) return null;
        if (value.length() > LONGEST || value.indexOf('\0') >= 0) {
            throw ProblemException.invalid(column, "过长或含非法字符", "Too long or with a character that cannot be stored");
        }
        return SafeCell.unguard(value.strip());
    }

    public String required(String column) {
        var value = text(column);
        if (value == null) throw ProblemException.invalid(column, "不能为空", "Must be given");
        return value;
    }

    public LocalDate date(String column) {
        var value = text(column);
        if (value == null) return null;
        try {
            var date = LocalDate.parse(
                    value.length() > 10 && value.charAt(10) == 'T' ? value.substring(0, 10) : value.replace('/', '-'));
            if (date.getYear() >= 1990 && date.getYear() <= 2200) return date;
        } catch (DateTimeException e) {
            // falls through to the refusal
        }
        throw ProblemException.invalid(column, "不是真实存在的日期 yyyy-MM-dd", "Not a date that exists, yyyy-MM-dd");
    }

    /** A code by its name or by its Chinese label. */
    public <E extends Enum<E> & Code> E code(String column, Class<E> codes) {
        var value = text(column);
        if (value == null) return null;
        return Arrays.stream(codes.getEnumConstants())
                .filter(code -> code.name().equals(value) || code.zh().equals(value))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(
                        column,
                        "应为下列之一：" + Arrays.toString(codes.getEnumConstants()),
                        "Must be one of " + Arrays.toString(codes.getEnumConstants())));
    }

    public <E extends Enum<E> & Code> E requiredCode(String column, Class<E> codes) {
        required(column);
        return code(column, codes);
    }

    public String creditCode(String column) {
        var value = text(column);
        if (value == null || CreditCode.valid(value)) return value;
        throw ProblemException.invalid(
                column, "不是有效的统一社会信用代码（GB 32100）", "Not a valid unified social credit code (GB 32100)");
    }

    public String region(String column, RegionScope scope) {
        var value = required(column);
        if (!value.matches("[0-9]{6}") || Regions.find(value).isEmpty()) {
            throw ProblemException.invalid(column, "未知的行政区划代码", "Not a known region code");
        }
        if (!scope.covers(value)) throw ProblemException.invalid(column, "不在您的管辖区域内", "Outside your region");
        return value;
    }

    /** Same content, same hash: the file sent twice changes nothing. */
    public String hash() {
        try {
            var text = new TreeMap<>(values).toString();
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
