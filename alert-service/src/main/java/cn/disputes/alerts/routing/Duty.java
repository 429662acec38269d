package cn.disputes.alerts.routing;

import cn.disputes.contract.codes.Domain;
import cn.disputes.contract.codes.Regions;
import cn.disputes.contract.codes.RiskLevel;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.Set;

/**
 * What a leader answers for, and since when.
 *
 * @param agencyCode only suits against this agency; null for all
 * @param domain only this field; null for all
 * @param levels only these colours; null or empty for all
 * @param to last day, null while it lasts
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Duty(
        String id,
        @NotBlank(message = "不能为空 | Must be given") String leaderId,
        @NotNull(message = "不能为空 | Must be given")
                @Pattern(regexp = "[0-9]{6}", message = "应为六位行政区划代码 | Must be a six-digit region code")
                String regionCode,
        @Pattern(regexp = "[0-9A-HJ-NPQRTUWXY]{18}", message = "应为18位统一社会信用代码 | Must be an 18-character credit code")
                String agencyCode,
        Domain domain,
        Set<RiskLevel> levels,
        @NotNull(message = "不能为空 | Must be given") LocalDate from,
        LocalDate to) {

    Duty identified(String as) {
        return new Duty(as, leaderId, regionCode, agencyCode, domain, levels, from, to);
    }

    /** Why this duty does not answer for a case; null when it does. */
    String refuses(RoutedCase c) {
        if (!c.regionCode().startsWith(Regions.prefix(regionCode))) return "OTHER_REGION";
        if (agencyCode != null && !agencyCode.equals(c.defendantCode())) return "OTHER_AGENCY";
        if (domain != null && domain != c.domain()) return "OTHER_DOMAIN";
        if (levels != null && !levels.isEmpty() && !levels.contains(c.level())) return "OTHER_LEVEL";
        if (c.on().isBefore(from)) return "NOT_YET";
        if (to != null && c.on().isAfter(to)) return "NO_LONGER";
        return null;
    }

    /** Agency over no agency, nearer region over wider, domain over none, level over none. */
    int specificity() {
        var near = Regions.prefix(regionCode).length();
        return (agencyCode == null ? 0 : 1000)
                + near * 10
                + (domain == null ? 0 : 5)
                + (levels == null || levels.isEmpty() ? 0 : 1);
    }

    /** What routing looks at. */
    public record RoutedCase(String regionCode, String defendantCode, Domain domain, RiskLevel level, LocalDate on) {}
}
