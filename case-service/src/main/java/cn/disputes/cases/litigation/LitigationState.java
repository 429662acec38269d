package cn.disputes.cases.litigation;

import static cn.disputes.cases.litigation.LitigationStepType.*;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What may follow what: the one table of moves of a suit. A court's list may name a hearing but no day of service. */
final class LitigationState {
    private static final Map<LitigationStatus, Map<LitigationStepType, LitigationStatus>> MOVES =
            new EnumMap<>(LitigationStatus.class);

    static {
        moves(LitigationStatus.FILED, SERVED, LitigationStatus.SERVED);
        moves(LitigationStatus.FILED, SUSPENDED, LitigationStatus.SUSPENDED);
        moves(LitigationStatus.FILED, CONCLUDED, LitigationStatus.CONCLUDED);
        stays(
                LitigationStatus.FILED,
                HEAD_NAMED,
                HEARING_SCHEDULED,
                HEARING_HELD,
                PROCEDURE_CONVERTED,
                EXCLUDED_PERIOD);

        moves(LitigationStatus.SERVED, SUSPENDED, LitigationStatus.SUSPENDED);
        moves(LitigationStatus.SERVED, CONCLUDED, LitigationStatus.CONCLUDED);
        stays(
                LitigationStatus.SERVED,
                // a suit that was suspended before service goes on here
                SERVED,
                JURISDICTION_OBJECTED,
                EVIDENCE_EXTENSION_REQUESTED,
                EVIDENCE_EXTENSION_GRANTED,
                EVIDENCE_CAUSE_ENDED,
                EVIDENCE_TERM_SET,
                EVIDENCE_FILED,
                DEFENCE_FILED,
                HEAD_NAMED,
                HEARING_SCHEDULED,
                HEARING_HELD,
                PROCEDURE_CONVERTED,
                EXCLUDED_PERIOD,
                EXTENDED,
                ADVICE_RECEIVED,
                ADVICE_ANSWERED);

        moves(LitigationStatus.SUSPENDED, RESUMED, LitigationStatus.SERVED);
        moves(LitigationStatus.SUSPENDED, CONCLUDED, LitigationStatus.CONCLUDED);
        stays(LitigationStatus.SUSPENDED, EVIDENCE_CAUSE_ENDED, EVIDENCE_FILED, DEFENCE_FILED, EXCLUDED_PERIOD);

        moves(LitigationStatus.CONCLUDED, EFFECTIVE, LitigationStatus.EFFECTIVE);
        stays(
                LitigationStatus.CONCLUDED,
                EXCLUDED_PERIOD,
                JUDGMENT_SERVED,
                APPEALED,
                APPEAL_SERVED,
                APPEAL_ANSWERED,
                ADVICE_RECEIVED,
                ADVICE_ANSWERED);

        stays(
                LitigationStatus.EFFECTIVE,
                JUDGMENT_SERVED,
                ADVICE_RECEIVED,
                ADVICE_ANSWERED,
                PERFORMED,
                ENFORCEMENT_APPLIED,
                RETRIAL_APPLIED,
                RETRIAL_COPY_SERVED,
                RETRIAL_OPINION_FILED,
                RETRIAL_REVIEW_OPENED,
                RETRIAL_REVIEW_CLOSED);
    }

    private LitigationState() {}

    private static void moves(LitigationStatus from, LitigationStepType step, LitigationStatus to) {
        MOVES.computeIfAbsent(from, status -> new EnumMap<>(LitigationStepType.class))
                .put(step, to);
    }

    private static void stays(LitigationStatus status, LitigationStepType... steps) {
        Arrays.stream(steps).forEach(step -> moves(status, step, status));
    }

    static Optional<LitigationStatus> next(LitigationStatus from, LitigationStepType step) {
        return Optional.ofNullable(MOVES.get(from).get(step));
    }

    static Set<LitigationStepType> allowed(LitigationStatus from) {
        return Collections.unmodifiableSet(EnumSet.copyOf(MOVES.get(from).keySet()));
    }
}
