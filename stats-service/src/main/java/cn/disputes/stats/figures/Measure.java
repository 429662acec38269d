package cn.disputes.stats.figures;

import cn.disputes.stats.indicators.Indicator;
import cn.disputes.stats.indicators.Period;

/** One count a cell keeps: cases of a period that meet a condition. Indicators that count the same share it. */
record Measure(Period period, String condition) {
    static Measure denominator(Indicator i) {
        return new Measure(i.period(), i.counted());
    }

    static Measure numerator(Indicator i) {
        if (i.hits().isEmpty()) return denominator(i);
        return i.base().isEmpty()
                ? new Measure(i.period(), i.numerator())
                : new Measure(i.period(), i.counted() + " AND " + i.numerator());
    }
}
