package cn.disputes.stats.indicators;

import cn.disputes.stats.facts.FactKind;

/**
 * One indicator or variant: the single definition from which its text, its figure and its rows come. The conditions are
 * SQL over a fact {@code f} and a period {@code p.first … p.last}.
 *
 * @param code as in the API; a variant is {@code BASE:VARIANT}
 * @param digits decimals shown; rounding happens at display only
 * @param population the rows of the period the indicator looks at
 * @param counted which of the population are in the denominator (of a rate); the others are listed as excluded
 * @param numerator which of the denominator are in the numerator (of a count: which are counted)
 * @param formula in words, Chinese
 * @param excludedReason why a row of the population is left out of the denominator
 */
public record Indicator(
        String code,
        String zh,
        String en,
        Shape shape,
        int digits,
        FactKind kind,
        String population,
        String counted,
        String numerator,
        String formula,
        String excludedReason,
        String basis) {
    public static final String DEFINITION_VERSION = "1";

    /** What kind of figure it is. */
    public enum Shape {
        /** Number of rows. */
        COUNT,
        /** Numerator over denominator, shown as a percentage. */
        RATE,
        /** One count over another, shown as a number. */
        RATIO,
        /** Counties without a row of the numerator, over all counties. */
        COUNTIES
    }

    /** The variant's agency is the one that acted (实施主体). */
    public boolean byActor() {
        return code.endsWith(":ACTOR");
    }

    /** The dispute once, by its last effective outcome, instead of each instance. */
    public boolean byDispute() {
        return code.endsWith(":EFFECTIVE");
    }
}
