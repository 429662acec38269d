package cn.disputes.deploy.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** How a reconsideration ends, of those the law of 2017 knows: no void acts, no rejected claims, no simplified procedure. */
record Ending(String outcome, String ground) {
    /** How often each, over all cases concluded in the year. The directly corrected come first. */
    private static final Mix OF_YEAR = Mix.of(
            "ORDERED_TO_PERFORM 17",
            "CHANGED 6",
            "REVOKED 22",
            "PARTLY_REVOKED 2",
            "CONFIRMED_UNLAWFUL 28",
            "MEDIATED 214",
            "APPLICATION_REJECTED 236",
            "UPHELD 852",
            "TERMINATED 21",
            "WITHDRAWN/VOLUNTARY 240",
            "WITHDRAWN/SETTLED 331",
            "WITHDRAWN/AFTER_ACT_CHANGED 112",
            "REFUSED 128",
            "TRANSFERRED 34");

    private static final Set<String> NOT_ADMITTED = Set.of("REFUSED", "TRANSFERRED");
    private static final Set<String> AMICABLE = Set.of("WITHDRAWN", "MEDIATED");

    static List<Ending> ofYear() {
        var endings = new ArrayList<Ending>();
        for (var value : OF_YEAR.all()) {
            var parts = value.split("/");
            endings.add(new Ending(parts[0], parts.length > 1 ? parts[1] : null));
        }
        return endings;
    }

    boolean admitted() {
        return !NOT_ADMITTED.contains(outcome);
    }

    boolean amicable() {
        return AMICABLE.contains(outcome);
    }

    /** Days a case needs, at least, to end in this way. */
    int leastDays() {
        if (!admitted()) return 8;
        return amicable() ? 14 : 38;
    }

    /** Suits only some subjects. */
    boolean choosy() {
        return outcome.equals("MEDIATED") || outcome.equals("ORDERED_TO_PERFORM") || outcome.equals("CHANGED");
    }

    boolean fits(Subject subject) {
        if (outcome.equals("MEDIATED")) return subject.mediable();
        if (outcome.equals("ORDERED_TO_PERFORM")) return subject.owedDuty();
        if (outcome.equals("CHANGED")) return subject.actType().equals("PENALTY");
        return true;
    }
}
