package cn.disputes.cases.approval;

import cn.disputes.cases.casefile.FreeText;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A step proposed by an officer that takes effect when another person approves it (审批).
 *
 * @param kind {@code reconsiderations} or {@code supervision-documents}
 * @param caseId null while the document proposed does not exist yet
 * @param caseNumber of the case, or of the document proposed
 * @param body the step, or the document, as it was proposed; its free text, like the note, is shown to those only who see
 *     the names of the case, to the approvers and to whoever proposed it
 * @param proposedBy {@code sub} of the officer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Approval(
        UUID id,
        String kind,
        UUID caseId,
        String caseNumber,
        String regionCode,
        String stepType,
        JsonNode body,
        Status status,
        String proposedBy,
        Instant proposedAt,
        String decidedBy,
        Instant decidedAt,
        String note) {

    /** For eyes that may not see names. */
    Approval masked() {
        return new Approval(
                id,
                kind,
                caseId,
                caseNumber,
                regionCode,
                stepType,
                FreeText.hidden(body),
                status,
                proposedBy,
                proposedAt,
                decidedBy,
                decidedAt,
                FreeText.hidden(note));
    }

    /** What has become of the proposal. */
    @Schema(name = "ApprovalStatus")
    public enum Status {
        PENDING,
        APPROVED,
        REJECTED,
        /** Whoever proposed it has taken it back. */
        WITHDRAWN,
        /** The case went on so that the step can no longer be taken. */
        OVERTAKEN
    }

    /** The answer to a step that waits. */
    public record Proposed(UUID approvalId) {}
}
