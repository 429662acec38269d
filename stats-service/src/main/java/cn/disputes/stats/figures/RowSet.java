package cn.disputes.stats.figures;

import cn.disputes.contract.problem.ProblemException;
import java.util.Arrays;
import java.util.Locale;

/** Which rows of a figure are listed. */
public enum RowSet {
    NUMERATOR,
    DENOMINATOR,
    EXCLUDED;

    /** Reads {@code set}; the numerator when not given. */
    public static RowSet parse(String set) {
        if (set == null || set.isEmpty()) return NUMERATOR;
        return Arrays.stream(values())
                .filter(s -> s.name().toLowerCase(Locale.ROOT).equals(set))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(
                        "set", "应为 numerator、denominator 或 excluded", "Must be numerator, denominator or excluded"));
    }
}
