package cn.disputes.stats.release;

import cn.disputes.stats.figures.RowSet;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.StringJoiner;
import java.util.stream.IntStream;

/**
 * Which sealed cases are in a set of an indicator in a period: positions in the release's cases, written as ascending
 * ranges ({@code 0-4,7}).
 */
record RowList(Key key, int[] members) {
    /** What the list is of. */
    record Key(String indicator, YearMonth from, YearMonth to, RowSet set) {}

    static String write(int[] ascending) {
        var text = new StringJoiner(",");
        for (var i = 0; i < ascending.length; ) {
            var end = i;
            while (end + 1 < ascending.length && ascending[end + 1] == ascending[end] + 1) end++;
            text.add(end == i ? Integer.toString(ascending[i]) : ascending[i] + "-" + ascending[end]);
            i = end + 1;
        }
        return text.toString();
    }

    static int[] read(String ranges) {
        if (ranges.isEmpty()) return new int[0];
        return Arrays.stream(ranges.split(","))
                .flatMapToInt(range -> {
                    var dash = range.indexOf('-');
                    if (dash < 0) return IntStream.of(Integer.parseInt(range));
                    return IntStream.rangeClosed(
                            Integer.parseInt(range.substring(0, dash)), Integer.parseInt(range.substring(dash + 1)));
                })
                .toArray();
    }
}
