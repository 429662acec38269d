package cn.disputes.alerts.view;

import cn.disputes.alerts.round.Round.Late;
import cn.disputes.alerts.round.RoundList;
import cn.disputes.alerts.view.MonthStore.RoundRow;
import cn.disputes.contract.security.RegionScope;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * The rounds of a month that hold cases of a region: its own, those of the regions below it, and that of the one above it,
 * which covers it too.
 *
 * @param latestFirst by when they were run
 */
record MonthRounds(List<RoundRow> latestFirst) {
    static MonthRounds of(List<RoundRow> all, RegionScope region) {
        return new MonthRounds(all.stream()
                .filter(round -> region.covers(round.regionCode()) || above(round, region))
                .toList());
    }

    private static boolean above(RoundRow round, RegionScope region) {
        return new RegionScope(round.regionCode()).covers(region.region());
    }

    List<UUID> ids() {
        return latestFirst.stream().map(RoundRow::id).toList();
    }

    List<MonthView.Held> shown() {
        return latestFirst.stream()
                .map(round ->
                        new MonthView.Held(round.regionCode(), round.cutoff(), round.recordedOn(), round.automatic()))
                .toList();
    }

    /** Asks each round about what it and the region have in common; a case is named once, as late if any round calls it so. */
    RoundList.Beside beside(Handle h, YearMonth month, RegionScope region) {
        Map<UUID, Late> late = new LinkedHashMap<>();
        Map<UUID, Late> recordedAfter = new LinkedHashMap<>();
        for (var round : latestFirst) {
            var within = above(round, region) ? region.region() : round.regionCode();
            var beside = RoundList.beside(h, month, within, round.cutoff(), round.recordedOn(), round.automatic());
            beside.late().forEach(one -> late.putIfAbsent(one.riskCaseId(), one));
            beside.recordedAfter().forEach(one -> recordedAfter.putIfAbsent(one.riskCaseId(), one));
        }
        recordedAfter.keySet().removeAll(late.keySet());
        return new RoundList.Beside(List.copyOf(late.values()), List.copyOf(recordedAfter.values()));
    }
}
