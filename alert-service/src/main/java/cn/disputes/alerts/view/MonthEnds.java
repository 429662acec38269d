package cn.disputes.alerts.view;

import cn.disputes.alerts.risk.EvidenceType;
import cn.disputes.alerts.view.MonthStore.Closed;
import cn.disputes.contract.codes.RiskState;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How cases ended in a month. */
final class MonthEnds {
    private record Proof(EvidenceType type, boolean byRegister) {}

    private static final Comparator<Proof> IN_ORDER = Comparator.comparing(Proof::byRegister)
            .thenComparing(Proof::type, Comparator.nullsLast(Comparator.naturalOrder()));

    private final List<Closed> closed;

    MonthEnds(List<Closed> closed) {
        this.closed = closed;
    }

    MonthView.Section<MonthView.Resolved> resolved() {
        return MonthView.Section.of(in(RiskState.RESOLVED)
                .map(one -> new MonthView.Resolved(one.risk(), one.on(), one.evidence(), one.byRegister()))
                .toList());
    }

    List<MonthView.Evidence> evidence() {
        var counts = in(RiskState.RESOLVED)
                .collect(Collectors.groupingBy(
                        one -> new Proof(one.evidence(), one.byRegister()), Collectors.counting()));
        return counts.keySet().stream()
                .sorted(IN_ORDER)
                .map(proof -> new MonthView.Evidence(proof.type(), proof.byRegister(), counts.get(proof)))
                .toList();
    }

    MonthView.Section<MonthView.Ended> lost() {
        return ended(RiskState.LOST);
    }

    MonthView.Section<MonthView.Ended> won() {
        return ended(RiskState.WON);
    }

    private MonthView.Section<MonthView.Ended> ended(RiskState state) {
        return MonthView.Section.of(
                in(state).map(one -> new MonthView.Ended(one.risk(), one.on())).toList());
    }

    private Stream<Closed> in(RiskState state) {
        return closed.stream().filter(one -> one.risk().state() == state);
    }
}
