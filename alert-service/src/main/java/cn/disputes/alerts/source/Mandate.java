package cn.disputes.alerts.source;

import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.RegionScope;
import java.util.List;

/**
 * What binds the alerts of a source.
 *
 * @param regionCode null where nobody has set it up
 * @param speakers whose tokens alone may speak for it; null: whoever may post at all
 */
public record Mandate(String regionCode, List<String> speakers) {
    public boolean covers(String region) {
        return regionCode == null || new RegionScope(regionCode).covers(region);
    }

    /** Refuses whoever was not named: a court's system is not spoken for by another's. */
    public void requireSpeaker(String subject) {
        if (!allows(subject))
            throw new ProblemException(SourceProblem.NOT_A_SPEAKER)
                    .field("source", "此令牌不在该来源登记的报送人之列", "This token is not among those named for the source");
    }

    /** Whether a token of the region may speak for the source: one of its region, or of one above or below it. */
    boolean near(String region) {
        return covers(region) || new RegionScope(region).covers(regionCode);
    }

    /** The codes of a region and of all that lie above it. */
    static List<String> above(String region) {
        return List.of("000000", "100000", region.substring(0, 2) + "0000", region.substring(0, 4) + "00", region);
    }

    boolean allows(String subject) {
        return speakers == null || speakers.contains(subject);
    }
}
