package cn.disputes.alerts.view;

import cn.disputes.alerts.view.MonthStore.Fired;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** Which rungs fell due in a month, by what the ladder calls them. */
final class MonthRungs {
    /** One code may stand for different words in two versions of the ladder. */
    private record Kind(String code, String zh, String en) {}

    private MonthRungs() {}

    /** @param fired by the place on the ladder, then by time */
    static List<MonthView.Rung> of(List<Fired> fired) {
        var kinds = fired.stream()
                .collect(Collectors.groupingBy(
                        one -> new Kind(one.code(), one.zh(), one.en()), LinkedHashMap::new, Collectors.toList()));
        return kinds.entrySet().stream()
                .map(kind -> new MonthView.Rung(
                        kind.getKey().code(),
                        kind.getKey().zh(),
                        kind.getKey().en(),
                        MonthView.Section.of(kind.getValue().stream()
                                .map(one -> new MonthView.Reached(one.risk(), one.leader(), one.at(), one.answered()))
                                .toList())))
                .toList();
    }
}
