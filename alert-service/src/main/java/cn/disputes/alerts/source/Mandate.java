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

    boolean allows(String subject) {
        return speakers == null || speakers.contains(subject);
    }
}
