package cn.disputes.deploy.sample;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;

/** Lines as RFC 4180 wants them; null is an empty cell. */
final class Csv {
    private Csv() {}

    static String line(Object... cells) {
        return Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(","));
    }

    static String file(String header, Collection<String> lines) {
        return header + "\r\n" + lines.stream().map(line -> line + "\r\n").collect(Collectors.joining());
    }

    private static String cell(Object value) {
        if (value == null) return "";
        var text = value.toString();
        return text.matches("[^\",\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
