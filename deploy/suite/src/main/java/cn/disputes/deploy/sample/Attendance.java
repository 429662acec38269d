package cn.disputes.deploy.sample;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who came to the hearings for the agency (负责人出庭应诉): nearly always a head. */
final class Attendance {
    /** Of the cases heard and concluded in 2022, per mille without a head. */
    private static final int ABSENT_PER_MILLE = 5;

    private static final Mix HEADS = Mix.of("PRINCIPAL 12", "DEPUTY 73", "OTHER_HEAD 15");
    private static final List<String> ABSENCES = List.of("ABSENT", "ABSENT_JUSTIFIED");

    private Attendance() {}

    static List<Suit> at(List<Suit> suits) {
        var lottery = Lottery.of("attendance");
        var heard = suits.stream()
                .filter(suit ->
                        suit.course().hearingOn() != null && suit.course().concludedIn(2022))
                .map(Suit::caseNumber)
                .toList();
        var absent = absences(lottery.shuffled(heard).subList(0, Math.round(heard.size() * ABSENT_PER_MILLE / 1000f)));
        return suits.stream()
                .map(suit -> suit.course().hearingOn() == null
                        ? suit
                        : suit.with(
                                suit.course().attendedBy(absent.getOrDefault(suit.caseNumber(), HEADS.pick(lottery)))))
                .toList();
    }

    private static Map<String, String> absences(List<String> caseNumbers) {
        var absences = new HashMap<String, String>();
        for (var number : caseNumbers) absences.put(number, ABSENCES.get(absences.size() % ABSENCES.size()));
        return absences;
    }
}
