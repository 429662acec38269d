package cn.disputes.contract.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A warning (预警提示) that a clock of a case asks for; for whoever delivers it. It names no person.
 *
 * @param id the same for the same case, code and due date, however often it is derived
 * @param code as in the register's catalogue of warnings
 * @param audience whom it is for: CLERK, INSTITUTION, RESPONDENT, DEFENDANT_AGENCY, AGENCY_HEAD, ADDRESSED_AGENCY,
 *     LEADERSHIP or EVERYONE
 * @param kind {@code reconsiderations}, {@code litigations}, {@code supervision-documents}, {@code agencies} for what is
 *     found of an agency, or {@code calendar}
 * @param caseId null where there is no case
 * @param agencyCodes the agencies addressed, of {@code agencies} the one spoken of; empty where none is
 * @param dueOn the last day of the clock
 * @param raisedOn when it first fell due
 * @param withdrawnOn when it became moot (the reply came, the case ended, the date moved), null while it stands
 * @param article the article behind it
 */
public record WarningEvent(
        UUID id,
        long version,
        String regionCode,
        String code,
        String audience,
        String kind,
        UUID caseId,
        String caseNumber,
        List<String> agencyCodes,
        LocalDate dueOn,
        LocalDate raisedOn,
        LocalDate withdrawnOn,
        String zh,
        String en,
        String article,
        Instant recordedAt)
        implements CaseEvent {}
