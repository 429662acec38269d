package cn.disputes.alerts.view;

import cn.disputes.alerts.round.Round;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a quarter's cases were dealt with (季度通报), counted from what is recorded; a later record of the same quarter changes
 * it.
 *
 * @param today the legal day (Shanghai) on which it was counted
 * @param complete the quarter is over
 * @param by what a row stands for
 * @param rows the worse first
 * @param total of the rows
 */
@Schema(name = "Circular")
record Circular(
        String quarter,
        String regionCode,
        LocalDate from,
        LocalDate to,
        LocalDate today,
        boolean complete,
        By by,
        List<Row> rows,
        Figures total) {

    /** What a row stands for; by region it is that of the case. */
    @Schema(name = "CircularBy")
    enum By {
        region,
        agency,
        leader
    }

    /**
     * A region, an agency or a leader.
     *
     * @param rank 1 is the worst; equals have the same. Absent for a leader, who sees only the own cases
     * @param leader absent in a row by leader: nobody answered for these
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CircularRow")
    record Row(
            Integer rank,
            String regionCode,
            String regionName,
            String agencyCode,
            String agencyName,
            Round.Responsible leader,
            Figures figures) {}

    /**
     * What there is to tell. {@code signedInTime}, {@code signedLate}, {@code unsigned}, {@code lapsed} and {@code pending}
     * add up to {@code handedOver}.
     *
     * @param handedOver cases in the orders of the quarter's months, each once for each leader it was handed to
     * @param carried of these, those which that leader had been handed before the quarter
     * @param signedInTime signed for, or acknowledged, by the day the ladder asks for
     * @param unsigned not signed for, and that day has passed
     * @param lapsed not signed for, but ended or taken off the leader by that day
     * @param pending not signed for, and that day is still to come
     * @param claimed cases whose leader claimed them to be resolved
     * @param verified cases resolved as a person verified
     * @param byRegister cases resolved as the register tells
     * @param lost cases lost
     * @param escalated rungs of the ladder that fell due
     * @param escalations the same by rung, lowest first
     * @param overdueAnalyses analyses of lost suits that fell overdue
     */
    @Schema(name = "CircularFigures")
    record Figures(
            long handedOver,
            long carried,
            long signedInTime,
            long signedLate,
            long unsigned,
            long lapsed,
            long pending,
            long claimed,
            long verified,
            long byRegister,
            long lost,
            long escalated,
            List<Escalation> escalations,
            long overdueAnalyses) {}

    /** {@code position}: its place on the ladder. */
    @Schema(name = "CircularEscalation")
    record Escalation(@JsonIgnore int position, String code, String zh, String en, long count) {}
}
