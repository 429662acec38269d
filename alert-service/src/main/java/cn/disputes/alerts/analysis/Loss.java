package cn.disputes.alerts.analysis;

import java.time.LocalDate;

/** A loss as it becomes known. */
record Loss(
        String caseNumber,
        String regionCode,
        String defendantCode,
        String defendantName,
        String responsibleCode,
        String actType,
        String domain,
        String outcome,
        LocalDate effectiveOn) {}
