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
    Verdict refuses(RoutedCase c) {
        var elsewhere = outside(c);
        if (elsewhere != null) return elsewhere;
        if (c.on().isBefore(from)) return Verdict.NOT_YET;
        if (to != null && c.on().isAfter(to)) return Verdict.NO_LONGER;
        return null;
    }

    /** Why a case lies outside this duty, whatever the day; null when it lies within. */
    Verdict outside(RoutedCase c) {
        if (!c.regionCode().startsWith(Regions.prefix(regionCode))) return Verdict.OTHER_REGION;
        if (agencyCode != null && !agencyCode.equals(c.defendantCode())) return Verdict.OTHER_AGENCY;
        if (domain != null && domain != c.domain()) return Verdict.OTHER_DOMAIN;
        if (narrowed() && !levels.contains(c.level())) return Verdict.OTHER_LEVEL;
        return null;
    }

    /**
     * How near a duty is to the cases it covers; the highest answers. Agency and field over agency over all without an
     * agency; among those the nearer region over the wider (属地), in one region with a field over without; then with
     * named colours over without. An agency is in one place, so for it the field comes before the region.
     */
    int specificity() {
        var near = Regions.prefix(regionCode).length();
        var field = domain == null ? 0 : 1;
        var named = narrowed() ? 1 : 0;
        return agencyCode == null ? near * 100 + field * 10 + named : 10_000 + field * 1000 + near * 10 + named;
    }

    private boolean narrowed() {
        return levels != null && !levels.isEmpty();
    }
}
