package cn.disputes.stats.indicators;

import cn.disputes.stats.facts.FactKind;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One version of one indicator or variant: the single definition from which its text, its figure and its rows come.
 *
 * @param code as in the API; a variant is {@code BASE:VARIANT}, a version that is not in force {@code CODE@VERSION}
 * @param version of this definition, 1 and up
 * @param trial proposed: runs beside the one in force and never in its place
 * @param digits decimals shown; rounding happens at display only
 * @param kind the cases it looks at; null of a ratio
 * @param period which date decides; null of a ratio
 * @param base which cases of the period are counted (of a rate: are in the denominator); the others are its excluded rows
 * @param hits which of these are in the numerator; nothing for a count
 * @param byActor its agency is the one that acted (实施主体)
 * @param provisionalDays a case served (or without a day of service: concluded) less than so many days ago may still
 *     change it; 0 for none
 * @param numeratorOf of a ratio: the count above
 * @param denominatorOf of a ratio: the count below
 * @param basis who publishes it that way, or the law
 */
public record Indicator(
        String code,
        String version,
        boolean trial,
        String zh,
        String en,
        Shape shape,
        int digits,
        FactKind kind,
        Period period,
        List<Condition> base,
        List<Condition> hits,
        boolean byActor,
        int provisionalDays,
        String numeratorOf,
        String denominatorOf,
        String basis) {
    /** Of the dictionary as a whole; each definition has a version of its own besides. */
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

    /** SQL: the rows of the period the indicator looks at. */
    public String population() {
        return period.within();
    }

    /** SQL: which of the population are counted. */
    public String counted() {
        return Condition.allOf(base);
    }

    /** SQL: which of the counted are in the numerator. */
    public String numerator() {
        return Condition.allOf(hits);
    }

    /** SQL: why a row of the population is not counted, as the place of the first condition it does not meet. */
    public String excludedBy() {
        var cases = new StringBuilder("CASE");
        for (var i = 0; i < base.size(); i++)
            cases.append(" WHEN (")
                    .append(base.get(i).sql())
                    .append(") IS NOT TRUE THEN ")
                    .append(i);
        return base.isEmpty() ? "NULL::int" : cases.append(" END").toString();
    }

    /** Whether what it asks of a case depends on other cases. */
    public boolean crossCase() {
        return (counted() + numerator()).matches("(?s).*f\\.(sued|standing)\\b.*");
    }

    /** In words, Chinese. */
    public String formula() {
        return switch (shape) {
            case COUNT -> IndicatorText.zh(this, false);
            case RATE -> IndicatorText.zh(this, true) + " / " + IndicatorText.zh(this, false);
            case RATIO -> numeratorOf + " / " + denominatorOf;
            case COUNTIES -> "没有“" + IndicatorText.zh(this, true) + "”的县（市、区）数 / 县（市、区）数";
        };
    }

    /** Every reason a row of the population may be left out for, Chinese. */
    public String excludedReason() {
        return base.stream().map(Condition::otherwiseZh).collect(Collectors.joining("；"));
    }

    /** The code without the version. */
    public String plainCode() {
        return code.contains("@") ? code.substring(0, code.indexOf('@')) : code;
    }
}
