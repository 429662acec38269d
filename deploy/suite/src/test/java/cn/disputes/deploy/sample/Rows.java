package cn.disputes.deploy.sample;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of an import file, read back from its text: what is counted here is what the services are given. */
final class Rows {
    private Rows() {}

    static List<Map<String, String>> of(String csv) {
        var lines = csv.split("\r\n");
        var header = lines[0].split(",");
        return java.util.Arrays.stream(lines)
                .skip(1)
                .map(line -> row(header, line))
                .toList();
    }

    private static Map<String, String> row(String[] header, String line) {
        var cells = line.split(",", -1);
        if (cells.length != header.length) throw new AssertionError("Columns do not match: " + line);
        var row = new LinkedHashMap<String, String>();
        for (var i = 0; i < header.length; i++) row.put(header[i], cells[i]);
        return row;
    }

    static LocalDate date(Map<String, String> row, String column) {
        return row.get(column).isEmpty() ? null : LocalDate.parse(row.get(column));
    }

    static boolean in(Map<String, String> row, String column, String prefix) {
        return row.get(column).startsWith(prefix);
    }
}
