package cn.disputes.alerts.routing;

import cn.disputes.alerts.calendar.Calendars;
import cn.disputes.alerts.calendar.CutOff;
import cn.disputes.alerts.routing.CoverageRules.Gap;
import cn.disputes.alerts.routing.CoverageRules.Needed;
import cn.disputes.contract.codes.Domain;
import cn.disputes.contract.codes.Regions;
import cn.disputes.contract.codes.RiskLevel;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.RegionScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;

/**
 * Looks for gaps ahead (责任空档): what needs a leader are the cases that are open, from today on, and the lists still to be
 * fixed in regions where rounds are held.
 */
@ApplicationScoped
class Coverage {
    private final RoutingStore store;
    private final Calendars calendars;
    private final Clock clock;
    private final CutOff cutOff;
    private final int daysAhead;
    private final List<String> automatic;

    Coverage(
            RoutingStore store,
            Calendars calendars,
            Clock clock,
            @ConfigProperty(name = "rounds.cutoff-day", defaultValue = "5") int cutoffDay,
            @ConfigProperty(name = "rounds.automatic-regions") Optional<List<String>> automatic,
            @ConfigProperty(name = "routing.look-ahead-days", defaultValue = "62") int daysAhead) {
        this.store = store;
        this.calendars = calendars;
        this.clock = clock;
        this.cutOff = new CutOff(cutoffDay);
        this.automatic = automatic.orElse(List.of());
        this.daysAhead = daysAhead;
    }

    /** Every gap ahead. */
    List<Gap> gaps(Handle h) {
        var today = LocalDate.now(clock);
        return CoverageRules.gaps(store.routing(h), needed(h, today), today, today.plusDays(daysAhead));
    }

    /**
     * Refuses a change that opens a gap, naming it, unless that was accepted.
     *
     * @param before what is registered
     * @param after what would be
     * @param scope the region of who makes the change
     * @return the gaps that were accepted, those in the scope
     */
    List<Gap> check(Handle h, Routing before, Routing after, RegionScope scope, boolean accepted) {
        var today = LocalDate.now(clock);
        var gaps = CoverageRules.opened(before, after, needed(h, today), today, today.plusDays(daysAhead));
        if (gaps.isEmpty()) return gaps;
        if (accepted)
            return gaps.stream().filter(gap -> scope.covers(gap.regionCode())).toList();
        var refusal = new ProblemException(RoutingProblem.GAP_OPENS);
        for (var gap : gaps) {
            // what is open in another region is not told, only that somebody there must be asked
            if (scope.covers(gap.regionCode())) refusal.field("gaps", gap.zh(), gap.en());
            else refusal.field("gaps", "其他区域将无人包案", "Another region would have nobody");
        }
        throw refusal;
    }

    private List<Needed> needed(Handle h, LocalDate today) {
        var needed = new ArrayList<>(openCases(h, today));
        for (var month = YearMonth.from(today); ; month = month.plusMonths(1)) {
            var day = cutOff.of(month, calendars.current(h));
            if (day.isAfter(today.plusDays(daysAhead))) return needed;
            if (day.isBefore(today)) continue;
            for (var region : inUse(h, today)) {
                for (var level : RiskLevel.values())
                    needed.add(new Needed(new RoutedCase(region, null, null, level, day), 0, day));
            }
        }
    }

    /** Cases alike in everything that routing looks at are looked at once. */
    private static List<Needed> openCases(Handle h, LocalDate today) {
        return h.createQuery(
                        """
                        SELECT region_code, defendant_code, domain, level, recused, count(*) AS cases
                        FROM (SELECT c.*, ARRAY(SELECT leader_id FROM recusal r WHERE r.case_id = c.id ORDER BY leader_id) AS recused
                              FROM risk_case c WHERE closed_on IS NULL) AS open
                        GROUP BY region_code, defendant_code, domain, level, recused
                        ORDER BY region_code, defendant_code, domain, level""")
                .map((row, ctx) -> new Needed(
                        new RoutedCase(
                                row.getString("region_code"),
                                row.getString("defendant_code"),
                                row.getString("domain") == null ? null : Domain.valueOf(row.getString("domain")),
                                RiskLevel.valueOf(row.getString("level")),
                                today,
                                Set.of((String[]) row.getArray("recused").getArray()),
                                null),
                        row.getInt("cases"),
                        null))
                .list();
    }

    /** Where lists are fixed: the regions of the automatic rounds, and those of a round of this or the last two months. */
    private Set<String> inUse(Handle h, LocalDate today) {
        var codes = new TreeSet<>(automatic);
        codes.addAll(h.createQuery("SELECT DISTINCT region_code FROM assignment_round WHERE month >= :since")
                .bind("since", YearMonth.from(today).minusMonths(2).toString())
                .mapTo(String.class)
                .list());
        var regions = new TreeSet<>(codes);
        for (var code : codes) Regions.counties(code).forEach(county -> regions.add(county.code()));
        return regions;
    }
}
