package cn.disputes.alerts.analysis;

import cn.disputes.alerts.analysis.LossAnalysis.Measure;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A report as it is filed.
 *
 * @param caseNumber of the lost suit
 * @param causes why it was lost, the main one first
 * @param responsibleCode the agency whose fault it is; the defendant unless given
 * @param summary what went wrong, in words that name no private person
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "LossAnalysisRequest")
public record LossRequest(
        @NotBlank(message = "不能为空 | Must be given") @Size(max = 60, message = "最多60字 | At most 60 characters")
                String caseNumber,
        @NotEmpty(message = "至少一项 | At least one") @Size(max = 11, message = "最多11项 | At most 11")
                List<@NotNull(message = "不能为空 | Must be given") LossCause> causes,
        @Pattern(regexp = "[0-9A-HJ-NPQRTUWXY]{18}", message = "应为18位统一社会信用代码 | Must be an 18-character credit code")
                String responsibleCode,
        @NotBlank(message = "不能为空 | Must be given") @Size(max = 4000, message = "最多4000字 | At most 4000 characters")
                String summary,
        @Size(max = 50, message = "最多50项 | At most 50")
                List<@Valid @NotNull(message = "不能为空 | Must be given") Measure> measures) {}
