package cn.disputes.alerts.routing;

import cn.disputes.contract.codes.Domain;
import cn.disputes.contract.codes.RiskLevel;
import java.time.LocalDate;
import java.util.Set;

/**
 * What routing looks at.
 *
 * @param defendantCode the agency sued; null when not known, then only duties without an agency answer
 * @param level null when not known: then no duty for certain colours answers, and every rank is as good as another
 * @param on the day on which somebody must answer
 * @param recused leaders who have declared a conflict in this case (回避)
 * @param keeper the leader who has the case already, null when nobody has
 */
public record RoutedCase(
        String regionCode,
        String defendantCode,
        Domain domain,
        RiskLevel level,
        LocalDate on,
        Set<String> recused,
        String keeper) {
    public RoutedCase {
        recused = recused == null ? Set.of() : Set.copyOf(recused);
    }

    /** A case nobody has and nobody is in conflict with. */
    public RoutedCase(String regionCode, String defendantCode, Domain domain, RiskLevel level, LocalDate on) {
        this(regionCode, defendantCode, domain, level, on, Set.of(), null);
    }

    public RoutedCase asOf(LocalDate day) {
        return new RoutedCase(regionCode, defendantCode, domain, level, day, recused, keeper);
    }
}
