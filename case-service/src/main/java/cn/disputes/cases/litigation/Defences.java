package cn.disputes.cases.litigation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * What each defendant was served and has filed (行诉法 Art. 67). A defendant is known by its code; null is the nominal one, and
 * whoever a step without a code was for when a step could not name anybody.
 */
final class Defences {
    private final Map<String, LocalDate> served = new LinkedHashMap<>();
    private final Map<String, LocalDate> filed = new LinkedHashMap<>();

    /** A defendant's part; what is not recorded is null. */
    record Part(String agency, LocalDate servedOn, LocalDate filedOn) {}

    void serve(String agency, LocalDate on) {
        served.put(agency, on);
    }

    void file(String agency, LocalDate on) {
        filed.put(agency, on);
    }

    boolean served(String agency) {
        return served.containsKey(agency);
    }

    boolean filed(String agency) {
        return filed.containsKey(agency);
    }

    /** The first service, or null. */
    LocalDate servedOn() {
        return served.isEmpty() ? null : served.values().iterator().next();
    }

    /** The last defence, once everybody who was served has filed; until then null. */
    LocalDate filedOn() {
        if (!filed.keySet().containsAll(served.keySet())) return null;
        return filed.values().stream().max(Comparator.naturalOrder()).orElse(null);
    }

    /** Whoever filed without a service on record was served with the first. */
    List<Part> parts() {
        var agencies = new LinkedHashSet<>(served.keySet());
        agencies.addAll(filed.keySet());
        var parts = new ArrayList<Part>();
        for (var agency : agencies) {
            parts.add(new Part(agency, served.getOrDefault(agency, servedOn()), filed.get(agency)));
        }
        return parts;
    }
}
