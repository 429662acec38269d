package cn.disputes.stats.indicators;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A definition read back in words, from the very conditions that are computed. */
final class IndicatorText {
    private IndicatorText() {}

    /** The rows of the numerator, or of the denominator (of a count: those counted), in Chinese. */
    static String zh(Indicator i, boolean numerator) {
        var conditions = conditions(i, numerator).map(Condition::zh).collect(Collectors.joining("，"));
        return i.period().zh(i.kind()) + (conditions.isEmpty() ? "" : "，" + conditions);
    }

    /** The same in English. */
    static String en(Indicator i, boolean numerator) {
        var conditions = conditions(i, numerator).map(Condition::en).collect(Collectors.joining(", "));
        return i.period().en(i.kind()) + (conditions.isEmpty() ? "" : ", " + conditions);
    }

    private static Stream<Condition> conditions(Indicator i, boolean numerator) {
        return numerator ? Stream.concat(i.base().stream(), i.hits().stream()) : i.base().stream();
    }
}
