package cn.disputes.alerts.view;

import cn.disputes.alerts.view.Circular.Escalation;
import cn.disputes.alerts.view.Circular.Figures;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How a quarter's facts become the figures of a circular, and in which order its rows stand. */
final class CircularRules {
    /** What happened once. */
    enum What {
        CARRIED,
        SIGNED_IN_TIME,
        SIGNED_LATE,
        UNSIGNED,
        LAPSED,
        PENDING,
        CLAIMED,
        VERIFIED,
        BY_REGISTER,
        LOST,
        ESCALATED,
        ANALYSIS_OVERDUE
    }

    /** A rung, of what is ESCALATED. */
    record Rung(int position, String code, String zh, String en) {}

    /** {@code leader}: who answered for it, null where nobody did. */
    record Fact(What what, String region, String agency, String leader, Rung rung) {}

    /** Whom a row speaks of; what it does not speak of is null. */
    record Key(String region, String agency, String leader) {}

    /** {@code rank}: one more than the rows that are worse. */
    record Ranked(int rank, Key key, Figures figures) {}

    /** What counts against a row, the gravest first. */
    static final Comparator<Figures> WORSE_FIRST = Comparator.comparingLong(Figures::lost)
            .thenComparingLong(Figures::overdueAnalyses)
            .thenComparingLong(Figures::escalated)
            .thenComparingLong(f -> f.signedLate() + f.unsigned())
            .reversed();

    private static final Comparator<String> CODES = Comparator.nullsLast(Comparator.naturalOrder());

    private static final Comparator<Key> BY_CODE = Comparator.comparing(Key::region, CODES)
            .thenComparing(Key::agency, CODES)
            .thenComparing(Key::leader, CODES);

    private CircularRules() {}

    /**
     * How an order was signed for.
     *
     * @param signedOn null where it was not
     * @param endedOn when the case ended or was taken off the leader, null where neither
     * @param lastDay null where nothing asks for a signature
     */
    static What signing(LocalDate signedOn, LocalDate endedOn, LocalDate lastDay, LocalDate today) {
        if (signedOn != null)
            return lastDay == null || !signedOn.isAfter(lastDay) ? What.SIGNED_IN_TIME : What.SIGNED_LATE;
        if (endedOn != null && (lastDay == null || !endedOn.isAfter(lastDay))) return What.LAPSED;
        return lastDay == null || !today.isAfter(lastDay) ? What.PENDING : What.UNSIGNED;
    }

    static List<Ranked> rows(Collection<Fact> facts, Function<Fact, Key> by) {
        var figures = facts.stream()
                .collect(Collectors.groupingBy(
                        by, Collectors.collectingAndThen(Collectors.toList(), CircularRules::figures)));
        var ordered = figures.entrySet().stream()
                .sorted(Map.Entry.<Key, Figures>comparingByValue(WORSE_FIRST)
                        .thenComparing(Map.Entry.comparingByKey(BY_CODE)))
                .toList();
        var rows = new ArrayList<Ranked>();
        for (var row : ordered) {
            var last = rows.isEmpty() ? null : rows.get(rows.size() - 1);
            var equal = last != null && WORSE_FIRST.compare(last.figures(), row.getValue()) == 0;
            rows.add(new Ranked(equal ? last.rank() : rows.size() + 1, row.getKey(), row.getValue()));
        }
        return rows;
    }

    static Figures figures(Collection<Fact> facts) {
        var counts = new EnumMap<What, Long>(What.class);
        for (var fact : facts) counts.merge(fact.what(), 1L, Long::sum);
        var rungs = facts.stream()
                .filter(fact -> fact.what() == What.ESCALATED)
                .map(fact -> new Escalation(
                        fact.rung().position(),
                        fact.rung().code(),
                        fact.rung().zh(),
                        fact.rung().en(),
                        1))
                .toList();
        return figures(what -> counts.getOrDefault(what, 0L), together(rungs));
    }

    static Figures total(Collection<Figures> rows) {
        var sums = new EnumMap<What, Long>(What.class);
        for (var row : rows) for (var what : What.values()) sums.merge(what, count(row, what), Long::sum);
        return figures(
                what -> sums.getOrDefault(what, 0L),
                together(
                        rows.stream().flatMap(row -> row.escalations().stream()).toList()));
    }

    private static Figures figures(Function<What, Long> count, List<Escalation> rungs) {
        var inTime = count.apply(What.SIGNED_IN_TIME);
        var late = count.apply(What.SIGNED_LATE);
        var unsigned = count.apply(What.UNSIGNED);
        var lapsed = count.apply(What.LAPSED);
        var pending = count.apply(What.PENDING);
        return new Figures(
                inTime + late + unsigned + lapsed + pending,
                count.apply(What.CARRIED),
                inTime,
                late,
                unsigned,
                lapsed,
                pending,
                count.apply(What.CLAIMED),
                count.apply(What.VERIFIED),
                count.apply(What.BY_REGISTER),
                count.apply(What.LOST),
                rungs.stream().mapToLong(Escalation::count).sum(),
                rungs,
                count.apply(What.ANALYSIS_OVERDUE));
    }

    private static long count(Figures row, What what) {
        return switch (what) {
            case CARRIED -> row.carried();
            case SIGNED_IN_TIME -> row.signedInTime();
            case SIGNED_LATE -> row.signedLate();
            case UNSIGNED -> row.unsigned();
            case LAPSED -> row.lapsed();
            case PENDING -> row.pending();
            case CLAIMED -> row.claimed();
            case VERIFIED -> row.verified();
            case BY_REGISTER -> row.byRegister();
            case LOST -> row.lost();
            case ESCALATED -> row.escalated();
            case ANALYSIS_OVERDUE -> row.overdueAnalyses();
        };
    }

    /** One code may stand for different words in two versions of the ladder, and on different places in two colours. */
    private static List<Escalation> together(List<Escalation> rungs) {
        var kinds = new LinkedHashMap<List<String>, Escalation>();
        for (var rung : rungs)
            kinds.merge(
                    List.of(rung.code(), rung.zh(), rung.en()),
                    rung,
                    (a, b) -> new Escalation(
                            Math.min(a.position(), b.position()), a.code(), a.zh(), a.en(), a.count() + b.count()));
        return kinds.values().stream()
                .sorted(Comparator.comparingInt(Escalation::position)
                        .thenComparing(Escalation::code)
                        .thenComparing(Escalation::zh))
                .toList();
    }
}
