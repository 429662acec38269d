package cn.disputes.stats.forms;

import cn.disputes.stats.facts.FactKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A return (报表) as its file says, all of it data.
 *
 * @param code by which it is asked for
 * @param number printed number (表号)
 * @param title printed title
 * @param authority who prescribes it (制表机关)
 * @param approval under which approval; may be missing
 * @param unit of the figures
 * @param kind which cases it counts
 * @param rows what its rows are; the total comes first
 * @param columns headings over headings; those without columns of their own are counted
 * @param checks which sums must agree
 * @param signatures printed below
 * @param notes what a reader must know
 */
record FormDefinition(
        String code,
        String number,
        String title,
        String authority,
        String approval,
        String unit,
        FactKind kind,
        Rows rows,
        List<Column> columns,
        List<Check> checks,
        List<String> signatures,
        List<String> notes) {

    record Rows(FormRows by, String label, String total) {}

    /**
     * A heading; {@code basis} and {@code when} hold for all columns below it too.
     *
     * @param measure what is added up of the cases; CASES when missing
     * @param indicator the figure its total must equal: a count's code, or CODE/numerator, CODE/denominator
     * @param missing why the register has no data for it; it is then printed as — and never as 0
     */
    record Column(
            String code,
            String label,
            FormBasis basis,
            Map<String, List<String>> when,
            Map<String, List<String>> unless,
            FormMeasure measure,
            String indicator,
            String missing,
            List<Column> columns) {

        boolean leaf() {
            return columns == null || columns.isEmpty();
        }

        int depth() {
            return leaf()
                    ? 1
                    : 1 + columns.stream().mapToInt(Column::depth).max().orElse(0);
        }

        int width() {
            return leaf() ? 1 : columns.stream().mapToInt(Column::width).sum();
        }
    }

    /** The columns of {@code left} and of {@code right} add up to the same in every row, and for every case. */
    record Check(String code, String label, List<String> left, List<String> right) {}

    int depth() {
        return columns.stream().mapToInt(Column::depth).max().orElse(1);
    }

    /** The counted columns, left to right. */
    List<Column> leaves() {
        var leaves = new ArrayList<Column>();
        columns.forEach(column -> collect(column, leaves));
        return leaves;
    }

    private static void collect(Column column, List<Column> leaves) {
        if (column.leaf()) leaves.add(column);
        else column.columns().forEach(below -> collect(below, leaves));
    }
}
