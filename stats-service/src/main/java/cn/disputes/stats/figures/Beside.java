package cn.disputes.stats.figures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which group of the period compared with stands beside a group: that of the same values, and of time the part at the same
 * place. A part that is cut off is beside none but one as long: three months and one would be no comparison.
 */
final class Beside {
    private final Dimension time;
    private final int at;
    private final Map<String, String> then = new LinkedHashMap<>();
    private final Map<String, String> now = new LinkedHashMap<>();

    Beside(Cut cut, Cut before, List<Dimension> dimensions) {
        time = Dimension.timeOf(dimensions);
        at = time == null ? -1 : dimensions.indexOf(time);
        if (time == null) return;
        var parts = Bucket.of(cut, time);
        var others = Bucket.of(before, time);
        for (var i = 0; i < Math.min(parts.size(), others.size()); i++) {
            if (parts.get(i).months() != others.get(i).months()) continue;
            then.put(parts.get(i).value(), others.get(i).value());
            now.put(others.get(i).value(), parts.get(i).value());
        }
    }

    /** Null where there is none. */
    List<String> then(List<String> group) {
        return moved(group, then);
    }

    /** The other way; null where there is none. */
    List<String> now(List<String> group) {
        return moved(group, now);
    }

    private List<String> moved(List<String> group, Map<String, String> places) {
        if (time == null) return group;
        var place = places.get(group.get(at));
        if (place == null) return null;
        var moved = new ArrayList<>(group);
        moved.set(at, place);
        return moved;
    }

    /** Of a group by name; null where there is none. */
    Map<String, String> then(Map<String, String> group) {
        if (time == null) return group;
        var place = then.get(group.get(time.name()));
        if (place == null) return null;
        var moved = new LinkedHashMap<>(group);
        moved.put(time.name(), place);
        return moved;
    }
}
