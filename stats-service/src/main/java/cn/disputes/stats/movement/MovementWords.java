package cn.disputes.stats.movement;

import cn.disputes.stats.figures.Figure;
import cn.disputes.stats.groups.GroupBy;
import cn.disputes.stats.indicators.Indicator;
import cn.disputes.stats.indicators.Indicator.Shape;
import cn.disputes.stats.movement.Decomposition.Effect;
import java.math.RoundingMode;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/** A movement in a paragraph, Chinese and English; the largest effects are named, the rest are summed. */
final class MovementWords {
    private static final int NAMED = 5;

    private final Indicator indicator;
    private final GroupBy by;
    private final Movement.Side before;
    private final Movement.Side after;

    MovementWords(Indicator indicator, GroupBy by, Movement.Side before, Movement.Side after) {
        this.indicator = indicator;
        this.by = by;
        this.before = before;
        this.after = after;
    }

    String zh(boolean possible, BigFraction change, List<Effect> effects) {
        var subject = indicator.zh();
        if (!possible) {
            return subject + "无法比较：" + (before.value() == null ? period(before) : period(after)) + "分母为零。";
        }
        var text = new StringBuilder(subject)
                .append("由")
                .append(period(before))
                .append("的")
                .append(shown(before));
        if (change.signum() == 0)
            text.append("到").append(period(after)).append("没有变化").append(provisional(after) ? Figure.PROVISIONAL : "");
        else
            text.append(change.signum() > 0 ? "升至" : "降至")
                    .append(period(after))
                    .append("的")
                    .append(shown(after))
                    .append("，")
                    .append(change.signum() > 0 ? "上升" : "下降")
                    .append(amount(change.abs(), false));
        var moved = effects.stream().filter(e -> e.total().signum() != 0).toList();
        if (moved.isEmpty()) return text.append("。").toString();
        text.append("。按").append(by.zh()).append("分解：");
        for (var i = 0; i < Math.min(NAMED, moved.size()); i++)
            text.append(i == 0 ? "" : "；").append(groupZh(moved.get(i)));
        if (moved.size() > NAMED) {
            text.append("；其余").append(moved.size() - NAMED).append("个合计").append(amount(rest(moved), true));
        }
        return text.append("。").toString();
    }

    private String groupZh(Effect e) {
        var text = by.nameZh(e.group())
                + (e.total().signum() > 0 ? "拉高" : "拉低")
                + amount(e.total().abs(), false);
        if (indicator.shape() != Shape.RATE) return text;
        if (e.before().denominator() == 0) return text + "（新增，全部为结构影响）";
        if (e.after().denominator() == 0) return text + "（本期没有案件，全部为结构影响）";
        return text + "（自身比率" + amount(e.own(), true) + "，结构" + amount(e.structure(), true) + "）";
    }

    String en(boolean possible, BigFraction change, List<Effect> effects) {
        var subject = indicator.en();
        if (!possible) {
            return "No comparison of " + subject + ": nothing to divide by in "
                    + (before.value() == null ? span(before) : span(after)) + ".";
        }
        var text = new StringBuilder(subject);
        text.setCharAt(0, Character.toUpperCase(text.charAt(0)));
        text.append(change.signum() == 0 ? " did not move: " : change.signum() > 0 ? " rose from " : " fell from ")
                .append(before.display())
                .append(" (")
                .append(span(before))
                .append(") to ")
                .append(after.display())
                .append(" (")
                .append(span(after))
                .append(")");
        if (change.signum() != 0) text.append(", ").append(amountEn(change));
        var moved = effects.stream().filter(e -> e.total().signum() != 0).toList();
        if (moved.isEmpty()) return text.append(".").toString();
        text.append(". By ").append(by.en()).append(": ");
        for (var i = 0; i < Math.min(NAMED, moved.size()); i++)
            text.append(i == 0 ? "" : "; ").append(groupEn(moved.get(i)));
        if (moved.size() > NAMED)
            text.append("; the other ")
                    .append(moved.size() - NAMED)
                    .append(" together ")
                    .append(amountEn(rest(moved)));
        return text.append(".").toString();
    }

    private String groupEn(Effect e) {
        var text = by.nameEn(e.group()) + " " + amountEn(e.total());
        if (indicator.shape() != Shape.RATE) return text;
        if (e.before().denominator() == 0) return text + " (new: all of it mix)";
        if (e.after().denominator() == 0) return text + " (gone: all of it mix)";
        return text + " (own rate " + amountEn(e.own()) + ", mix " + amountEn(e.structure()) + ")";
    }

    private static BigFraction rest(List<Effect> moved) {
        return moved.stream().skip(NAMED).map(Effect::total).reduce(BigFraction.ZERO, BigFraction::add);
    }

    /** Two decimals, half-up, in the unit of the indicator. */
    String amount(BigFraction amount, boolean signed) {
        return switch (indicator.shape()) {
            case COUNT -> number(amount, 0, signed) + "件";
            case COUNTIES -> number(amount, 0, signed) + "个";
            case RATE -> number(amount.multiply(100), 2, signed) + "个百分点";
            case RATIO -> number(amount, 2, signed);
        };
    }

    private String amountEn(BigFraction amount) {
        return switch (indicator.shape()) {
            case COUNT, COUNTIES -> number(amount, 0, true);
            case RATE -> number(amount.multiply(100), 2, true) + " percentage points";
            case RATIO -> number(amount, 2, true);
        };
    }

    private static String number(BigFraction amount, int digits, boolean signed) {
        var rounded = amount.bigDecimalValue(digits, RoundingMode.HALF_UP);
        return (signed && rounded.signum() > 0 ? "+" : "") + rounded.toPlainString();
    }

    private String period(Movement.Side side) {
        var whole = side.from().getMonthValue() == 1
                && side.to().getMonthValue() == 12
                && side.from().getYear() == side.to().getYear();
        if (whole) return side.from().getYear() + "年";
        return side.from().equals(side.to()) ? side.from().toString() : side.from() + "至" + side.to();
    }

    private static String shown(Movement.Side side) {
        return side.display() + (provisional(side) ? Figure.PROVISIONAL : "");
    }

    private static String span(Movement.Side side) {
        return (side.from().equals(side.to()) ? side.from().toString() : side.from() + " to " + side.to())
                + (provisional(side) ? ", provisional" : "");
    }

    private static boolean provisional(Movement.Side side) {
        return Boolean.TRUE.equals(side.provisional());
    }
}
