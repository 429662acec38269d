package cn.disputes.stats.figures;

import static cn.disputes.stats.figures.Dimension.actType;
import static cn.disputes.stats.figures.Dimension.agency;
import static cn.disputes.stats.figures.Dimension.agencyLevel;
import static cn.disputes.stats.figures.Dimension.court;
import static cn.disputes.stats.figures.Dimension.domain;
import static cn.disputes.stats.figures.Dimension.instance;
import static cn.disputes.stats.figures.Dimension.team;

import cn.disputes.stats.facts.FactKind;
import cn.disputes.stats.indicators.Indicator;
import cn.disputes.stats.indicators.Indicators;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The cases that are rolled up together: which cubes there are, smallest first, and what each cell counts. Region and time
 * are keys of every cube; any two of the other dimensions stand together in one of them. The widest have cells of whole
 * years only: as many cells of months as there are cases would roll up nothing.
 */
enum Family {
    RECONSIDERATION(
            FactKind.RECONSIDERATION,
            false,
            List.of(List.of(), List.of(domain, team), List.of(actType, team), List.of(agency, agencyLevel, team)),
            List.of(
                    List.of(domain, actType),
                    List.of(agency, agencyLevel, domain),
                    List.of(agency, agencyLevel, actType))),
    LITIGATION(
            FactKind.LITIGATION,
            false,
            List.of(
                    List.of(),
                    List.of(instance, court),
                    List.of(domain, instance, court, team),
                    List.of(actType, instance, court, team),
                    List.of(agency, agencyLevel, instance, court, team)),
            List.of(
                    List.of(domain, actType),
                    List.of(agency, agencyLevel, domain),
                    List.of(agency, agencyLevel, actType))),
    /** Suits by the agency that acted (实施主体); without the agency it is as {@link #LITIGATION}. */
    ACTOR(
            FactKind.LITIGATION,
            true,
            List.of(List.of(agency, instance, court, team)),
            List.of(List.of(agency, domain), List.of(agency, actType))),
    SUPERVISION_DOCUMENT(FactKind.SUPERVISION_DOCUMENT, false, List.of(List.of(), List.of(agency)), List.of()),
    RISK_CASE(
            FactKind.RISK_CASE,
            false,
            List.of(List.of()),
            List.of(List.of(domain, actType), List.of(agency, domain), List.of(agency, actType)));

    /**
     * One way of cutting.
     *
     * @param id of the cells of months; that of years is 1000 above
     * @param months whether there are cells of months; the widest have cells of whole years only
     */
    record Cube(int id, Family family, List<Dimension> keys, boolean months) {
        static final int YEARS = 1000;

        /** The smallest of its family that has all its keys and more, and cells of months too. */
        Optional<Cube> wider() {
            return family.cubes.stream()
                    .filter(other -> months && other.months && other != this && other.keys.containsAll(keys))
                    .findFirst();
        }

        boolean answers(Question question) {
            var time = Dimension.timeOf(question.dimensions());
            return question.concerned().stream().allMatch(d -> d.time() || d == Dimension.region || keys.contains(d))
                    && (months || question.cut().wholeYears() && (time == null || time == Dimension.year));
        }

        String column(Dimension dimension) {
            return dimension == Dimension.region ? "region" : "d" + (keys.indexOf(dimension) + 1);
        }
    }

    /** The cells of one cube: of years, or of months. */
    record Span(Cube cube, boolean years) {
        int id() {
            return years ? cube.id + Cube.YEARS : cube.id;
        }

        String period() {
            return years ? "year" : "month";
        }
    }

    static final int MOST_COUNTS = 32;

    final FactKind kind;
    final boolean byActor;
    private final List<Cube> cubes = new ArrayList<>();
    private final List<Measure> measures;

    Family(FactKind kind, boolean byActor, List<List<Dimension>> months, List<List<Dimension>> years) {
        this.kind = kind;
        this.byActor = byActor;
        months.forEach(keys -> cubes.add(new Cube(ordinal() * 20 + cubes.size(), this, keys, true)));
        years.forEach(keys -> cubes.add(new Cube(ordinal() * 20 + cubes.size(), this, keys, false)));
        var wanted = new LinkedHashSet<Measure>();
        for (var indicator : Indicators.all()) {
            if (indicator.kind() != kind || byActor && !indicator.byActor()) continue;
            wanted.add(Measure.denominator(indicator));
            wanted.add(Measure.numerator(indicator));
        }
        measures = List.copyOf(wanted);
        if (measures.size() > MOST_COUNTS - 1) throw new IllegalStateException(this + " counts more than a cell holds");
    }

    /** Whether the cases of an indicator, of a ratio those of both counts, say at all what a dimension asks. */
    static boolean says(Indicator indicator, Dimension dimension) {
        return dimension.time()
                || dimension == Dimension.region
                || Counting.parts(indicator).stream().allMatch(part -> of(part.kind()).cubes.stream()
                        .anyMatch(cube -> cube.keys.contains(dimension)));
    }

    List<Cube> cubes() {
        return cubes;
    }

    List<Measure> measures() {
        return measures;
    }

    /** The column a count is kept in; nothing for a definition that no cell counts. */
    Optional<String> column(Measure measure) {
        var at = measures.indexOf(measure);
        return at < 0 ? Optional.empty() : Optional.of("n" + (at + 1));
    }

    /** All cells there are. */
    List<Span> spans() {
        var spans = new ArrayList<Span>();
        for (var cube : cubes) {
            if (cube.months) spans.add(new Span(cube, false));
            spans.add(new Span(cube, true));
        }
        return spans;
    }

    /** What says of a case that it counts; of a stock, that it enters. One number for all families of a kind. */
    long bit(Measure measure) {
        return 1L << of(kind).measures.indexOf(measure);
    }

    /** What says of a case that it leaves a stock; 0 for what happens once. */
    long leavingBit(Measure measure) {
        return measure.period().stock() ? bit(measure) << MOST_COUNTS : 0;
    }

    /** The smallest cube that answers a question. */
    Optional<Cube> cube(Question question) {
        return cubes.stream().filter(cube -> cube.answers(question)).findFirst();
    }

    /** The one that counts everything there is to count of a kind. */
    static Family of(FactKind kind) {
        return valueOf(kind.name());
    }

    /** Where an indicator is counted by these dimensions. */
    static Family of(Indicator indicator, Set<Dimension> dimensions) {
        if (indicator.byActor() && dimensions.contains(Dimension.agency)) return ACTOR;
        return of(indicator.kind());
    }
}
