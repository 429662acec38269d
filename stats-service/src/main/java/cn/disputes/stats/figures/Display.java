package cn.disputes.stats.figures;

import cn.disputes.stats.indicators.Indicator;
import cn.disputes.stats.indicators.Indicator.Shape;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** From exact counts to what is shown; the only place that rounds. */
final class Display {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Display() {}

    static Figure.Value value(Indicator i, Counted c) {
        var provisional = c.provisional() > 0 ? Boolean.TRUE : null;
        if (i.shape() == Shape.COUNT) {
            return alone(null, null, BigDecimal.valueOf(c.numerator()), Long.toString(c.numerator()), provisional);
        }
        if (i.shape() == Shape.COUNTIES) {
            var any = c.denominator() > 0;
            return alone(
                    c.numerator(),
                    c.denominator(),
                    any ? BigDecimal.valueOf(c.numerator()) : null,
                    any ? Long.toString(c.numerator()) : null,
                    provisional);
        }
        var value = fraction(c.numerator(), c.denominator());
        return alone(c.numerator(), c.denominator(), value, display(i, c), provisional);
    }

    /** In a group that its cases, or those of one half of it, cannot be in: what is missing there is no zero. */
    static Figure.Value outside(Indicator i, Counted c) {
        return i.shape() == Shape.COUNT
                ? alone(null, null, null, null, null)
                : alone(c.numerator(), c.denominator(), null, null, null);
    }

    /** Compared with nothing. */
    private static Figure.Value alone(
            Long numerator, Long denominator, BigDecimal value, String display, Boolean provisional) {
        return new Figure.Value(numerator, denominator, value, display, provisional, null, null, null, null);
    }

    static Figure.Value compared(Indicator i, Counted now, Counted before) {
        var value = value(i, now);
        var previous = value(i, before);
        var rate = i.shape() == Shape.RATE;
        BigDecimal change = null;
        String shown = null;
        if (rate && value.value() != null && previous.value() != null) {
            change = value.value()
                    .subtract(previous.value())
                    .multiply(HUNDRED)
                    .round(MathContext.DECIMAL64)
                    .stripTrailingZeros();
            shown = signed(change.setScale(2, RoundingMode.HALF_UP)) + " 个百分点";
        } else if (!rate
                && value.value() != null
                && previous.value() != null
                && previous.value().signum() != 0) {
            change = value.value()
                    .subtract(previous.value())
                    .divide(previous.value(), MathContext.DECIMAL64)
                    .stripTrailingZeros();
            shown = signed(change.multiply(HUNDRED).setScale(2, RoundingMode.HALF_UP)) + "%";
        }
        return new Figure.Value(
                value.numerator(),
                value.denominator(),
                value.value(),
                value.display(),
                value.provisional(),
                previous,
                plain(change),
                shown,
                null);
    }

    /** Rounded from the counts themselves, so that nothing is rounded twice. */
    private static String display(Indicator i, Counted c) {
        if (c.denominator() == 0) return null;
        var numerator = BigDecimal.valueOf(c.numerator());
        var denominator = BigDecimal.valueOf(c.denominator());
        if (i.shape() == Shape.RATIO)
            return numerator
                    .divide(denominator, i.digits(), RoundingMode.HALF_UP)
                    .toPlainString();
        return numerator
                        .multiply(HUNDRED)
                        .divide(denominator, i.digits(), RoundingMode.HALF_UP)
                        .toPlainString() + "%";
    }

    private static BigDecimal fraction(long numerator, long denominator) {
        if (denominator == 0) return null;
        return plain(BigDecimal.valueOf(numerator).divide(BigDecimal.valueOf(denominator), MathContext.DECIMAL64));
    }

    private static BigDecimal plain(BigDecimal number) {
        return number == null
                ? null
                : new BigDecimal(number.stripTrailingZeros().toPlainString());
    }

    private static String signed(BigDecimal number) {
        return (number.signum() > 0 ? "+" : "") + number.toPlainString();
    }
}
