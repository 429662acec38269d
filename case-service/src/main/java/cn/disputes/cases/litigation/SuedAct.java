package cn.disputes.cases.litigation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;

/**
 * What is known of the act or the inaction sued (被诉行政行为), so far as the time for suing depends on it.
 *
 * @param madeOn the day it was made; five years later, twenty for real estate, no suit lies (Art. 46)
 * @param knownOn the day the plaintiff knew of it or should have
 * @param termKnownOn the day the plaintiff learnt of the time for suing, where the act, or the decision on
 *     reconsideration, did not tell (解释 Art. 64)
 * @param realEstate whether it concerns real estate
 * @param dutyRequestedOn inaction: the day the agency was asked to perform
 * @param dutyDueOn inaction: the end of the period for performing, where a law sets another than two months (Art. 47)
 * @param urgent inaction: asked for in an emergency, so that nothing need be waited for (Art. 47)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SuedAct(
        LocalDate madeOn,
        LocalDate knownOn,
        LocalDate termKnownOn,
        Boolean realEstate,
        LocalDate dutyRequestedOn,
        LocalDate dutyDueOn,
        Boolean urgent) {
    boolean concernsRealEstate() {
        return Boolean.TRUE.equals(realEstate);
    }

    boolean wasUrgent() {
        return Boolean.TRUE.equals(urgent);
    }
}
