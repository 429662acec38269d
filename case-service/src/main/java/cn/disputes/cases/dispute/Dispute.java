package cn.disputes.cases.dispute;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One dispute (争议): its reconsideration and every instance of the suits after it, linked by the numbers they name.
 *
 * @param reconsiderations as a rule one, none where the suit came first
 * @param instances in the order in which they followed each other
 * @param lastEffective the last decision that took effect, left out while none has
 * @param nominalAgency the agency sued, or the respondent while nothing is sued
 * @param actingAgency the agency that acted (实施主体), where it is another
 * @param complete false: more cases name each other than one dispute can have, only the first are shown
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Dispute(
        List<Reconsideration> reconsiderations,
        List<DisputeInstance> instances,
        @JsonInclude(JsonInclude.Include.NON_NULL) LastEffective lastEffective,
        NamedAgency nominalAgency,
        NamedAgency actingAgency,
        boolean closed,
        Standing standing,
        boolean complete) {
    /**
     * The last decision that took effect.
     *
     * @param standing the outcome that stands because of it: of an appeal dismissed or withdrawn what was appealed; null when
     *     that is not registered
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record LastEffective(
            String caseNumber, String outcome, @Schema(nullable = true) String standing, LocalDate since) {}

    /** Where the dispute stands. */
    public record Standing(DisputeStanding code, String zh, String en) {
        static Standing of(DisputeStanding code) {
            return new Standing(code, code.zh(), code.en());
        }
    }
}
