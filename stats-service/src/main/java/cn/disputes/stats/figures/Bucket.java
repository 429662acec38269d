package cn.disputes.stats.figures;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** One part of a cut's period, whole months, under the name of its group. */
record Bucket(String value, YearMonth from, YearMonth to) {
    long months() {
        return from.until(to, ChronoUnit.MONTHS) + 1;
    }

    /** The period by a dimension of time, cut off at its ends; one nameless part without a dimension. */
    static List<Bucket> of(Cut cut, Dimension time) {
        if (time == null) return List.of(new Bucket(null, cut.from(), cut.to()));
        var buckets = new ArrayList<Bucket>();
        for (var from = cut.from(); !from.isAfter(cut.to()); ) {
            var value = time.value(from);
            var last = time.firstMonth(value).plusMonths(time.months() - 1L);
            var to = last.isAfter(cut.to()) ? cut.to() : last;
            buckets.add(new Bucket(value, from, to));
            from = to.plusMonths(1);
        }
        return buckets;
    }
}
