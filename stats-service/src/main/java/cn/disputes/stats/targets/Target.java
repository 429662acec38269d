package cn.disputes.stats.targets;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a region is to reach in one indicator, with every version there was, the latest first.
 *
 * @param version 0 where nothing was ever set; the ETag
 * @param value what holds this month: a fraction for rates (0.95 for 95 %), a number otherwise; null where nothing does
 * @param heldBy the region whose target that is: this one or, where it has none, the nearest above
 */
public record Target(
        String indicator,
        String regionCode,
        int version,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Schema(nullable = true) BigDecimal value,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Schema(nullable = true) String heldBy,
        List<Version> versions) {

    /** @param validFrom first month it holds for */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Version(
            int version,
            @JsonInclude(JsonInclude.Include.ALWAYS) @Schema(nullable = true) BigDecimal value,
            YearMonth validFrom,
            String note,
            String recordedBy,
            Instant recordedAt) {}

    /** A target in force, and whose it is. */
    public record InForce(String regionCode, BigDecimal value) {}

    /** The region itself, then those above it: 330782, 330700, 330000, 000000. */
    static List<String> upwards(String region) {
        return List.of(region, region.substring(0, 4) + "00", region.substring(0, 2) + "0000", "000000").stream()
                .distinct()
                .toList();
    }

    static Optional<InForce> nearest(String region, Map<String, BigDecimal> byRegion) {
        return upwards(region).stream()
                .filter(r -> byRegion.get(r) != null)
                .findFirst()
                .map(r -> new InForce(r, byRegion.get(r)));
    }
}
