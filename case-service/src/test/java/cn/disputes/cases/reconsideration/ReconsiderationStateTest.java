package cn.disputes.cases.reconsideration;

import static cn.disputes.cases.reconsideration.ReconsiderationStatus.ACCEPTED;
import static cn.disputes.cases.reconsideration.ReconsiderationStatus.CONCLUDED;
import static cn.disputes.cases.reconsideration.ReconsiderationStatus.IN_CORRECTION;
import static cn.disputes.cases.reconsideration.ReconsiderationStatus.RECEIVED;
import static cn.disputes.cases.reconsideration.ReconsiderationStatus.SUSPENDED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of moves once more, written from the law and not from the code. */
class ReconsiderationStateTest {
    private static final Map<ReconsiderationStatus, Map<String, ReconsiderationStatus>> LAW =
            new EnumMap<>(ReconsiderationStatus.class);
    private static final String DOCUMENTS = "DOCUMENT_QUESTIONED DOCUMENT_FORWARDED DOCUMENT_MAKER_ASKED"
            + " DOCUMENT_MAKER_ANSWERED DOCUMENT_REVIEWED DOCUMENT_ANSWER_RETURNED TIME_EXCLUDED ";

    private static final String MEDIATION = "MEDIATION_BEGUN MEDIATION_FAILED";

    static {
        for (var open : new ReconsiderationStatus[] {RECEIVED, IN_CORRECTION, ACCEPTED, SUSPENDED})
            moves(open, open, MEDIATION);
        moves(RECEIVED, IN_CORRECTION, "CORRECTION_REQUESTED");
        moves(RECEIVED, ACCEPTED, "ACCEPTED");
        moves(RECEIVED, CONCLUDED, "REFUSED TRANSFERRED WITHDRAWN");
        moves(IN_CORRECTION, RECEIVED, "CORRECTED");
        moves(IN_CORRECTION, IN_CORRECTION, "CORRECTION_EXTENDED");
        moves(IN_CORRECTION, CONCLUDED, "ABANDONED WITHDRAWN");
        moves(ACCEPTED, ACCEPTED, "COPY_SERVED REPLY_RECEIVED OPINIONS_HEARD HEARING_NOTIFIED HEARING_HELD");
        moves(ACCEPTED, ACCEPTED, DOCUMENTS + "COMMITTEE_CONSULTED EXTENDED PROCEDURE_CONVERTED");
        moves(ACCEPTED, SUSPENDED, "SUSPENDED");
        moves(ACCEPTED, CONCLUDED, "DECIDED MEDIATED WITHDRAWN TERMINATED");
        moves(SUSPENDED, SUSPENDED, DOCUMENTS + "COPY_SERVED REPLY_RECEIVED");
        moves(SUSPENDED, ACCEPTED, "RESUMED");
        moves(SUSPENDED, CONCLUDED, "MEDIATED WITHDRAWN TERMINATED");
        moves(CONCLUDED, CONCLUDED, "DECISION_SERVED PERFORMED PERFORMANCE_ORDERED INTERVIEWED CRITICISED");
        moves(CONCLUDED, CONCLUDED, "PUBLISHED COPIED ENFORCEMENT_APPLIED");
    }

    private static void moves(ReconsiderationStatus from, ReconsiderationStatus to, String steps) {
        for (var step : steps.split(" "))
            LAW.computeIfAbsent(from, s -> new TreeMap<>()).put(step, to);
    }

    @ParameterizedTest
    @EnumSource(ReconsiderationStatus.class)
    void whatMayFollow(ReconsiderationStatus from) {
        for (var step : ReconsiderationStepType.values()) {
            var expected = LAW.get(from).get(step.name());
            assertEquals(expected, ReconsiderationState.next(from, step).orElse(null), from + " " + step);
            assertEquals(expected != null, ReconsiderationState.allowed(from).contains(step));
        }
    }

    @Test
    void everyStepMayFollowSomewhereExceptTheReceiptAndTheRectification() {
        var possible = new HashSet<String>();
        LAW.values().forEach(moves -> possible.addAll(moves.keySet()));
        var all = new HashSet<>(
                Arrays.stream(ReconsiderationStepType.values()).map(Enum::name).toList());
        all.removeAll(Set.of("RECEIVED", "RECTIFIED"));
        assertEquals(all, possible);
    }

    @Test
    void everyStatusCanBeReachedAndLeadsToTheEnd() {
        var reached = new HashSet<>(Set.of(RECEIVED));
        for (var round = 0; round < ReconsiderationStatus.values().length; round++) {
            for (var from : Set.copyOf(reached)) reached.addAll(LAW.get(from).values());
        }
        assertEquals(Set.of(ReconsiderationStatus.values()), reached);
        for (var from : ReconsiderationStatus.values()) assertTrue(LAW.get(from).containsValue(CONCLUDED));
    }
}
