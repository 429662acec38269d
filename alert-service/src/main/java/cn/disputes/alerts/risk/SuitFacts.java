package cn.disputes.alerts.risk;

import cn.disputes.contract.codes.ActType;
import cn.disputes.contract.codes.Domain;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is known of a suit that bears on losing it, each with the day from which on it could be known. The order in which it became known to the service plays no part.
 *
 * @param from the day the suit was filed, or first heard of
 */
public record SuitFacts(
        Domain domain, ActType actType, LocalDate from, List<Alerted> alerted, List<Evidence> evidence) {

    /** A reason a court gave, and since when. */
    public record Alerted(RiskReason reason, LocalDate since) {}

    /**
     * Something in the register.
     *
     * @param caseNumber the other case or document that evidences it, null where it is the suit's own
     */
    public record Evidence(RegisterFactor factor, LocalDate since, String zh, String en, String caseNumber) {}

    /** As they could be known at the end of a day. */
    public SuitFacts asOf(LocalDate day) {
        return new SuitFacts(
                domain,
                actType,
                from,
                alerted.stream().filter(a -> !a.since().isAfter(day)).toList(),
                evidence.stream().filter(e -> !e.since().isAfter(day)).toList());
    }

    public SuitFacts alerted(List<Alerted> reasons) {
        return new SuitFacts(domain, actType, from, reasons, evidence);
    }

    /** The days on which the picture changed, ascending; none before the suit was filed. */
    public SortedSet<LocalDate> days() {
        var days = new TreeSet<LocalDate>();
        days.add(from);
        alerted.forEach(a -> days.add(later(a.since(), from)));
        evidence.forEach(e -> days.add(later(e.since(), from)));
        return days;
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }
}
