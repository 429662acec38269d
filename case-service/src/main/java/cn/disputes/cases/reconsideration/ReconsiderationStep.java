package cn.disputes.cases.reconsideration;

import cn.disputes.cases.casefile.StepBody;
import cn.disputes.contract.codes.OutcomeGround;
import cn.disputes.contract.codes.ReconsiderationOutcome;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/**
 * A step of a reconsideration as a caller writes it. Which fields a type takes is said by {@link ReconsiderationRules}.
 *
 * @param ground SUSPENDED 1–10 (Art. 39), TERMINATED 1–5 (Art. 41), WITHDRAWN VOLUNTARY, SETTLED or AFTER_ACT_CHANGED
 * @param days EXTENDED: 1–30
 * @param to TRANSFERRED: the competent authority; PROCEDURE_CONVERTED: ORDINARY
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReconsiderationStep(
        @NotNull(message = "不能为空 | Must be given") ReconsiderationStepType type,
        @NotNull(message = "不能为空 | Must be given") LocalDate on,
        Procedure procedure,
        @Size(max = 2000, message = "最多2000字 | At most 2000 characters") String reason,
        @Size(max = 200, message = "最多200字 | At most 200 characters") String to,
        @Size(max = 50, message = "最多50项 | At most 50 items") List<@Size(max = 500) String> items,
        JsonNode ground,
        Integer days,
        Boolean respondentHeadAttended,
        ReconsiderationOutcome outcome,
        Boolean redo,
        Boolean compensation,
        @Size(max = 2000, message = "最多2000字 | At most 2000 characters") String note,
        Integer step,
        @Valid ReconsiderationStep replacement)
        implements StepBody<ReconsiderationStep> {

    static ReconsiderationStep of(ReconsiderationStepType type, LocalDate on) {
        return with(type, on).build();
    }

    /** A step that says more than its type and day. */
    static ReconsiderationStepBuilder with(ReconsiderationStepType type, LocalDate on) {
        return new ReconsiderationStepBuilder(type, on);
    }

    /** The number of an article's item, or null when the ground is none. */
    Integer numberedGround() {
        if (ground == null) return null;
        if (ground.isInt()) return ground.intValue();
        return ground.isTextual() && ground.textValue().matches("[0-9]{1,2}")
                ? Integer.valueOf(ground.textValue())
                : null;
    }

    OutcomeGround withdrawalGround() {
        if (ground == null || !ground.isTextual()) return null;
        for (var known : OutcomeGround.values()) if (known.name().equals(ground.textValue())) return known;
        return null;
    }
}
