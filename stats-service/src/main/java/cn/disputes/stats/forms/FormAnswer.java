package cn.disputes.stats.forms;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A return filled in.
 *
 * @param balanced whether every check holds and every figure agrees with its indicator
 * @param rows the total first
 * @param notRecorded columns printed as —, and why
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FormAnswer(
        String form,
        String number,
        String title,
        String authority,
        String approval,
        String unit,
        YearMonth from,
        YearMonth to,
        String regionCode,
        String regionName,
        LocalDate asOf,
        boolean balanced,
        List<Heading> columns,
        List<Row> rows,
        List<Checked> checks,
        List<Agreement> agreements,
        List<NotRecorded> notRecorded,
        List<String> notes,
        List<String> signatures) {

    /** A heading; {@code code} names the cells below it where it has no columns of its own. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Heading(String code, String label, List<Heading> columns) {}

    /** @param key code of the row; null for the total and for cases that do not say */
    public record Row(@Schema(nullable = true) String key, String label, boolean total, Map<String, Cell> cells) {}

    /**
     * @param value null where the register has no data: printed as —, which is not 0
     * @param unrecorded cases that may belong here but do not say; missing when there is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Cell(
            @JsonInclude(JsonInclude.Include.ALWAYS) @Schema(nullable = true) BigDecimal value, Long unrecorded) {}

    /** @param breaks the rows in which it does not hold */
    public record Checked(String code, String label, boolean holds, List<Break> breaks) {}

    /**
     * One row that breaks a check.
     *
     * @param left sum of the left side
     * @param heavier which side has more: LEFT, RIGHT, or NEITHER where cases cancel out
     * @param caseCount how many cases count differently on the two sides
     * @param cases the first of them
     */
    public record Break(
            @Schema(nullable = true) String row,
            String label,
            BigDecimal left,
            BigDecimal right,
            Heavier heavier,
            long caseCount,
            List<CaseBehind> cases) {}

    /** Which side of a check has more. */
    public enum Heavier {
        LEFT,
        RIGHT,
        NEITHER
    }

    /** A case that counts differently on the two sides. */
    public record CaseBehind(UUID id, String caseNumber, String regionCode, BigDecimal left, BigDecimal right) {}

    /** A column whose total an indicator counts too. */
    public record Agreement(
            String column,
            String label,
            String indicator,
            @Schema(nullable = true) BigDecimal form,
            BigDecimal figure,
            boolean agrees) {}

    public record NotRecorded(String column, String label, String reason) {}
}
