package cn.disputes.alerts.alert;

import cn.disputes.alerts.risk.RiskReason;
import cn.disputes.contract.codes.ActType;
import cn.disputes.contract.codes.Domain;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A court's alert about a suit (法院预警). {@code (source, sourceAlertId)} is its identity. Of two versions of one alert the
 * newer is in force: that of the higher {@code revision}, then of the later {@code observedAt}, then of the later
 * {@code raisedOn} (a version without one of these is older than one with it), then the one that came last.
 *
 * @param litigationCaseNumber the court's number of the suit; normalised when stored
 * @param raisedOn the day the court raised it
 * @param revision the source's own count of the versions of this alert, from 1
 * @param observedAt when the source last looked at what it reports
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
        @NotNull(message = "不能为空 | Must be given") LocalDate raisedOn,
        @Min(value = 1, message = "应为1至1000000000 | Must be 1 to 1,000,000,000")
                @Max(value = 1_000_000_000, message = "应为1至1000000000 | Must be 1 to 1,000,000,000")
                Integer revision,
        Instant observedAt) {

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
                raisedOn,
                revision,
                observedAt);
    }

    /** What tells alerts apart, whoever posts them. */
    record Identity(String source, String sourceAlertId) {
        /** One text for both, as {@code claim} wants it; no case number looks like it. */
        String key() {
            return source + '\n' + sourceAlertId;
        }
    }

    Identity identity() {
        return new Identity(source, sourceAlertId);
    }
}
