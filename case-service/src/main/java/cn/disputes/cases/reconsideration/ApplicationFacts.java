package cn.disputes.cases.reconsideration;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * What an application says that decides which law governs it and whether it is in time; all of it may be unknown.
 *
 * @param lawVersion set by hand against the rule of the day of receipt, with its reason
 * @param actKnownOn day on which the applicant knew or should have known of the act (Art. 20)
 * @param actOn day of the act itself: five years, twenty for real estate, end every right (Art. 21)
 * @param toldOfRightOn day on which the applicant learned of the right to apply, when the act did not say (Art. 20 para 3)
 * @param realEstate whether it concerns real estate (不动产)
 * @param agencyReceivedOn VIA_AGENCY: day on which the penalising agency received it (Art. 32)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApplicationFacts(
        LawVersion lawVersion,
        @Size(max = 500, message = "最多500字 | At most 500 characters") String lawVersionReason,
        LocalDate actKnownOn,
        LocalDate actOn,
        LocalDate toldOfRightOn,
        Boolean realEstate,
        LocalDate agencyReceivedOn) {
    static final ApplicationFacts UNKNOWN = new ApplicationFacts(null, null, null, null, null, null, null);

    /** The day on which it was applied for: handing it to the penalising agency counts (Art. 32). */
    LocalDate appliedOn(LocalDate receivedOn) {
        return agencyReceivedOn == null ? receivedOn : agencyReceivedOn;
    }

    boolean ofRealEstate() {
        return Boolean.TRUE.equals(realEstate);
    }
}
