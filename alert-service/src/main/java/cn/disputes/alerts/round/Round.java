package cn.disputes.alerts.round;

import cn.disputes.contract.codes.RiskLevel;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

/**
 * One month's hand-over of a region.
 *
 * @param cutoff day at which the list was fixed
 * @param orders one per leader
 * @param late flagged after the list was fixed
 * @param unrouted nobody answers for them; never dropped
 * @param dryRun nothing was written
 */
public record Round(
        YearMonth month,
        String regionCode,
        LocalDate cutoff,
        List<Order> orders,
        List<Late> late,
        List<Unrouted> unrouted,
        boolean dryRun) {
    public record Responsible(String id, String name) {}

    public record Order(Responsible leader, List<Ordered> cases) {}

    /** {@code monthsCarried}: earlier months whose orders had it already. */
    public record Ordered(UUID riskCaseId, String litigationCaseNumber, RiskLevel level, int monthsCarried) {}

    public record Late(UUID riskCaseId, String litigationCaseNumber, LocalDate flaggedOn) {}

    public record Unrouted(UUID riskCaseId, String litigationCaseNumber, String reason) {}
}
