package cn.disputes.stats.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One row behind a figure: a case, or of a figure that counts counties a county (kind COUNTY).
 *
 * @param version of the case that is counted
 * @param reason why it is left out; only for rows left out
 * @param on the day that decides the period it belongs to
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CaseRow(
        String kind,
        UUID id,
        Long version,
        String caseNumber,
        String regionCode,
        String agencyCode,
        String domain,
        String actType,
        LocalDate receivedOn,
        LocalDate concludedOn,
        String outcome,
        String reason,
        LocalDate on) {}
