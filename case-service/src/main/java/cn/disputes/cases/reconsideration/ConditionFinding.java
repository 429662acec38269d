package cn.disputes.cases.reconsideration;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What the review found of one condition of acceptance (Art. 30).
 *
 * @param condition its code, or 1 to 7
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConditionFinding(
        @NotNull(message = "不能为空 | Must be given") AcceptanceCondition condition,
        @NotNull(message = "不能为空 | Must be given") Boolean met,
        @Size(max = 1000, message = "最多1000字 | At most 1000 characters") String note) {}
