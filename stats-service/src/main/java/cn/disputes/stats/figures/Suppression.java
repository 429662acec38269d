package cn.disputes.stats.figures;

import static cn.disputes.contract.security.Roles.COORDINATOR;
import static cn.disputes.contract.security.Roles.DASHBOARD;
import static cn.disputes.contract.security.Roles.LEADER;
import static cn.disputes.contract.security.Roles.STATISTICIAN;

import cn.disputes.contract.security.Caller;
import cn.disputes.stats.indicators.Indicator;
import cn.disputes.stats.indicators.Indicator.Shape;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;

/** Figures for eyes that see no case: without numbers so small that they tell of single cases ({@link Withheld}). */
@ApplicationScoped
public class Suppression {
    private final Figures figures;
    private final Counting counting;
    private final Clock clock;
    private final int threshold;

    /** @param threshold the least number that is shown, 1 to show all */
    Suppression(
            Figures figures,
            Counting counting,
            Clock clock,
            @ConfigProperty(name = "stats.suppression.threshold", defaultValue = "3") int threshold) {
        this.figures = figures;
        this.counting = counting;
        this.clock = clock;
        this.threshold = threshold;
    }

    /** Whether this caller sees figures only. */
    public boolean appliesTo(Caller caller) {
        return figuresOnly(caller);
    }

    static boolean figuresOnly(Caller caller) {
        return caller.has(DASHBOARD)
                && Stream.of(STATISTICIAN, COORDINATOR, LEADER).noneMatch(caller::has);
    }

    /** As {@link Figures#compute}, with what is withheld marked as suppressed. */
    public Figure compute(
            Handle h,
            List<Indicator> indicators,
            Cut cut,
            List<Dimension> dimensions,
            Map<Dimension, String> group,
            Figures.Comparison comparison) {
        var before = Figures.before(cut, comparison);
        var present = YearMonth.now(clock);
        var now = new Shown(h, counting, threshold, new Question(cut, dimensions, group), present);
        var then = before == null
                ? null
                : new Shown(h, counting, threshold, new Question(before, dimensions, group), present);
        var beside = before == null ? null : new Beside(cut, before, dimensions);
        var figure = figures.compute(
                h,
                indicators,
                cut,
                dimensions,
                group,
                comparison,
                (indicator, counted, of) -> tells(indicator, counted) && then.shows(indicator, of));
        var rows = new ArrayList<Figure.Row>();
        var hidden = new LinkedHashSet<Map<String, String>>();
        for (var row : figure.rows()) {
            var values = new LinkedHashMap<String, Figure.Value>();
            var tells = false;
            var spotless = false;
            var hides = false;
            for (var indicator : indicators) {
                var value = row.values().get(indicator.code());
                var shown = now.shows(indicator, row.group());
                var other = beside == null ? null : beside.then(row.group());
                var compared = other == null || then.shows(indicator, other);
                values.put(indicator.code(), !shown ? Figure.Value.SUPPRESSED : compared ? value : alone(value));
                if (indicator.shape() == Shape.COUNTIES && noLoss(value)) spotless |= shown;
                else tells |= shown && !(nothing(value) && (!compared || nothing(value.previous())));
                hides |= !shown;
                if (!shown) hidden.add(collapsed(row.group()));
            }
            // no county has lost a case where there is none: beside what is hidden such a row would tell of one
            var mayStand = spotless && (!hides || countedAnyway(dimensions));
            if (tells || mayStand || listedAnyway(dimensions)) rows.add(new Figure.Row(row.group(), values));
        }
        // that something is withheld is said once a region and year: each row by itself would tell where there is a
        // case
        if (!listedAnyway(dimensions)) hidden.forEach(g -> rows.add(new Figure.Row(g, suppressed(indicators))));
        return new Figure(
                figure.from(), figure.to(), figure.regionCode(), figure.asOf(), figure.definitionVersion(), rows, null);
    }

    /** Whether a group of one dimension, which is none of time, may be shown. */
    public Predicate<String> shown(Handle h, Indicator indicator, Cut cut, Dimension by) {
        var shown = new Shown(h, counting, threshold, new Question(cut, List.of(by), Map.of()), YearMonth.now(clock));
        return value -> {
            var group = new HashMap<String, String>();
            group.put(by.name(), value);
            return shown.shows(indicator, group);
        };
    }

    /** Rows that stand in the answer whether there are cases or not. */
    private static boolean listedAnyway(List<Dimension> dimensions) {
        return dimensions.isEmpty()
                || dimensions.size() == 1 && (dimensions.get(0).time());
    }

    /** Groups of which counties are counted whether there are cases or not. */
    private static boolean countedAnyway(List<Dimension> dimensions) {
        return dimensions.stream().allMatch(d -> d.time() || d == Dimension.region);
    }

    private static Map<String, String> collapsed(Map<String, String> group) {
        var collapsed = new LinkedHashMap<String, String>();
        group.forEach((name, value) -> collapsed.put(name, name.equals(Dimension.region.name()) ? value : null));
        return collapsed;
    }

    private static Map<String, Figure.Value> suppressed(List<Indicator> indicators) {
        var values = new LinkedHashMap<String, Figure.Value>();
        indicators.forEach(i -> values.put(i.code(), Figure.Value.SUPPRESSED));
        return values;
    }

    /** That no county has lost a case holds where there is none, too. */
    private static boolean tells(Indicator indicator, Counted counted) {
        return indicator.shape() == Shape.COUNTIES
                ? counted.numerator() < counted.denominator()
                : counted.numerator() != 0 || counted.denominator() != 0;
    }

    private static boolean nothing(Figure.Value value) {
        return value == null
                || (value.numerator() == null || value.numerator() == 0)
                        && (value.denominator() == null || value.denominator() == 0)
                        && (value.value() == null || value.value().signum() == 0);
    }

    private static boolean noLoss(Figure.Value counties) {
        return counties.denominator() > 0 && counties.numerator().equals(counties.denominator());
    }

    /** Without what it is compared with. */
    private static Figure.Value alone(Figure.Value v) {
        return new Figure.Value(
                v.numerator(),
                v.denominator(),
                v.value(),
                v.display(),
                v.provisional(),
                Figure.Value.SUPPRESSED,
                null,
                null,
                null);
    }
}
