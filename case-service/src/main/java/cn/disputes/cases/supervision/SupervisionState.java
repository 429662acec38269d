package cn.disputes.cases.supervision;

import static cn.disputes.cases.supervision.SupervisionStatus.ISSUED;
import static cn.disputes.cases.supervision.SupervisionStatus.RECTIFIED;
import static cn.disputes.cases.supervision.SupervisionStatus.REPORTED;

import cn.disputes.cases.supervision.SupervisionStep.Type;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What may follow what: the one table of moves of a supervision document. */
final class SupervisionState {
    private static final Map<SupervisionStatus, Map<Type, SupervisionStatus>> MOVES = Map.of(
            ISSUED,
            new EnumMap<>(Map.of(
                    Type.SERVED, ISSUED, Type.REMINDED, ISSUED, Type.REPORTED, REPORTED, Type.RECTIFIED, RECTIFIED)),
            REPORTED,
            // a report that does not satisfy is asked for again, and another one follows
            new EnumMap<>(Map.of(Type.REMINDED, REPORTED, Type.REPORTED, REPORTED, Type.RECTIFIED, RECTIFIED)),
            RECTIFIED,
            Map.of());

    private SupervisionState() {}

    static Optional<SupervisionStatus> next(SupervisionStatus from, Type step) {
        return Optional.ofNullable(MOVES.get(from).get(step));
    }

    static Set<Type> allowed(SupervisionStatus from) {
        return MOVES.get(from).keySet();
    }
}
