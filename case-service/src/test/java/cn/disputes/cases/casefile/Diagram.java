package cn.disputes.cases.casefile;

import cn.disputes.contract.codes.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Draws a table of moves as Mermaid, the way it stands in the docs. */
public final class Diagram {
    private Diagram() {}

    public static <S extends Enum<S> & Code, T extends Enum<T> & Code> String draw(
            S[] states, T[] steps, BiFunction<S, T, Optional<S>> next) {
        var lines = new ArrayList<String>();
        lines.add("```mermaid");
        lines.add("stateDiagram-v2");
        for (var state : states) lines.add("    " + state + " : " + state + " " + state.zh());
        lines.add("    [*] --> " + states[0]);
        for (var from : states) {
            var edges = new LinkedHashMap<S, List<String>>();
            for (var step : steps) {
                next.apply(from, step).ifPresent(to -> edges.computeIfAbsent(to, s -> new ArrayList<>())
                        .add(step + " " + step.zh()));
            }
            edges.forEach((to, labels) -> lines.add("    " + from + " --> " + to + " : " + String.join(", ", labels)));
        }
        lines.add("```");
        return String.join("\n", lines) + "\n";
    }

    /** What the docs hold; with {@code DRAW=1} in the environment it writes what the code says instead. */
    public static String kept(String name, String drawn) throws IOException {
        var file = Path.of("docs", name + ".md");
        if (System.getenv("DRAW") != null) Files.writeString(file, drawn);
        return Files.readString(file);
    }
}
