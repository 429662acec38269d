package cn.disputes.cases.dispute;

import cn.disputes.contract.codes.Finality;
import cn.disputes.contract.codes.Instance;
import cn.disputes.contract.codes.LitigationOutcome;
import cn.disputes.contract.codes.OutcomeGround;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** One instance of the suits of a dispute; it names no person. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DisputeInstance(
        UUID id,
        String caseNumber,
        String court,
        Instance instance,
        String regionCode,
        String defendantCode,
        String defendantName,
        String actorCode,
        List<String> coDefendantCodes,
        String status,
        LocalDate filedOn,
        LocalDate concludedOn,
        LitigationOutcome outcome,
        // for the rules; the suit itself tells it
        @JsonIgnore OutcomeGround outcomeGround,
        LocalDate effectiveOn,
        String reconsiderationCaseNumber,
        String previousCaseNumber) {

    public DisputeInstance {
        effectiveOn = Finality.effectiveOn(instance, outcome, concludedOn, effectiveOn);
    }

    boolean concluded() {
        return concludedOn != null;
    }
}
