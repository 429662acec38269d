package cn.disputes.cases.office;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An officer keeps away from a case (回避): sees it no more and does nothing in it, as approver neither.
 *
 * @param reason shown as {@link Reasons} says
 * @param declaredBy {@code sub} of the officer, or of the approver who decided it
 */
public record Recusal(String officer, String reason, String declaredBy, Instant declaredAt) {
    /**
     * Those of a case, oldest first.
     *
     * @param items those that stand
     * @param lifted those that stood once
     */
    @Schema(name = "Recusals")
    public record All(List<Recusal> items, List<Lifted> lifted) {}

    /**
     * A recusal that was lifted.
     *
     * @param liftedBy {@code sub} of the approver
     */
    @Schema(name = "LiftedRecusal")
    public record Lifted(
            String officer,
            String reason,
            String declaredBy,
            Instant declaredAt,
            String liftReason,
            String liftedBy,
            Instant liftedAt) {}

    /** Why a recusal no longer stands. */
    @Schema(name = "RecusalLifting")
    public record Lifting(
            @NotBlank(message = "不能为空 | Must be given") @Size(max = 1000, message = "最多1000字 | At most 1000 characters")
                    String reason) {}

    /**
     * Declares one.
     *
     * @param officer the caller when not given; another one only by an approver
     */
    public record Declaration(
            @NotBlank(message = "不能为空 | Must be given") @Size(max = 1000, message = "最多1000字 | At most 1000 characters")
                    String reason,
            @Size(max = 200, message = "最多200字 | At most 200 characters") String officer) {}
}
