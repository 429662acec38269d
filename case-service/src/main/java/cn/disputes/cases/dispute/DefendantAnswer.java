package cn.disputes.cases.dispute;

import cn.disputes.contract.codes.ReconsiderationOutcome;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who is sued after a reconsideration, and before which court.
 *
 * @param choices the ways to sue, none while no suit lies
 * @param dependsOn query parameters not given that would change the answer
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record DefendantAnswer(
        String caseNumber,
        @JsonInclude(JsonInclude.Include.NON_NULL) ReconsiderationOutcome outcome,
        Basis basis,
        List<Choice> choices,
        List<String> dependsOn) {
    /** The rule applied. */
    public record Basis(String code, String article, String zh, String en) {}

    /** A defendant by its side and name. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Defendant(DefendantSide side, @Schema(nullable = true) String code, String name) {}

    /** One way to sue; two defendants are co-defendants (共同被告). */
    public record Choice(
            SuedMatter sued, List<Defendant> defendants, boolean coDefendants, CourtLevel court, String courtArticle) {}
}
