package cn.disputes.cases.warning;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every warning that case-service can derive itself, as {@code warning-catalogue.txt} lists them: a row that cannot be
 * read stops the service. A risk case that turns red is told to the leadership by alert-service, which alone knows it.
 */
final class WarningCatalogue {
    static final String CALENDAR = "calendar";
    static final String AGENCIES = "agencies";

    static final List<Prompt> ALL = all();
    static final Map<String, Prompt> BY_CODE =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Prompt::code, Function.identity()));

    private WarningCatalogue() {}

    private static List<Prompt> all() {
        try (var in = WarningCatalogue.class.getResourceAsStream("/warning-catalogue.txt");
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> prompt(line.split(" \\| ")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Prompt prompt(String[] cells) {
        return new Prompt(
                cells[0],
                cells[1],
                cells[2],
                cells[3],
                Addressee.valueOf(cells[4]),
                new Trigger(Trigger.Basis.valueOf(cells[5]), Integer.parseInt(cells[6])),
                cells[7],
                cells[8],
                cells[9]);
    }
}
