package cn.disputes.stats.figures;

import cn.disputes.contract.problem.ProblemException;
import cn.disputes.stats.indicators.Indicator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What figures can be grouped by. */
public enum Dimension {
    region("f.region_code"),
    month("to_char(p.first, 'YYYY-MM')"),
    agency("f.agency_code"),
    domain("f.domain"),
    actType("f.act_type"),
    court("f.court");

    private final String expression;

    Dimension(String expression) {
        this.expression = expression;
    }

    String expression(Indicator indicator) {
        return this == agency && indicator.byActor() ? "coalesce(f.actor_code, f.agency_code)" : expression;
    }

    /** Reads {@code groupBy}: names separated by commas, none twice. */
    public static List<Dimension> parse(String groupBy) {
        if (groupBy == null || groupBy.isEmpty()) return List.of();
        var dimensions = new ArrayList<Dimension>();
        for (var name : groupBy.split(",", -1)) {
            var dimension = Arrays.stream(values())
                    .filter(d -> d.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> ProblemException.invalid(
                            "groupBy", "应取自 " + Arrays.toString(values()), "Must be of " + Arrays.toString(values())));
            if (dimensions.contains(dimension)) throw ProblemException.invalid("groupBy", "重复", "Named twice");
            dimensions.add(dimension);
        }
        return dimensions;
    }
}
