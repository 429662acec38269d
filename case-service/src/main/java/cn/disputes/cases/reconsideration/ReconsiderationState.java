package cn.disputes.cases.reconsideration;

import static cn.disputes.cases.reconsideration.ReconsiderationStatus.*;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What may follow what: the one table of moves of a reconsideration. */
final class ReconsiderationState {
    private static final Map<ReconsiderationStatus, Map<ReconsiderationStepType, ReconsiderationStatus>> MOVES =
            new EnumMap<>(ReconsiderationStatus.class);

    static {
        from(RECEIVED)
                .to(RECEIVED, ReconsiderationStepType.MEDIATION_BEGUN, ReconsiderationStepType.MEDIATION_FAILED)
                .to(IN_CORRECTION, ReconsiderationStepType.CORRECTION_REQUESTED)
                .to(ACCEPTED, ReconsiderationStepType.ACCEPTED)
                .to(
                        CONCLUDED,
                        ReconsiderationStepType.REFUSED,
                        ReconsiderationStepType.TRANSFERRED,
                        ReconsiderationStepType.WITHDRAWN);
        from(IN_CORRECTION)
                .to(RECEIVED, ReconsiderationStepType.CORRECTED)
                .to(
                        IN_CORRECTION,
                        ReconsiderationStepType.CORRECTION_EXTENDED,
                        ReconsiderationStepType.MEDIATION_BEGUN,
                        ReconsiderationStepType.MEDIATION_FAILED)
                .to(CONCLUDED, ReconsiderationStepType.ABANDONED, ReconsiderationStepType.WITHDRAWN);
        from(ACCEPTED)
                .to(
                        ACCEPTED,
                        ReconsiderationStepType.COPY_SERVED,
                        ReconsiderationStepType.REPLY_RECEIVED,
                        ReconsiderationStepType.OPINIONS_HEARD,
                        ReconsiderationStepType.HEARING_NOTIFIED,
                        ReconsiderationStepType.HEARING_HELD,
                        ReconsiderationStepType.COMMITTEE_CONSULTED,
                        ReconsiderationStepType.DOCUMENT_QUESTIONED,
                        ReconsiderationStepType.DOCUMENT_FORWARDED,
                        ReconsiderationStepType.DOCUMENT_MAKER_ASKED,
                        ReconsiderationStepType.DOCUMENT_MAKER_ANSWERED,
                        ReconsiderationStepType.DOCUMENT_REVIEWED,
                        ReconsiderationStepType.DOCUMENT_ANSWER_RETURNED,
                        ReconsiderationStepType.MEDIATION_BEGUN,
                        ReconsiderationStepType.MEDIATION_FAILED,
                        ReconsiderationStepType.TIME_EXCLUDED,
                        ReconsiderationStepType.EXTENDED,
                        ReconsiderationStepType.PROCEDURE_CONVERTED)
                .to(SUSPENDED, ReconsiderationStepType.SUSPENDED)
                .to(
                        CONCLUDED,
                        ReconsiderationStepType.DECIDED,
                        ReconsiderationStepType.MEDIATED,
                        ReconsiderationStepType.WITHDRAWN,
                        ReconsiderationStepType.TERMINATED);
        from(SUSPENDED)
                .to(
                        SUSPENDED,
                        ReconsiderationStepType.COPY_SERVED,
                        ReconsiderationStepType.REPLY_RECEIVED,
                        ReconsiderationStepType.DOCUMENT_QUESTIONED,
                        ReconsiderationStepType.DOCUMENT_FORWARDED,
                        ReconsiderationStepType.DOCUMENT_MAKER_ASKED,
                        ReconsiderationStepType.DOCUMENT_MAKER_ANSWERED,
                        ReconsiderationStepType.DOCUMENT_REVIEWED,
                        ReconsiderationStepType.DOCUMENT_ANSWER_RETURNED,
                        ReconsiderationStepType.MEDIATION_BEGUN,
                        ReconsiderationStepType.MEDIATION_FAILED,
                        ReconsiderationStepType.TIME_EXCLUDED)
                .to(ACCEPTED, ReconsiderationStepType.RESUMED)
                .to(
                        CONCLUDED,
                        ReconsiderationStepType.MEDIATED,
                        ReconsiderationStepType.WITHDRAWN,
                        ReconsiderationStepType.TERMINATED);
        from(CONCLUDED)
                .to(
                        CONCLUDED,
                        ReconsiderationStepType.DECISION_SERVED,
                        ReconsiderationStepType.PERFORMED,
                        ReconsiderationStepType.PERFORMANCE_ORDERED,
                        ReconsiderationStepType.ENFORCEMENT_APPLIED,
                        ReconsiderationStepType.INTERVIEWED,
                        ReconsiderationStepType.CRITICISED,
                        ReconsiderationStepType.PUBLISHED,
                        ReconsiderationStepType.COPIED);
    }

    private ReconsiderationState() {}

    /** Where a step leads, or nothing when it may not follow. */
    static Optional<ReconsiderationStatus> next(ReconsiderationStatus from, ReconsiderationStepType step) {
        return Optional.ofNullable(MOVES.get(from).get(step));
    }

    /** What may follow now; a rectification always may. */
    static Set<ReconsiderationStepType> allowed(ReconsiderationStatus from) {
        return MOVES.get(from).keySet();
    }

    private static Moves from(ReconsiderationStatus status) {
        var moves = new EnumMap<ReconsiderationStepType, ReconsiderationStatus>(ReconsiderationStepType.class);
        MOVES.put(status, moves);
        return new Moves(moves);
    }

    private record Moves(Map<ReconsiderationStepType, ReconsiderationStatus> moves) {
        Moves to(ReconsiderationStatus target, ReconsiderationStepType... steps) {
            for (var step : steps) moves.put(step, target);
            return this;
        }
    }
}
