package cn.disputes.cases.litigation;

import static cn.disputes.cases.litigation.LitigationStatus.CONCLUDED;
import static cn.disputes.cases.litigation.LitigationStatus.EFFECTIVE;
import static cn.disputes.cases.litigation.LitigationStatus.FILED;
import static cn.disputes.cases.litigation.LitigationStatus.SERVED;
import static cn.disputes.cases.litigation.LitigationStatus.SUSPENDED;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What may follow what: the one table of moves of a suit. A court's list may name a hearing but no day of service. */
final class LitigationState {
    private static final Map<LitigationStatus, Map<LitigationStepType, LitigationStatus>> MOVES = Map.of(
            FILED,
            moves(Map.of(
                    LitigationStepType.SERVED, SERVED,
                    LitigationStepType.HEARING_SCHEDULED, FILED,
                    LitigationStepType.HEARING_HELD, FILED,
                    LitigationStepType.SUSPENDED, SUSPENDED,
                    LitigationStepType.CONCLUDED, CONCLUDED)),
            SERVED,
            moves(Map.of(
                    LitigationStepType.DEFENCE_FILED, SERVED,
                    LitigationStepType.HEARING_SCHEDULED, SERVED,
                    LitigationStepType.HEARING_HELD, SERVED,
                    LitigationStepType.EXTENDED, SERVED,
                    LitigationStepType.SUSPENDED, SUSPENDED,
                    LitigationStepType.CONCLUDED, CONCLUDED)),
            SUSPENDED,
            moves(Map.of(
                    LitigationStepType.DEFENCE_FILED, SUSPENDED,
                    LitigationStepType.RESUMED, SERVED,
                    LitigationStepType.CONCLUDED, CONCLUDED)),
            CONCLUDED,
            moves(Map.of(LitigationStepType.APPEALED, CONCLUDED, LitigationStepType.EFFECTIVE, EFFECTIVE)),
            EFFECTIVE,
            Map.of());

    private LitigationState() {}

    private static Map<LitigationStepType, LitigationStatus> moves(Map<LitigationStepType, LitigationStatus> moves) {
        return new EnumMap<>(moves);
    }

    static Optional<LitigationStatus> next(LitigationStatus from, LitigationStepType step) {
        return Optional.ofNullable(MOVES.get(from).get(step));
    }

    static Set<LitigationStepType> allowed(LitigationStatus from) {
        return MOVES.get(from).keySet();
    }
}
