package cn.disputes.stats.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The answer to one question: rows of groups, each with a value per indicator.
 *
 * @param total of all groups, those not shown among them; only when asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Figure(
        YearMonth from,
        YearMonth to,
        String regionCode,
        LocalDate asOf,
        String definitionVersion,
        List<Row> rows,
        Row total) {

    /** What follows a figure wherever it is printed, as long as it may still change. */
    public static final String PROVISIONAL = "（暂定）";

    /** The same with what all groups come to. */
    Figure with(Row allGroups) {
        return new Figure(from, to, regionCode, asOf, definitionVersion, rows, allGroups);
    }

    /**
     * One group.
     *
     * @param group its values by dimension; without those the rows have none of; a row that stands for all that is withheld has its region only
     * @param values by code of the indicator
     */
    public record Row(
            @JsonInclude(value = JsonInclude.Include.ALWAYS, content = JsonInclude.Include.NON_NULL)
                    Map<String, String> group,
            Map<String, Value> values) {}

    /**
     * One figure.
     *
     * @param numerator exact count; null for a plain count
     * @param denominator exact count; null for a plain count
     * @param value the count, or the fraction; null when the denominator is zero, and where the cases do not have what they
     *     are grouped by
     * @param display rounded half-up, as it is printed
     * @param provisional some rows behind it may still change it
     * @param previous the same figure of the period compared with; missing where no part of it is as long
     * @param suppressed not shown to this role, because the cases would be too few; see the README
     * @param change a fraction for counts and ratios, percentage points for rates; null where there is nothing to compare
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Value(
            Long numerator,
            Long denominator,
            @JsonInclude(JsonInclude.Include.ALWAYS) @Schema(nullable = true) BigDecimal value,
            String display,
            Boolean provisional,
            Value previous,
            BigDecimal change,
            String changeDisplay,
            Boolean suppressed) {
        /** What follows it in print; empty once it is settled. */
        public String mark() {
            return Boolean.TRUE.equals(provisional) ? PROVISIONAL : "";
        }

        /** Not shown, so that it gives no small number away. */
        static final Value SUPPRESSED = new Value(null, null, null, null, null, null, null, null, true);
    }
}
