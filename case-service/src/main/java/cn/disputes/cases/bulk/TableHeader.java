package cn.disputes.cases.bulk;

import cn.disputes.cases.casefile.CaseImport.Column;
import cn.disputes.cases.casefile.Cells;
import cn.disputes.contract.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;

/** The header row of a file: which column of which layout stands where. */
final class TableHeader {
    static final int MAX_COLUMNS = 200;
    private static final int SHOWN = 40;

    private final List<String> names;

    private TableHeader(List<String> names) {
        this.names = names;
    }

    /** The layout is the first that knows every label; none: what the nearest does not know is named. */
    static TableHeader of(List<String> labels, List<List<Column>> layouts) {
        if (labels.size() > MAX_COLUMNS) throw new ProblemException(FileProblem.TOO_MANY_COLUMNS);
        String missing = null;
        var most = -1;
        for (var layout : layouts) {
            var names = new ArrayList<String>();
            String unknown = null;
            var known = 0;
            for (var label : labels) {
                var name = name(label.strip(), layout);
                names.add(name);
                if (name != null) known++;
                else if (unknown == null) unknown = label.strip();
            }
            if (unknown == null) return new TableHeader(distinct(names));
            if (known > most) missing = unknown;
            most = Math.max(most, known);
        }
        // no label is known: the first row is no header but a row, and what stands in it may be a name
        if (most <= 0) throw new ProblemException(FileProblem.HEADER_MISSING);
        var shown = missing.length() > SHOWN ? missing.substring(0, SHOWN) : missing;
        throw new ProblemException(FileProblem.HEADER_UNKNOWN, shown).field(shown, "没有这一列", "There is no such column");
    }

    private static String name(String label, List<Column> layout) {
        for (var column : layout) if (column.name().equals(label) || column.zh().equals(label)) return column.name();
        return null;
    }

    private static List<String> distinct(List<String> names) {
        var seen = new HashSet<String>();
        for (var name : names) {
            if (!seen.add(name))
                throw new ProblemException(FileProblem.HEADER_TWICE, name).field(name, "重复的列", "Named twice");
        }
        return names;
    }

    /** Null for a row in which nothing stands. */
    Cells cells(List<String> fields) {
        HashMap<String, String> values = null;
        for (var i = 0; i < names.size() && i < fields.size(); i++) {
            var field = fields.get(i);
            if (field.isBlank()) continue;
            if (values == null) values = new HashMap<>(2 * names.size());
            values.put(names.get(i), field.strip());
        }
        return values == null ? null : new Cells(values);
    }
}
