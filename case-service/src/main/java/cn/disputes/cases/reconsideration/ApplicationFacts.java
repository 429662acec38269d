package cn.disputes.cases.reconsideration;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What an application says that decides which law governs it and whether it is in time; all of it may be unknown.
 *
 * @param lawVersion set by hand against the rule of the day of receipt, with its reason
 * @param actKnownOn day on which the applicant knew or should have known of the act (Art. 20)
 * @param actOn day of the act itself: five years, twenty for real estate, end every right (Art. 21)
 * @param toldOfRightOn day on which the applicant learned of the right to apply, when the act did not say (Art. 20 para 3)
 * @param realEstate whether it concerns real estate (不动产)
 * @param agencyReceivedOn VIA_AGENCY: day on which the penalising agency received it (Art. 32)
 * @param obstacles days on which the applicant was kept from applying (Art. 20 para 2)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApplicationFacts(
        LawVersion lawVersion,
        @Size(max = 500, message = "最多500字 | At most 500 characters") String lawVersionReason,
        LocalDate actKnownOn,
        LocalDate actOn,
        LocalDate toldOfRightOn,
        Boolean realEstate,
        LocalDate agencyReceivedOn,
        @Size(max = 10, message = "最多10项 | At most 10 items")
                List<@Valid @NotNull(message = "不能为空 | Must be given") Obstacle> obstacles) {
    static final ApplicationFacts UNKNOWN = new ApplicationFacts(null, null, null, null, null, null, null, null);

    /** An empty list says nothing. */
    public ApplicationFacts {
        if (obstacles != null && obstacles.isEmpty()) obstacles = null;
    }

    /** The same with the reason for the choice of law put through a function; the very same where there is none. */
    ApplicationFacts withReason(UnaryOperator<String> text) {
        if (lawVersionReason == null) return this;
        return new ApplicationFacts(
                lawVersion,
                text.apply(lawVersionReason),
                actKnownOn,
                actOn,
                toldOfRightOn,
                realEstate,
                agencyReceivedOn,
                obstacles);
    }

    List<Obstacle> allObstacles() {
        return obstacles == null ? List.of() : obstacles;
    }

    /** The day on which it was applied for: handing it to the penalising agency counts (Art. 32). */
    LocalDate appliedOn(LocalDate receivedOn) {
        return agencyReceivedOn == null ? receivedOn : agencyReceivedOn;
    }

    boolean ofRealEstate() {
        return Boolean.TRUE.equals(realEstate);
    }
}
