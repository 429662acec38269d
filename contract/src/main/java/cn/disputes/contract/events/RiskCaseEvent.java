package cn.disputes.contract.events;

import cn.disputes.contract.codes.ActType;
import cn.disputes.contract.codes.Domain;
import cn.disputes.contract.codes.RiskLevel;
import cn.disputes.contract.codes.RiskState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

/**
 * State of a risk case (高败诉风险案件), one per litigation.
 *
 * @param flaggedOn day of the first alert
 * @param firstAssignedMonth month of the first assignment round that ordered it, null before
 * @param months every month whose round ordered it, ascending
 * @param resolvedOn day of the verified resolution; set only in state RESOLVED
 */
public record RiskCaseEvent(
        UUID id,
        long version,
        String litigationCaseNumber,
        String regionCode,
        String defendantCode,
        String defendantName,
        ActType actType,
        Domain domain,
        RiskLevel level,
        int score,
        RiskState state,
        LocalDate flaggedOn,
        YearMonth firstAssignedMonth,
        List<YearMonth> months,
        LocalDate resolvedOn,
        Instant recordedAt)
        implements CaseEvent {}
