package cn.disputes.stats.ranking;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The score interval of Wilson (1927) for a rate of {@code numerator} in {@code denominator} cases, at 95 %:
 *
 * <pre>
 * (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n),  z = 1.959963984540054
 * </pre>
 *
 * Computed in decimals of 34 digits from the exact counts and then rounded outwards to six decimals, so that what is
 * printed never claims more than the cases bear. Unlike p ± 1.96 σ it stays within 0 and 1 and does not shrink to
 * nothing at 0 of 3 or 3 of 3.
 */
record Wilson(BigDecimal low, BigDecimal high) {
    private static final MathContext MC = MathContext.DECIMAL128;
    private static final BigDecimal Z = new BigDecimal("1.959963984540054");
    private static final BigDecimal Z2 = Z.multiply(Z);
    private static final int DIGITS = 6;

    static Wilson of(long numerator, long denominator) {
        if (denominator <= 0 || numerator < 0 || numerator > denominator)
            throw new IllegalArgumentException(numerator + " of " + denominator);
        var n = BigDecimal.valueOf(denominator);
        var p = BigDecimal.valueOf(numerator).divide(n, MC);
        var spread = p.multiply(BigDecimal.ONE.subtract(p))
                .divide(n, MC)
                .add(Z2.divide(n.multiply(n).multiply(BigDecimal.valueOf(4)), MC));
        var half = Z.multiply(spread.sqrt(MC));
        var centre = p.add(Z2.divide(n.multiply(BigDecimal.valueOf(2)), MC));
        var scale = BigDecimal.ONE.add(Z2.divide(n, MC));
        // at the ends the formula gives 0 and 1 but for the last digit
        var low = numerator == 0 ? BigDecimal.ZERO : centre.subtract(half).divide(scale, MC);
        var high = numerator == denominator ? BigDecimal.ONE : centre.add(half).divide(scale, MC);
        return new Wilson(
                plain(low.setScale(DIGITS, RoundingMode.FLOOR)), plain(high.setScale(DIGITS, RoundingMode.CEILING)));
    }

    private static BigDecimal plain(BigDecimal number) {
        return new BigDecimal(number.stripTrailingZeros().toPlainString());
    }
}
