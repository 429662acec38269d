package cn.disputes.stats.ranking;

import cn.disputes.stats.figures.Cut;
import cn.disputes.stats.groups.GroupBy;
import cn.disputes.stats.groups.GroupCount;
import cn.disputes.stats.indicators.Indicator;
import cn.disputes.stats.indicators.Indicator.Shape;
import cn.disputes.stats.targets.Target;
import cn.disputes.stats.targets.TargetStore;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** A ranking as it is shown, to whom it is shown. */
final class RankingView {
    private static final String METHOD = "Wilson 95%（z = 1.959963984540054），区间向外取六位小数";

    private final Indicator indicator;
    private final Cut cut;
    private final Cut before;
    private final GroupBy by;
    private final int minimum;
    private final boolean shy;
    private final TargetStore.Targets targets;
    private final Direction direction;

    /** @param shy for a reader who may see no small counts */
    RankingView(
            Indicator indicator,
            Cut cut,
            Cut before,
            GroupBy by,
            int minimum,
            boolean shy,
            TargetStore.Targets targets) {
        this.indicator = indicator;
        this.cut = cut;
        this.before = before;
        this.by = by;
        this.minimum = minimum;
        this.shy = shy;
        this.targets = targets;
        this.direction = Direction.of(indicator);
    }

    Ranking show(Standing now, Standing then) {
        var previous = new HashMap<String, Integer>();
        then.table().places().forEach(p -> previous.put(p.count().group(), p.rank()));
        return new Ranking(
                indicator.code(),
                indicator.zh(),
                indicator.version(),
                cut.from(),
                cut.to(),
                cut.regionCode(),
                by.name(),
                minimum,
                direction,
                direction.zh(),
                before.from(),
                before.to(),
                indicator.shape() == Shape.RATE ? METHOD : null,
                Stream.concat(
                                now.table().places().stream().map(p -> place(p, previous)),
                                now.withheld().stream()
                                        .map(g -> Ranking.Place.withheld(g.group(), by.nameZh(g.group()))))
                        .toList(),
                Stream.concat(
                                now.apart().stream().map(this::apart),
                                now.table().unplaced().stream().map(this::tooFew))
                        .toList());
    }

    private Ranking.Place place(RankingRules.Place p, Map<String, Integer> previous) {
        var count = p.count();
        var then = previous.get(count.group());
        var moved = then == null ? null : then - p.rank();
        var value = value(count);
        var ranged = p.interval() != null;
        return new Ranking.Place(
                count.group(),
                by.nameZh(count.group()),
                p.rank(),
                (p.tied() ? "并列第" : "第") + p.rank() + "名",
                p.tied(),
                ranged ? p.bestRank() : null,
                ranged ? p.worstRank() : null,
                count.denominator() == null ? null : (Long) count.numerator(),
                count.denominator(),
                value,
                count.display(),
                count.provisional(),
                ranged ? interval(p.interval()) : null,
                then,
                moved,
                moved == null ? "上期未排名" : moved == 0 ? "持平" : moved > 0 ? "上升" + moved + "位" : "下降" + -moved + "位",
                aim(p, value),
                false);
    }

    private static BigDecimal value(GroupCount count) {
        if (count.denominator() == null) return BigDecimal.valueOf(count.numerator());
        return plain(BigDecimal.valueOf(count.numerator())
                .divide(BigDecimal.valueOf(count.denominator()), MathContext.DECIMAL64));
    }

    private Ranking.Aim aim(RankingRules.Place p, BigDecimal value) {
        if (direction == Direction.NEITHER) return null;
        var region =
                by == GroupBy.region && p.count().group() != null ? p.count().group() : cut.regionCode();
        return targets.of(region).map(target -> aim(target, p, value)).orElse(null);
    }

    private Ranking.Aim aim(Target.InForce target, RankingRules.Place p, BigDecimal value) {
        var met = reaches(p.count(), target.value());
        var certain = p.interval() == null
                || met == reaches(p.interval().low(), target.value())
                        && met == reaches(p.interval().high(), target.value());
        return new Ranking.Aim(
                target.value(), target.regionCode(), met, certain, plain(value.subtract(target.value())));
    }

    /** By multiplication, so that 1 of 3 is held against a third and not against a rounded one. */
    private boolean reaches(GroupCount count, BigDecimal target) {
        if (count.denominator() == null) return reaches(BigDecimal.valueOf(count.numerator()), target);
        return reaches(BigDecimal.valueOf(count.numerator()), target.multiply(BigDecimal.valueOf(count.denominator())));
    }

    private boolean reaches(BigDecimal value, BigDecimal target) {
        return direction == Direction.LOWER_IS_BETTER ? value.compareTo(target) <= 0 : value.compareTo(target) >= 0;
    }

    private static Ranking.Interval interval(Wilson wilson) {
        return new Ranking.Interval(
                wilson.low(),
                wilson.high(),
                percent(wilson.low(), RoundingMode.FLOOR) + "–" + percent(wilson.high(), RoundingMode.CEILING));
    }

    private static String percent(BigDecimal fraction, RoundingMode rounding) {
        return fraction.movePointRight(2).setScale(1, rounding).toPlainString() + "%";
    }

    private Ranking.Unplaced apart(GroupCount count) {
        return unplaced(count, "市本级不参加县（市、区）排名", "the city itself: not ranked among its counties");
    }

    private Ranking.Unplaced tooFew(GroupCount count) {
        return unplaced(count, "不足" + minimum + "件，不参加排名", "fewer than " + minimum + " cases: not ranked");
    }

    private Ranking.Unplaced unplaced(GroupCount count, String reason, String reasonEn) {
        return new Ranking.Unplaced(
                count.group(),
                by.nameZh(count.group()),
                shy ? null : (Long) count.numerator(),
                shy ? null : count.denominator(),
                reason,
                reasonEn);
    }

    private static BigDecimal plain(BigDecimal number) {
        return new BigDecimal(number.stripTrailingZeros().toPlainString());
    }
}
