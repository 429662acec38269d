package cn.disputes.alerts.view;

import cn.disputes.alerts.round.Round.Late;
import cn.disputes.alerts.round.RoundList;
import cn.disputes.alerts.view.MonthStore.RoundRow;
import cn.disputes.contract.security.RegionScope;
import java.time.YearMonth;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * The rounds of a month that hold cases of a region: its own, those of the regions below it, and that of the one above it,
 * which covers it too.
 *
 * @param latestFirst by when they were run
 */
record MonthRounds(List<RoundRow> latestFirst) {
    private interface Beside {
        List<Late> in(RoundRow round, String region);
    }

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

    List<Late> late(Handle h, YearMonth month, RegionScope region) {
        return each(region, (round, within) -> RoundList.late(h, month, within, round.cutoff()));
    }

    /** Of two rounds one may call late what the other had no record of: it is listed as late only. */
    List<Late> recordedAfter(Handle h, YearMonth month, RegionScope region, Collection<Late> late) {
        var there = late.stream().map(Late::riskCaseId).collect(Collectors.toSet());
        return each(region, (round, within) -> RoundList.recordedAfter(h, month, within, round.cutoff())).stream()
                .filter(one -> !there.contains(one.riskCaseId()))
                .toList();
    }

    /** Asks each round about what it and the region have in common; a case is named once. */
    private List<Late> each(RegionScope region, Beside beside) {
        Map<UUID, Late> found = new LinkedHashMap<>();
        for (var round : latestFirst) {
            var within = above(round, region) ? region.region() : round.regionCode();
            beside.in(round, within).forEach(one -> found.putIfAbsent(one.riskCaseId(), one));
        }
        return List.copyOf(found.values());
    }
}
