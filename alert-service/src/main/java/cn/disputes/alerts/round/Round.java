package cn.disputes.alerts.round;

import cn.disputes.contract.codes.RiskLevel;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

/**
 * One month's hand-over of a region. Whoever is in it stays in it: what happens to a case afterwards changes no order.
 *
 * @param cutoff day at whose end the list was fixed
 * @param calendarKnown false while the holiday notice of the cut-off's year is not loaded: counted by the week alone
 * @param orders one per leader
 * @param late flagged in the month after the list was fixed: ordered next month
 * @param recordedAfter flagged by the cut-off, but recorded here, reopened or released after the list was fixed: ordered
 *     next month
 * @param held parallel cases that waited for their model when the list was fixed: ordered in the month after its result
 * @param unrouted nobody answers for them; never dropped
 * @param recordedOn the day the round was run; a past month may be run afterwards
 * @param automatic nobody ran it, it was due
 * @param dryRun nothing was written
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Round(
        YearMonth month,
        String regionCode,
        LocalDate cutoff,
        boolean calendarKnown,
        List<Order> orders,
        List<Late> late,
        List<Late> recordedAfter,
        List<Held> held,
        List<Unrouted> unrouted,
        LocalDate recordedOn,
        boolean automatic,
        boolean dryRun) {
    public record Responsible(String id, String name) {}

    /** When and by whom an order was signed for (签收). */
    public record SignedFor(LocalDate on, String by) {}

    /** {@code id}: absent in a dry run. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Order(UUID id, Responsible leader, SignedFor receipt, List<Ordered> cases) {}

    /** {@code monthsCarried}: earlier months whose orders had it already. */
    public record Ordered(
            UUID riskCaseId, String litigationCaseNumber, String defendantName, RiskLevel level, int monthsCarried) {}

    public record Late(UUID riskCaseId, String litigationCaseNumber, LocalDate flaggedOn) {}

    public record Held(UUID riskCaseId, String litigationCaseNumber) {}

    public record Unrouted(UUID riskCaseId, String litigationCaseNumber, String reason) {}
}
