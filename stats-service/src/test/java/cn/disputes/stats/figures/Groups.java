package cn.disputes.stats.figures;

import cn.disputes.contract.codes.Regions;
import cn.disputes.contract.events.CaseEvent;
import cn.disputes.contract.events.LitigationEvent;
import cn.disputes.contract.events.Particulars;
import cn.disputes.contract.events.ReconsiderationEvent;
import cn.disputes.contract.events.RiskCaseEvent;
import cn.disputes.contract.events.SupervisionDocumentEvent;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts naively found rows into groups, and takes figures apart into numbers, so that both can be compared. */
final class Groups {
    private Groups() {}

    /** Numerator and denominator by group values, groups without any left out. */
    static Map<List<String>, List<Long>> expected(
            Naive naive, String code, Cut cut, List<Dimension> dimensions, Map<Dimension, String> only) {
        var time = dimensions.stream().filter(Dimension::time).findFirst().orElse(null);
        var found = new HashMap<List<String>, List<Long>>();
        for (var from = cut.from(); !from.isAfter(cut.to()); ) {
            var value = time == null ? null : label(time, from);
            var to = from;
            while (!to.equals(cut.to())
                    && (time == null || label(time, to.plusMonths(1)).equals(value))) to = to.plusMonths(1);
            for (var set = 0; set < 2; set++) {
                for (var row : rows(naive, code, from, to, set)) {
                    if (!row.regionCode().startsWith(Regions.prefix(cut.regionCode()))) continue;
                    if (only.entrySet().stream()
                            .anyMatch(e -> !java.util.Objects.equals(value(e.getKey(), row, code), e.getValue())))
                        continue;
                    var key = new ArrayList<String>();
                    for (var d : dimensions) key.add(d.time() ? value : value(d, row, code));
                    var counts = found.computeIfAbsent(key, k -> new ArrayList<>(List.of(0L, 0L)));
                    counts.set(set, counts.get(set) + 1);
                }
            }
            from = to.plusMonths(1);
        }
        return found;
    }

    private static List<CaseEvent> rows(Naive naive, String code, YearMonth from, YearMonth to, int set) {
        if (code.equals("RECONSIDERATION_LITIGATION_RATIO"))
            return naive.sets(set == 0 ? "RECONSIDERATIONS_RECEIVED" : "FIRST_INSTANCE_RECEIVED", from, to)
                    .numerator();
        var sets = naive.sets(code, from, to);
        return set == 0 ? sets.numerator() : sets.denominator();
    }

    private static String label(Dimension time, YearMonth month) {
        return switch (time) {
            case month -> month.toString();
            case quarter -> month.getYear() + "-Q" + ((month.getMonthValue() - 1) / 3 + 1);
            case half -> month.getYear() + (month.getMonthValue() < 7 ? "-H1" : "-H2");
            default -> "" + month.getYear();
        };
    }

    private static String value(Dimension d, CaseEvent row, String code) {
        var all = new HashMap<Dimension, String>();
        if (row instanceof ReconsiderationEvent) {
            var c = (ReconsiderationEvent) row;
            all.put(Dimension.agency, c.respondentCode());
            all.put(Dimension.domain, c.domain().name());
            all.put(Dimension.actType, c.actType().name());
            particulars(all, c.particulars());
        } else if (row instanceof LitigationEvent) {
            var s = (LitigationEvent) row;
            var actor = code.endsWith(":ACTOR") && s.actorCode() != null;
            all.put(Dimension.agency, actor ? s.actorCode() : s.defendantCode());
            all.put(Dimension.domain, s.domain().name());
            all.put(Dimension.actType, s.actType().name());
            all.put(Dimension.court, s.court());
            all.put(Dimension.instance, s.instance().name());
            particulars(all, s.particulars());
        } else if (row instanceof SupervisionDocumentEvent) {
            all.put(Dimension.agency, ((SupervisionDocumentEvent) row).issuedToCode());
        } else {
            var r = (RiskCaseEvent) row;
            all.put(Dimension.agency, r.defendantCode());
            all.put(Dimension.domain, r.domain().name());
            all.put(Dimension.actType, r.actType().name());
        }
        all.put(Dimension.region, row.regionCode());
        return all.get(d);
    }

    private static void particulars(Map<Dimension, String> all, Particulars p) {
        if (p == null) return;
        all.put(Dimension.agencyLevel, p.agencyLevel());
        all.put(Dimension.team, p.team());
    }

    /** The same of a figure: its rows with their numbers. */
    static Map<List<String>, List<Long>> shown(Figure figure, String code, boolean count) {
        var found = new TreeMap<List<String>, List<Long>>(java.util.Comparator.comparing(String::valueOf));
        for (var row : figure.rows()) {
            var value = row.values().get(code);
            if (count && value.value() == null) continue;
            var numbers = count
                    ? List.of(value.value().longValueExact(), value.value().longValueExact())
                    : List.of(value.numerator(), value.denominator());
            if (!numbers.equals(List.of(0L, 0L)))
                found.put(new ArrayList<>(row.group().values()), numbers);
        }
        return new LinkedHashMap<>(found);
    }
}
