package cn.disputes.cases.warning;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What leadership is to be told of an agency.
 *
 * @param code the row of the catalogue
 * @param caseId the suit it hangs on, null where it sums up many
 * @param caseNumber of that suit
 * @param regionCode of the suit, else of the agency
 * @param agencyCodes the agency, by every code under which it is meant
 * @param until the last day on which it is worth saying
 * @param detail figures and numbers of cases, no words: it stands behind the sentence in either language
 */
public record AgencyFinding(
        String code,
        UUID caseId,
        String caseNumber,
        String regionCode,
        List<String> agencyCodes,
        LocalDate until,
        String detail) {}
