package cn.disputes.stats.release;

import cn.disputes.stats.figures.Figure;
import cn.disputes.stats.figures.RowSet;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Today's figures against the sealed ones, explained case by case.
 *
 * @param figures the figures of which any set has changed; all others are as sealed
 * @param cases a page of the cases that entered or left a set, each with all it did
 * @param caseCount how many there are in all
 * @param next cursor of the following page of cases
 */
public record Restatement(
        UUID release,
        long number,
        Instant sealedAt,
        Instant comparedAt,
        List<Line> figures,
        long caseCount,
        List<Moved> cases,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Schema(nullable = true) String next) {

    /**
     * One figure, sealed and now. {@code now.numerator − sealed.numerator = numerator.entered − numerator.left}, and the
     * same for the denominator.
     *
     * @param definitionVersion of the definition today; the sealed one is {@code sealedDefinitionVersion}
     * @param denominator missing for plain counts
     * @param counties only for indicators that count counties: those whose losses went to or from none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            String indicator,
            String name,
            YearMonth from,
            YearMonth to,
            String sealedDefinitionVersion,
            String definitionVersion,
            Figure.Value sealed,
            Figure.Value now,
            Moves numerator,
            Moves denominator,
            Moves excluded,
            List<CountyMove> counties) {}

    /** @param difference now less sealed, which is entered less left */
    public record Moves(long sealed, long now, long entered, long left, long difference) {}

    public record CountyMove(String regionCode, long lossesSealed, long lossesNow) {}

    /**
     * A case that entered or left a set.
     *
     * @param why what moved it
     * @param changes what is recorded of it otherwise than when it was sealed
     * @param because cases that moved it without a change of its own, such as a suit that now names it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Moved(
            UUID id,
            String kind,
            String caseNumber,
            String regionCode,
            Why why,
            String whyName,
            List<Change> changes,
            List<Because> because,
            List<Effect> effects) {}

    /** What moved a case. */
    public enum Why {
        NEW("封存后新登记"),
        CHANGED("案件记录变更"),
        RELATED("关联案件变动"),
        DEFINITION("指标定义变更"),
        GONE("案件不再登记");

        private final String zh;

        Why(String zh) {
            this.zh = zh;
        }

        String zh() {
            return zh;
        }
    }

    /** One thing recorded otherwise: the column of the fact, its Chinese name, what it was and what it is. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Change(String field, String name, String before, String after) {}

    public record Because(UUID id, String kind, String caseNumber, Instant knownSince) {}

    public record Effect(String indicator, YearMonth from, YearMonth to, RowSet set, Direction direction) {}

    /** Whether a case came into a set or went out of it. */
    public enum Direction {
        ENTERED,
        LEFT
    }
}
