package cn.disputes.alerts.delivery;

import cn.disputes.contract.codes.RiskLevel;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is to be told to whom, and how.
 *
 * @param owner whose it is (the {@code sub} of the person); the caller's unless given, and only a coordinator gives it
 * @param target a mail address, or the https address of a webhook; of a leader's own entry it is as the entry says
 * @param kinds only these; all unless given. So with levels and audiences
 * @param regionCode everything there and below; not given: what concerns the owner only. Coordinators only
 * @param agencyCode what concerns this agency. Coordinators only
 * @param paused nothing is sent, and what would have been is on record as not sent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "SubscriptionRequest")
public record SubscriptionRequest(
        @Size(max = 100, message = "最多100字 | At most 100 characters") String owner,
        @NotNull(message = "不能为空 | Must be given") Channel channel,
        @NotBlank(message = "不能为空 | Must be given") @Size(max = 500, message = "最多500字 | At most 500 characters")
                String target,
        Set<@NotNull(message = "不能为空 | Must be given") NoticeKind> kinds,
        Set<@NotNull(message = "不能为空 | Must be given") RiskLevel> levels,
        Set<@NotNull(message = "不能为空 | Must be given") Audience> audiences,
        @Pattern(regexp = "[0-9]{6}", message = "应为六位行政区划代码 | Must be a six-digit region code") String regionCode,
        @Pattern(regexp = "[0-9A-HJ-NPQRTUWXY]{18}", message = "应为18位统一社会信用代码 | Must be an 18-character credit code")
                String agencyCode,
        @Valid QuietHours quietHours,
        @Valid Digest digest,
        Boolean paused) {

    /**
     * Nothing is sent from {@code from} to {@code to}, times of Shanghai; {@code from} later than {@code to} is overnight.
     */
    public record QuietHours(
            @NotNull(message = "不能为空 | Must be given")
                    @Pattern(regexp = "([01][0-9]|2[0-3]):[0-5][0-9]", message = "应为 HH:mm | Must be HH:mm")
                    String from,
            @NotNull(message = "不能为空 | Must be given")
                    @Pattern(regexp = "([01][0-9]|2[0-3]):[0-5][0-9]", message = "应为 HH:mm | Must be HH:mm")
                    String to) {}

    /** One letter for what gathers: {@code everyMinutes} after the first of it, or at an hour of the day; one of the two. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Digest(
            @Min(value = 1, message = "应为1至1440 | Must be 1 to 1440")
                    @Max(value = 1440, message = "应为1至1440 | Must be 1 to 1440")
                    Integer everyMinutes,
            @Min(value = 0, message = "应为0至23 | Must be 0 to 23") @Max(value = 23, message = "应为0至23 | Must be 0 to 23")
                    Integer dailyAtHour) {}

    DeliveryHours hours() {
        return new DeliveryHours(
                quietHours == null ? null : quietHours.from(),
                quietHours == null ? null : quietHours.to(),
                digest == null ? null : digest.everyMinutes(),
                digest == null ? null : digest.dailyAtHour());
    }
}
