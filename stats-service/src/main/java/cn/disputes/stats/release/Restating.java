package cn.disputes.stats.release;

import cn.disputes.stats.figures.Cut;
import cn.disputes.stats.figures.Figure;
import cn.disputes.stats.figures.Figures;
import cn.disputes.stats.figures.Figures.Comparison;
import cn.disputes.stats.figures.RowSet;
import cn.disputes.stats.figures.Rows;
import cn.disputes.stats.indicators.Indicator;
import cn.disputes.stats.indicators.Indicator.Shape;
import cn.disputes.stats.indicators.Indicators;
import cn.disputes.stats.release.Restatement.Direction;
import cn.disputes.stats.release.Restatement.Effect;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Holds the rows behind today's figures against those sealed, set by set. */
final class Restating {
    private final Handle h;
    private final Listing listing;
    private final Figures figures;
    private final Release release;
    private final SealedCases sealed;
    private final Map<UUID, List<Effect>> effects = new LinkedHashMap<>();
    private final Map<UUID, String> regions = new HashMap<>();
    private final List<Restatement.Line> lines = new ArrayList<>();

    Restating(Handle h, Rows rows, Figures figures, ReleaseStore.Stored stored) {
        this.h = h;
        this.listing = new Listing(h, rows);
        this.figures = figures;
        this.release = stored.release();
        this.sealed = stored.cases();
        sealed.cases().forEach(one -> regions.put(one.id(), one.regionCode()));
    }

    List<Restatement.Line> lines() {
        return lines;
    }

    /** What each case that moved did. */
    Map<UUID, List<Effect>> effects() {
        return effects;
    }

    Restating compare(Collection<Indicator> indicators) {
        var cut = new Cut(release.from(), release.to(), release.regionCode(), null);
        for (var indicator : indicators) {
            var value = sealedValue(indicator.code());
            // an indicator that came later was not published
            if (value == null) continue;
            compare(indicator, cut, value);
            if (value.previous() != null) compare(indicator, cut.previousYear(), value.previous());
        }
        return this;
    }

    private Figure.Value sealedValue(String code) {
        return release.total().rows().get(0).values().get(code);
    }

    private void compare(Indicator indicator, Cut cut, Figure.Value was) {
        var moves = new EnumMap<RowSet, Restatement.Moves>(RowSet.class);
        var losses = new TreeMap<String, long[]>();
        for (var set : sealedSets(indicator)) {
            var then = sealedIds(indicator, cut, set);
            var now = new HashSet<UUID>();
            for (var row : listing.list(indicator, cut, set)) {
                now.add(row.id());
                regions.putIfAbsent(row.id(), row.regionCode());
            }
            moves.put(set, moves(indicator, cut, set, then, now));
            if (set == RowSet.NUMERATOR && indicator.shape() == Shape.COUNTIES) count(losses, then, now);
        }
        if (moves.values().stream().allMatch(m -> m.entered() == 0 && m.left() == 0)) return;
        lines.add(new Restatement.Line(
                indicator.code(),
                indicator.zh(),
                cut.from(),
                cut.to(),
                release.definition(indicator.code())
                        .map(Release.Definition::version)
                        .orElse(release.definitionVersion()),
                indicator.version(),
                plain(was),
                figures.single(h, indicator, cut, Comparison.NONE),
                moves.get(RowSet.NUMERATOR),
                moves.get(RowSet.DENOMINATOR),
                moves.get(RowSet.EXCLUDED),
                indicator.shape() == Shape.COUNTIES ? turned(losses) : null));
    }

    /** Also a set that a definition of today leaves empty, but the sealed one did not. */
    private List<RowSet> sealedSets(Indicator indicator) {
        var sets = new ArrayList<>(Listing.sets(indicator));
        for (var set : RowSet.values()) {
            var had = sealed.list(indicator, release.from(), release.to(), set).length > 0;
            if (had && !sets.contains(set)) sets.add(set);
        }
        return sets;
    }

    private Set<UUID> sealedIds(Indicator indicator, Cut cut, RowSet set) {
        var ids = new HashSet<UUID>();
        for (var at : sealed.list(indicator, cut.from(), cut.to(), set))
            ids.add(sealed.cases().get(at).id());
        return ids;
    }

    private Restatement.Moves moves(Indicator i, Cut cut, RowSet set, Set<UUID> then, Set<UUID> now) {
        var entered = moved(i, cut, set, now, then, Direction.ENTERED);
        var left = moved(i, cut, set, then, now, Direction.LEFT);
        return new Restatement.Moves(then.size(), now.size(), entered, left, now.size() - then.size());
    }

    private long moved(Indicator i, Cut cut, RowSet set, Set<UUID> here, Set<UUID> notThere, Direction direction) {
        var count = 0;
        for (var id : here) {
            if (notThere.contains(id)) continue;
            effects.computeIfAbsent(id, k -> new ArrayList<>())
                    .add(new Effect(i.code(), cut.from(), cut.to(), set, direction));
            count++;
        }
        return count;
    }

    /** Losses by county; a county without one is what the figure counts. A case counts where it was sealed or is now. */
    private void count(Map<String, long[]> losses, Set<UUID> then, Set<UUID> now) {
        then.forEach(id -> losses.computeIfAbsent(regions.get(id), r -> new long[2])[0]++);
        var today = FactReader.now(h, now);
        now.forEach(id -> {
            var region = today.containsKey(id) ? today.get(id).regionCode() : regions.get(id);
            losses.computeIfAbsent(region, r -> new long[2])[1]++;
        });
    }

    private static List<Restatement.CountyMove> turned(Map<String, long[]> losses) {
        return losses.entrySet().stream()
                .filter(county -> (county.getValue()[0] == 0) != (county.getValue()[1] == 0))
                .map(county -> new Restatement.CountyMove(county.getKey(), county.getValue()[0], county.getValue()[1]))
                .toList();
    }

    /** Without its comparison, which has a line of its own. */
    private static Figure.Value plain(Figure.Value v) {
        return new Figure.Value(
                v.numerator(), v.denominator(), v.value(), v.display(), v.provisional(), null, null, null, null);
    }

    static List<Indicator> sealedIndicators(Release release) {
        return release.definitions().stream()
                .map(d -> Indicators.find(d.code()).orElse(null))
                .filter(Objects::nonNull)
                .toList();
    }
}
