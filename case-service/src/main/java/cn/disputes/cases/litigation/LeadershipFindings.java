package cn.disputes.cases.litigation;

import cn.disputes.cases.litigation.LeadershipRules.Attendance;
import cn.disputes.cases.litigation.LeadershipRules.Loss;
import cn.disputes.cases.litigation.LeadershipRules.Period;
import cn.disputes.cases.warning.AgencyFinding;
import cn.disputes.cases.warning.WatchedAgencies;
import cn.disputes.contract.codes.ActType;
import cn.disputes.contract.codes.HeadAttendance;
import cn.disputes.contract.codes.LitigationOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Finds in the register of suits what leadership is to be told of agencies. */
@ApplicationScoped
class LeadershipFindings implements WatchedAgencies {
    private final LeadershipConfig config;

    LeadershipFindings(LeadershipConfig config) {
        this.config = config;
    }

    @Override
    public List<AgencyFinding> findings(Handle h, LocalDate today) {
        var second = LeadershipRules.secondLosses(losses(h, today), today).stream()
                .map(pair -> new AgencyFinding(
                        "SECOND_LOSS",
                        pair.again().id(),
                        pair.again().caseNumber(),
                        pair.again().regionCode(),
                        pair.again().agencies(),
                        pair.before().until(),
                        pair.before().caseNumber()));
        var period = Period.before(today);
        var absent = attendances(h, period).stream()
                .filter(agency -> agency.below(config.attendanceTarget(), config.attendanceMinSuits()))
                .map(agency -> new AgencyFinding(
                        "ATTENDANCE_BELOW_TARGET",
                        null,
                        null,
                        agency.regionCode(),
                        List.of(agency.agencyCode()),
                        period.to(),
                        agency.attended() + "/" + agency.heard() + " < "
                                + config.attendanceTarget().toPlainString()));
        return Stream.concat(second, absent).toList();
    }

    /**
     * What was lost in the last two years and not turned round since. The instances of a dispute are those that name each
     * other as previous, up to the reconsideration they follow.
     */
    private static List<Loss> losses(Handle h, LocalDate today) {
        return h.createQuery(
                        """
                        WITH RECURSIVE lost AS (
                            SELECT * FROM litigation AS l WHERE concluded_on >= :from AND outcome = ANY (:lost)
                              AND NOT EXISTS (SELECT 1 FROM litigation AS next
                                              WHERE next.previous_case_number = l.case_number AND next.outcome = ANY (:turned))
                        ), up AS (
                            SELECT id, case_number, previous_case_number, reconsideration_case_number, 0 AS steps FROM lost
                            UNION ALL
                            SELECT up.id, l.case_number, l.previous_case_number, l.reconsideration_case_number, steps + 1
                            FROM up JOIN litigation AS l ON l.case_number = up.previous_case_number WHERE steps < 10
                        )
                        SELECT lost.id, lost.case_number, region_code, act_type, concluded_on,
                               array_remove(ARRAY[defendant_code, actor_code], NULL) AS agencies,
                               (SELECT coalesce(up.reconsideration_case_number, up.previous_case_number, up.case_number)
                                FROM up WHERE up.id = lost.id ORDER BY steps DESC LIMIT 1) AS dispute
                        FROM lost""")
                .bind("from", today.minusMonths(25))
                .bindArray("lost", String.class, names(LitigationOutcome.values(), LitigationOutcome::lost))
                .bindArray("turned", String.class, names(LitigationOutcome.values(), LeadershipFindings::turnsRound))
                .map((row, ctx) -> new Loss(
                        row.getObject("id", UUID.class),
                        row.getString("case_number"),
                        row.getString("region_code"),
                        List.of((String[]) row.getArray("agencies").getArray()),
                        ActType.valueOf(row.getString("act_type")),
                        row.getObject("concluded_on", LocalDate.class),
                        row.getString("dispute")))
                .list();
    }

    /** The outcomes of a later instance that leave nothing of the loss before it; an appeal withdrawn leaves it standing. */
    private static boolean turnsRound(LitigationOutcome outcome) {
        return switch (outcome) {
            case CLAIM_REJECTED, SUIT_DISMISSED, MEDIATED, REMANDED -> true;
            default -> false;
        };
    }

    /** By the nominal defendant, each instance for itself (法释〔2020〕3号 Art. 7), as the statistics count it. */
    private static List<Attendance> attendances(Handle h, Period period) {
        return h.createQuery(
                        """
                        SELECT l.defendant_code, agency.region_code, count(*) AS heard,
                               count(*) FILTER (WHERE EXISTS (
                                   SELECT 1 FROM jsonb_array_elements(l.hearings) AS held
                                   WHERE held ->> 'headAttendance' = ANY (:attended))) AS attended
                        FROM litigation AS l JOIN agency ON agency.code = l.defendant_code
                        WHERE l.concluded_on BETWEEN :from AND :to AND jsonb_array_length(l.hearings) > 0
                        GROUP BY l.defendant_code, agency.region_code ORDER BY l.defendant_code""")
                .bindArray("attended", String.class, names(HeadAttendance.values(), HeadAttendance::headAttended))
                .bind("from", period.from())
                .bind("to", period.to())
                .map((row, ctx) -> new Attendance(
                        row.getString("defendant_code"),
                        row.getString("region_code"),
                        row.getLong("attended"),
                        row.getLong("heard")))
                .list();
    }

    private static <E extends Enum<E>> Object[] names(E[] codes, Predicate<E> wanted) {
        return Arrays.stream(codes).filter(wanted).map(Enum::name).toArray();
    }
}
