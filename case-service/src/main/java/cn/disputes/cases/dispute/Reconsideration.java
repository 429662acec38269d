package cn.disputes.cases.dispute;

import cn.disputes.contract.codes.ReconsiderationOutcome;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A reconsideration (行政复议) as the first part of a dispute: what the suits after it depend on.
 *
 * @param lawVersion XZFY-2017 or XZFY-2023
 * @param outcome null while it is pending
 * @param decideDueOn last day for the decision as the last step left it, null before acceptance; whether it has run out
 *     {@link DecisionClock} says
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Reconsideration(
        UUID id,
        String caseNumber,
        String regionCode,
        String respondentCode,
        String respondentName,
        String lawVersion,
        String status,
        LocalDate receivedOn,
        LocalDate decideDueOn,
        LocalDate concludedOn,
        ReconsiderationOutcome outcome,
        LocalDate decisionServedOn) {}
