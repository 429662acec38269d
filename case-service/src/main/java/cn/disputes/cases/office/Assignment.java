package cn.disputes.cases.office;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One hand-over of a case (分案、改派).
 *
 * @param officer null when the case went back to nobody
 * @param reason why it changed hands; null the first time; shown as {@link Reasons} says
 * @param assignedBy {@code sub} of whoever did it
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Assignment(
        @Schema(nullable = true) String officer,
        @Schema(nullable = true) String reason,
        String assignedBy,
        Instant assignedAt) {
    /** The reason for which a case goes back to nobody when its officer must keep away. */
    static final String RECUSED = "RECUSED";

    /** Whose the case is now, and every hand-over, oldest first. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "AssignmentOfCase")
    public record Of(String caseNumber, @Schema(nullable = true) String assignedTo, List<Assignment> items) {}
}
