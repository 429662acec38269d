package cn.disputes.cases.litigation;

import cn.disputes.cases.casefile.StepBody;
import cn.disputes.contract.codes.HeadAttendance;
import cn.disputes.contract.codes.LitigationOutcome;
import cn.disputes.contract.codes.OutcomeGround;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * A step of a suit as a caller writes it.
 *
 * @param headAttendance HEARING_HELD: who stood in court for the agency
 * @param outcome CONCLUDED
 * @param outcomeGround CONCLUDED with WITHDRAWN
 * @param days EXTENDED: days the higher court granted
 * @param to APPEALED: number of the appeal, where known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LitigationStep(
        @NotNull(message = "不能为空 | Must be given") LitigationStepType type,
        @NotNull(message = "不能为空 | Must be given") LocalDate on,
        HeadAttendance headAttendance,
        LitigationOutcome outcome,
        OutcomeGround outcomeGround,
        Integer days,
        @Size(max = 100, message = "最多100字 | At most 100 characters") String to,
        @Size(max = 2000, message = "最多2000字 | At most 2000 characters") String reason,
        @Size(max = 2000, message = "最多2000字 | At most 2000 characters") String note,
        Integer step,
        @Valid LitigationStep replacement)
        implements StepBody<LitigationStep> {

    static LitigationStep of(LitigationStepType type, LocalDate on) {
        return with(type, on).build();
    }

    /** A step that says more than its type and day. */
    static LitigationStepBuilder with(LitigationStepType type, LocalDate on) {
        return new LitigationStepBuilder(type, on);
    }
}
