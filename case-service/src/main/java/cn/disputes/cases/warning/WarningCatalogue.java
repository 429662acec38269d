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

/** Every warning there is, as {@code warning-catalogue.txt} lists them: a row that cannot be read stops the service. */
final class WarningCatalogue {
    static final String CALENDAR = "calendar";

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
