package cn.disputes.cases.litigation;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Who stood in court for the agency, and what the court found of it; the attendance of the head is evaluated from this
 * (法释〔2020〕3号). It names roles, never people.
 *
 * @param attendees everybody who came for the agency; none when it is left out
 * @param identity what became of the head's proof of identity; taken as accepted when it is left out
 * @param leftWithoutPermission the head left the hearing without the court's permission (Art. 12)
 * @param refusedToExplain the head refused to explain what the court asked, so that the hearing could not go on (Art. 12)
 * @param spokeToSubstance whether the head spoke to the settlement of the dispute itself (Art. 11)
 * @param absenceReason the reason stated for the absence (Art. 8)
 * @param absenceProven proof of it under the agency's seal or signed by its principal (Art. 9)
 * @param absenceAccepted whether the court accepted it; not yet examined when it is left out
 * @param postponedBefore the hearing had been postponed because the head could not come (Art. 12)
 * @param calledAgain the court had called the head again although one hearing was attended (Art. 7)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Appearance(
        @Size(max = 20, message = "最多20名 | At most 20")
                List<@NotNull(message = "不能为空 | Must be given") AttendeeRole> attendees,
        IdentityProof identity,
        Boolean leftWithoutPermission,
        Boolean refusedToExplain,
        Boolean spokeToSubstance,
        AbsenceReason absenceReason,
        Boolean absenceProven,
        Boolean absenceAccepted,
        Boolean postponedBefore,
        Boolean calledAgain) {

    List<AttendeeRole> came() {
        return attendees == null ? List.of() : attendees;
    }

    boolean left() {
        return Boolean.TRUE.equals(leftWithoutPermission);
    }

    boolean refused() {
        return Boolean.TRUE.equals(refusedToExplain);
    }

    boolean silent() {
        return Boolean.FALSE.equals(spokeToSubstance);
    }

    boolean proven() {
        return Boolean.TRUE.equals(absenceProven);
    }

    boolean postponed() {
        return Boolean.TRUE.equals(postponedBefore);
    }

    boolean again() {
        return Boolean.TRUE.equals(calledAgain);
    }
}
