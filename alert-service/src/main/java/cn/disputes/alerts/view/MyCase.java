package cn.disputes.alerts.view;

import cn.disputes.alerts.escalation.EscalationView;
import cn.disputes.alerts.risk.ActionType;
import cn.disputes.alerts.risk.Plans;
import cn.disputes.contract.codes.RiskLevel;
import cn.disputes.contract.codes.RiskState;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One open case of a leader; no party is named in it.
 *
 * @param months every month whose round ordered it, ascending
 * @param overdue something the leader has to do is past its day
 * @param due what there is to do, the earliest first; the first is what is due next
 * @param resolveReason TERM, or HEARING when a hearing ends the term sooner; absent while the case is on no ladder
 * @param ladder the rung that falls due next unless something is done; absent when none will
 * @param reached the rungs of the present climb that have fallen due
 * @param silencedUntil last day of the silence in force
 * @param waitsFor number of the model suit it waits for (示范诉讼)
 * @param plan the plan in force; another's when its {@code leaderId} is not the caller
 * @param inherited what was planned and done while the case was another leader's, the oldest first
 * @param unsignedOrder the order that handed it over and is not signed for, while the case waits for that
 * @param allowed what the leader may record now
 * @param etag what If-Match of the next action is to say
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "MyCase")
record MyCase(
        UUID riskCaseId,
        String litigationCaseNumber,
        String regionCode,
        String defendantName,
        RiskLevel level,
        RiskState state,
        List<YearMonth> months,
        boolean overdue,
        List<MyCaseRules.Due> due,
        String resolveReason,
        EscalationView.Next ladder,
        List<Reached> reached,
        LocalDate silencedUntil,
        String waitsFor,
        Plans.Plan plan,
        List<Word> inherited,
        UUID unsignedOrder,
        Collection<ActionType> allowed,
        String etag) {

    /** Overdue first, then what is due next, the earliest day first. */
    static final Comparator<MyCase> IN_ORDER = Comparator.comparing(MyCase::position);

    /** {@code answered}: what it asked for has been done since, or a person has dealt with it. */
    @Schema(name = "MyRung")
    record Reached(String rung, String zh, String en, Instant firedAt, boolean answered) {}

    /**
     * What a predecessor said or did.
     *
     * @param type PLAN_FILED or COORDINATED
     * @param text the plan, or what was done
     * @param promisedOn by when the case was to be resolved
     * @param leaderId who was responsible then
     * @param inForce a plan that no later one has replaced
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "InheritedWord")
    record Word(
            ActionType type,
            LocalDate on,
            String text,
            LocalDate promisedOn,
            String leaderId,
            String leaderName,
            boolean inForce) {}

    /** Place in the list, also the cursor. */
    record Position(boolean overdue, LocalDate on, UUID id) implements Comparable<Position> {
        @Override
        public int compareTo(Position other) {
            return Comparator.comparing((Position p) -> !p.overdue)
                    .thenComparing(Position::on)
                    .thenComparing(Position::id)
                    .compare(this, other);
        }
    }

    Position position() {
        var on = due.isEmpty() ? null : due.get(0).on();
        return new Position(overdue, on == null ? LocalDate.of(9999, 12, 31) : on, riskCaseId);
    }
}
