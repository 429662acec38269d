package cn.disputes.alerts.learning;

import cn.disputes.alerts.risk.SuitFacts;
import cn.disputes.contract.codes.Instance;
import java.util.SortedSet;
import java.util.TreeSet;

/** What a model sees of a suit: the same facts as the rules, each there or not. */
final class Features {
    private Features() {}

    static SortedSet<String> of(SuitFacts facts, Instance instance) {
        var features = new TreeSet<String>();
        facts.alerted().forEach(a -> features.add(a.reason().name()));
        facts.evidence().forEach(e -> features.add(e.factor().name()));
        if (!facts.alerted().isEmpty()) features.add("ALERTED");
        if (facts.domain() != null) features.add("DOMAIN_" + facts.domain());
        if (facts.actType() != null) features.add("ACT_" + facts.actType());
        if (instance != null) features.add("INSTANCE_" + instance);
        return features;
    }
}
