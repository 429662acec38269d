package cn.disputes.alerts.alert;

import cn.disputes.alerts.risk.RiskReason;
import cn.disputes.contract.codes.ActType;
import cn.disputes.contract.codes.Domain;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/**
 * A court's alert about a suit (法院预警). {@code (source, sourceAlertId)} is its identity.
 *
 * @param litigationCaseNumber the court's number of the suit; normalised when stored
 * @param raisedOn the day the court raised it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Alert(
        @NotBlank(message = "不能为空 | Must be given") @Size(max = 100, message = "最多100字 | At most 100 characters")
                String source,
        @NotBlank(message = "不能为空 | Must be given") @Size(max = 200, message = "最多200字 | At most 200 characters")
                String sourceAlertId,
        @NotBlank(message = "不能为空 | Must be given") @Size(max = 100, message = "最多100字 | At most 100 characters")
                String court,
        @NotNull(message = "不能为空 | Must be given") String litigationCaseNumber,
        @NotNull(message = "不能为空 | Must be given")
                @Pattern(regexp = "[0-9]{6}", message = "应为六位行政区划代码 | Must be a six-digit region code")
                String regionCode,
        @NotNull(message = "不能为空 | Must be given")
                @Pattern(
                        regexp = "[0-9A-HJ-NPQRTUWXY]{18}",
                        message = "应为18位统一社会信用代码 | Must be an 18-character credit code")
                String defendantCode,
        @NotBlank(message = "不能为空 | Must be given") @Size(max = 100, message = "最多100字 | At most 100 characters")
                String defendantName,
        Domain domain,
        ActType actType,
        @NotEmpty(message = "至少一项 | At least one") @Size(max = 20, message = "最多20项 | At most 20")
                List<@NotNull(message = "不能为空 | Must be given") RiskReason> riskReasons,
        @Size(max = 2000, message = "最多2000字 | At most 2000 characters") String note,
        @NotNull(message = "不能为空 | Must be given") LocalDate raisedOn) {

    Alert numbered(String normal) {
        return new Alert(
                source,
                sourceAlertId,
                court,
                normal,
                regionCode,
                defendantCode,
                defendantName,
                domain,
                actType,
                riskReasons,
                note,
                raisedOn);
    }
}
