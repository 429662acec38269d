package cn.disputes.cases.office;

import cn.disputes.contract.security.RegionScope;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Who may be given a case, and whose turn it is. */
final class AssignmentRules {
    /** Open cases to capacity, the emptiest first; equal ones by their subject. The fractions are compared exactly. */
    static final Comparator<Officer> EMPTIEST = ((Comparator<Officer>)
                    (a, b) -> Long.compare(a.openCases() * b.capacity(), b.openCases() * a.capacity()))
            .thenComparing(Officer::subject);

    private AssignmentRules() {}

    /** The one whose turn it is, of those who may have the case. */
    static Optional<Officer> turn(Collection<Officer> office, AssignableCase file) {
        return office.stream()
                .filter(officer -> refusal(officer, file).isEmpty())
                .min(EMPTIEST);
    }

    /** Why an officer cannot be given a case; nothing when it is possible. */
    static Optional<OfficeProblem> refusal(Officer officer, AssignableCase file) {
        if (!officer.active()) return Optional.of(OfficeProblem.OFFICER_INACTIVE);
        if (!within(officer.regionCode(), file.regionCode())) return Optional.of(OfficeProblem.OFFICER_ELSEWHERE);
        if (file.recused().contains(officer.subject())) return Optional.of(OfficeProblem.OFFICER_RECUSED);
        if (conflict(officer.conflictAgencies(), file.agencies())) return Optional.of(OfficeProblem.OFFICER_RECUSED);
        return Optional.empty();
    }

    /** A city's officer may be lent to a county, not the other way round. */
    private static boolean within(String office, String region) {
        return new RegionScope(office).covers(region);
    }

    private static boolean conflict(List<String> own, List<String> parties) {
        return own.stream().anyMatch(parties::contains);
    }
}
