package cn.disputes.alerts.round;

import cn.disputes.alerts.risk.ModelSuits;
import cn.disputes.alerts.risk.RiskCase;
import cn.disputes.contract.security.RegionScope;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Which cases a month's list holds, and which are shown beside it. */
public final class RoundList {
    private static final String IN_THE_REGION =
            " c.region_code >= :from AND c.region_code < :to AND (c.closed_on IS NULL OR c.closed_on > :cutoff)";

    private RoundList() {}

    /** Open at the cut-off by the dates of the case, so that a past month can be run afterwards; locked unless only shown. */
    static List<RiskCase> open(Handle h, YearMonth month, String region, LocalDate cutoff, boolean locked) {
        var scope = new RegionScope(region);
        return h.createQuery("SELECT c.* FROM risk_case c WHERE" + IN_THE_REGION
                        + """
                         AND c.flagged_on <= :cutoff
                          AND NOT EXISTS (SELECT 1 FROM assignment_order o
                                          WHERE o.case_id = c.id AND o.month = :month AND o.leader_id IS NOT NULL)
                        ORDER BY c.id"""
                        + (locked ? " FOR UPDATE OF c" : ""))
                .bind("from", scope.from())
                .bind("to", scope.to())
                .bind("cutoff", cutoff)
                .bind("month", month.toString())
                .map(RiskCase::map)
                .list();
    }

    /** The parallel cases of a region that wait for their model now. */
    static Set<UUID> held(Handle h, String region) {
        var scope = new RegionScope(region);
        return new HashSet<>(
                h.createQuery("SELECT c.id FROM risk_case c WHERE c.region_code >= :from AND c.region_code < :to AND "
                                + ModelSuits.HELD)
                        .bind("from", scope.from())
                        .bind("to", scope.to())
                        .mapTo(UUID.class)
                        .list());
    }

    /** Flagged in the month after the list was fixed, and not ordered in it by the round of another region. */
    static List<Round.Late> late(Handle h, RoundStore.Head round) {
        return beside(h, round, "c.flagged_on >= :open AND c.flagged_on <= :end");
    }

    /** Flagged before the list was fixed and open at the cut-off, and yet in no list of the month. */
    static List<Round.Late> recordedAfter(Handle h, RoundStore.Head round) {
        return beside(h, round, "c.flagged_on < :open AND CAST(:end AS date) IS NOT NULL");
    }

    /** What is shown beside a list. */
    public record Beside(List<Round.Late> late, List<Round.Late> recordedAfter) {}

    /** The same of a round, as far as it lies in a region: one who reads only a part of what it covers. */
    public static Beside beside(
            Handle h, YearMonth month, String within, LocalDate cutoff, LocalDate recordedOn, boolean automatic) {
        var part = new RoundStore.Head(null, month, within, cutoff, recordedOn, automatic);
        return new Beside(late(h, part), recordedAfter(h, part));
    }

    private static List<Round.Late> beside(Handle h, RoundStore.Head round, String flagged) {
        var scope = new RegionScope(round.regionCode());
        return h.createQuery(
                        "SELECT c.id, c.litigation_case_number, c.flagged_on FROM risk_case c WHERE"
                                + IN_THE_REGION + " AND " + flagged
                                + """
                         AND NOT EXISTS (SELECT 1 FROM assignment_order o WHERE o.case_id = c.id AND o.month = :month)
                        ORDER BY c.flagged_on, c.id""")
                .bind("from", scope.from())
                .bind("to", scope.to())
                .bind("cutoff", round.cutoff())
                .bind("open", round.firstLateDay())
                .bind("end", round.month().atEndOfMonth())
                .bind("month", round.month().toString())
                .map((row, ctx) -> new Round.Late(
                        row.getObject("id", UUID.class),
                        row.getString("litigation_case_number"),
                        row.getObject("flagged_on", LocalDate.class)))
                .list();
    }
}
