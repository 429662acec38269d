package cn.disputes.alerts.routing;

import cn.disputes.contract.codes.Domain;
import cn.disputes.contract.codes.RiskLevel;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Where a region has nobody for a colour although somebody is needed (责任空档). Plain Java. */
final class CoverageRules {
    /** What needs a leader. */
    enum Need {
        /** Cases that are open now. */
        OPEN_CASES,
        /** A month's list that will be fixed in a region where rounds are held. */
        ROUND_AHEAD
    }

    /**
     * One need.
     *
     * @param facts where, and for which case; its day is of no account
     * @param cases how many cases share these facts; 0 for a round ahead
     * @param onlyOn the day of a round; null for open cases, which need somebody every day
     */
    record Needed(RoutedCase facts, int cases, LocalDate onlyOn) {
        Need kind() {
            return onlyOn == null ? Need.OPEN_CASES : Need.ROUND_AHEAD;
        }
    }

    /**
     * One gap.
     *
     * @param from the first day looked at on which nobody answers
     * @param openCases cases open now that nobody would answer for
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Gap(
            String regionCode, RiskLevel level, Need need, LocalDate from, Integer openCases, Set<Domain> domains) {
        String zh() {
            return regionCode + " " + level.zh() + "：自 " + from + " 起无人包案，"
                    + (need == Need.OPEN_CASES ? "现有 " + openCases + " 件在办" : "届时须交办当月清单");
        }

        /** In ASCII: it also travels in a header. */
        String en() {
            return regionCode + " " + level + ": nobody answers from " + from + ", "
                    + (need == Need.OPEN_CASES
                            ? openCases + " cases are open"
                            : "when the month's list is handed over");
        }
    }

    private CoverageRules() {}

    /** The gaps there are. */
    static List<Gap> gaps(Routing routing, Collection<Needed> needed, LocalDate today, LocalDate until) {
        return gaps(null, routing, needed, today, until);
    }

    /** The gaps a change opens: whoever nobody answered for before the change either is no reason to refuse it. */
    static List<Gap> opened(
            Routing before, Routing after, Collection<Needed> needed, LocalDate today, LocalDate until) {
        return gaps(before, after, needed, today, until);
    }

    private record Place(String regionCode, RiskLevel level, Need need) {}

    private static List<Gap> gaps(
            Routing before, Routing after, Collection<Needed> needed, LocalDate today, LocalDate until) {
        var days = new TreeSet<>(turningDays(after, today, until));
        if (before != null) days.addAll(turningDays(before, today, until));
        var gaps = new TreeMap<String, Gap>();
        var places = new LinkedHashMap<Place, Gap>();
        for (var need : needed) {
            for (var day : need.onlyOn() == null ? days : Set.of(need.onlyOn())) {
                var facts = need.facts().asOf(day);
                if (after.route(facts).leader() != null) continue;
                if (before != null && before.route(facts).leader() == null) continue;
                var place = new Place(facts.regionCode(), facts.level(), need.kind());
                places.merge(place, gap(need, day), CoverageRules::joined);
                break;
            }
        }
        places.forEach((place, gap) -> gaps.put(place.toString(), gap));
        return new ArrayList<>(gaps.values());
    }

    private static Gap gap(Needed need, LocalDate day) {
        var domains = need.facts().domain() == null
                ? Set.<Domain>of()
                : Set.of(need.facts().domain());
        return new Gap(
                need.facts().regionCode(),
                need.facts().level(),
                need.kind(),
                day,
                need.kind() == Need.OPEN_CASES ? need.cases() : null,
                domains);
    }

    private static Gap joined(Gap a, Gap b) {
        var domains = new TreeSet<>(a.domains());
        domains.addAll(b.domains());
        return new Gap(
                a.regionCode(),
                a.level(),
                a.need(),
                a.from().isBefore(b.from()) ? a.from() : b.from(),
                a.openCases() == null ? null : a.openCases() + b.openCases(),
                domains);
    }

    /** Who answers can change only where a duty or an absence begins or has ended; between, one day is as another. */
    private static Set<LocalDate> turningDays(Routing routing, LocalDate today, LocalDate until) {
        var days = new TreeSet<LocalDate>();
        for (var duty : routing.duties()) {
            days.add(duty.from());
            if (duty.to() != null) days.add(duty.to().plusDays(1));
        }
        for (var leader : routing.leaders()) {
            if (leader.absences() == null) continue;
            for (var absence : leader.absences()) {
                days.add(absence.from());
                days.add(absence.to().plusDays(1));
            }
        }
        var ahead = new TreeSet<>(days.subSet(today, until.plusDays(1)));
        ahead.add(today);
        return ahead;
    }
}
