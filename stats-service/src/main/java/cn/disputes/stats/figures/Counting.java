package cn.disputes.stats.figures;

import cn.disputes.contract.codes.Regions;
import cn.disputes.stats.indicators.Indicator;
import cn.disputes.stats.indicators.Indicator.Shape;
import cn.disputes.stats.indicators.Indicators;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Counts indicators by groups: from the cells and the changes that wait, or from the facts where no cell answers. */
@ApplicationScoped
class Counting {
    private final Clock clock;

    Counting(Clock clock) {
        this.clock = clock;
    }

    /** The counts of each indicator by the values of the groups; a group without any count is left out. */
    Map<Indicator, Map<List<String>, Counted>> count(Handle h, Collection<Indicator> indicators, Question question) {
        return Snapshot.of(h, same -> count(same, state(same, question), indicators, question));
    }

    private Map<Indicator, Map<List<String>, Counted>> count(
            Handle h, Cells.State state, Collection<Indicator> indicators, Question question) {
        var plain = new LinkedHashSet<Indicator>();
        var byCounty = new LinkedHashSet<Indicator>();
        for (var i : indicators) {
            if (i.shape() == Shape.RATIO) plain.addAll(List.of(above(i), below(i)));
            else if (i.shape() == Shape.COUNTIES) byCounty.add(i);
            else plain.add(i);
        }
        var counts = rows(h, state, plain, question);
        var losses = rows(h, state, byCounty, counties(question));
        var found = new LinkedHashMap<Indicator, Map<List<String>, Counted>>();
        for (var i : indicators) {
            found.put(
                    i,
                    switch (i.shape()) {
                        case RATIO -> ratio(counts.get(above(i)), counts.get(below(i)));
                        case COUNTIES -> zeroes(losses.get(i), question);
                        default -> counts.get(i);
                    });
        }
        return found;
    }

    /** The counts an indicator is made of. */
    static List<Indicator> parts(Indicator i) {
        return i.shape() == Shape.RATIO ? List.of(above(i), below(i)) : List.of(i);
    }

    /** The rows counted, also of an indicator that counts counties without any. */
    Map<List<String>, Counted> plain(Handle h, Indicator i, Question question) {
        return Snapshot.of(h, same -> rows(same, state(same, question), Set.of(i), question)
                .get(i));
    }

    private static Indicator above(Indicator ratio) {
        return Indicators.find(ratio.numeratorOf()).orElseThrow();
    }

    private static Indicator below(Indicator ratio) {
        return Indicators.find(ratio.denominatorOf()).orElseThrow();
    }

    /** What was known on a day is counted from the facts alone. */
    private static Cells.State state(Handle h, Question question) {
        return question.cut().asOf() == null ? Cells.read(h) : Cells.State.NONE;
    }

    private Map<Indicator, Map<List<String>, Counted>> rows(
            Handle h, Cells.State state, Set<Indicator> indicators, Question question) {
        var facts = new FactCounts(h, question);
        var found = new LinkedHashMap<Indicator, Map<List<String>, Counted>>();
        var byCube = new LinkedHashMap<Family.Cube, List<Indicator>>();
        for (var i : indicators) {
            var family = Family.of(i, question.concerned());
            var cube = family.cube(question)
                    .filter(c -> state.table() != null
                            && family.column(Measure.denominator(i)).isPresent()
                            && family.column(Measure.numerator(i)).isPresent());
            if (cube.isEmpty()) found.put(i, facts.known(i));
            else byCube.computeIfAbsent(cube.get(), c -> new ArrayList<>()).add(i);
        }
        byCube.forEach((cube, asked) -> {
            var cells = new CellCounts(h, state.table(), cube, question);
            var flows = asked.stream().filter(i -> !i.period().stock()).toList();
            var stocks = asked.stream().filter(i -> i.period().stock()).toList();
            if (!flows.isEmpty()) found.putAll(cells.flows(flows));
            if (!stocks.isEmpty()) found.putAll(cells.stocks(stocks));
            if (state.waiting()) facts.waiting(asked).forEach((i, more) -> add(found.get(i), more));
        });
        for (var i : indicators) {
            if (i.provisionalDays() > 0) add(found.get(i), facts.provisional(i, knowledge(question.cut())));
        }
        return found;
    }

    /** The day up to which is known what is counted. */
    private LocalDate knowledge(Cut cut) {
        var today = LocalDate.now(clock);
        return cut.asOf() == null || cut.asOf().isAfter(today) ? today : cut.asOf();
    }

    private static void add(Map<List<String>, Counted> counts, Map<List<String>, Counted> more) {
        more.forEach((group, c) -> counts.merge(group, c, Counted::plus));
        counts.values().removeIf(Counted::isNone);
    }

    private static Map<List<String>, Counted> ratio(
            Map<List<String>, Counted> above, Map<List<String>, Counted> below) {
        var counts = new LinkedHashMap<List<String>, Counted>();
        above.forEach((group, c) -> counts.merge(group, new Counted(c.numerator(), 0, 0), Counted::plus));
        below.forEach((group, c) -> counts.merge(group, new Counted(0, c.numerator(), 0), Counted::plus));
        return counts;
    }

    private static Question counties(Question question) {
        var withRegion = new ArrayList<>(question.dimensions());
        withRegion.remove(Dimension.region);
        withRegion.add(Dimension.region);
        return new Question(question.cut(), withRegion, question.group(), question.most());
    }

    /** Counties of the scope without a loss; grouped by region, each county counts itself. */
    private static Map<List<String>, Counted> zeroes(Map<List<String>, Counted> rows, Question question) {
        var lost = new LinkedHashMap<List<String>, Set<String>>();
        enumerable(question).forEach(others -> lost.put(others, new HashSet<>()));
        rows.forEach((group, c) -> {
            var losses = lost.computeIfAbsent(List.copyOf(group.subList(0, group.size() - 1)), g -> new HashSet<>());
            if (c.numerator() > 0) losses.add(group.get(group.size() - 1));
        });
        var counties = question.cut().counties().stream()
                .map(Regions.Region::code)
                .filter(code -> !question.group().containsKey(Dimension.region)
                        || code.equals(question.group().get(Dimension.region)))
                .toList();
        var counts = new LinkedHashMap<List<String>, Counted>();
        var at = question.dimensions().indexOf(Dimension.region);
        lost.forEach((others, losses) -> {
            if (at < 0) {
                var without = counties.stream().filter(c -> !losses.contains(c)).count();
                counts.put(others, new Counted(without, counties.size(), 0));
                return;
            }
            for (var county : counties) {
                var key = new ArrayList<>(others);
                key.add(at, county);
                counts.put(key, new Counted(losses.contains(county) ? 0 : 1, 1, 0));
            }
        });
        return counts;
    }

    /** Groups that exist even when nothing happened in them: the period as a whole, or its parts. */
    private static List<List<String>> enumerable(Question question) {
        var others = question.dimensions().stream()
                .filter(d -> d != Dimension.region)
                .toList();
        if (others.isEmpty()) return List.of(List.of());
        if (others.size() > 1 || !others.get(0).time()) return List.of();
        return Bucket.of(question.cut(), others.get(0)).stream()
                .map(b -> List.of(b.value()))
                .toList();
    }
}
