package cn.disputes.stats.figures;

import cn.disputes.contract.problem.ProblemException;
import cn.disputes.conventions.paging.Query;
import java.util.ArrayList;
import java.util.Comparator;

/**
 * The first rows by the value of one indicator.
 *
 * @param most null for all
 * @param by code of the indicator; null to leave the rows in the order of their groups
 */
record Top(Integer most, String by, boolean ascending) {
    static Top of(String top, String orderBy, String order, Iterable<String> indicators) {
        var most = top == null || top.isEmpty() ? null : Query.integer("top", top, 1, 10_000, 1);
        if (order != null && !order.isEmpty() && !order.equals("asc") && !order.equals("desc"))
            throw ProblemException.invalid("order", "应为 asc 或 desc", "Must be asc or desc");
        var by = orderBy == null || orderBy.isEmpty() ? null : orderBy;
        if (by == null && most != null) by = indicators.iterator().next();
        var known = by == null;
        for (var code : indicators) known |= code.equals(by);
        if (!known) throw ProblemException.invalid("orderBy", "应为所查询的指标之一", "Must be one of the indicators asked for");
        return new Top(most, by, "asc".equals(order));
    }

    /** Rows without a value come last, whichever way. */
    Figure of(Figure figure) {
        if (by == null) return figure;
        var rows = new ArrayList<>(figure.rows());
        Comparator<java.math.BigDecimal> values = ascending ? Comparator.naturalOrder() : Comparator.reverseOrder();
        rows.sort(Comparator.comparing((Figure.Row row) -> row.values().get(by).value(), Comparator.nullsLast(values)));
        var shown = most == null || rows.size() <= most ? rows : rows.subList(0, most);
        return new Figure(
                figure.from(),
                figure.to(),
                figure.regionCode(),
                figure.asOf(),
                figure.definitionVersion(),
                java.util.List.copyOf(shown),
                figure.total());
    }
}
