package cn.disputes.deploy.operations;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code deploy/compose.yaml} with its variables put in, as the engine does. */
final class Compose {
    /** {@code ${NAME}}, {@code ${NAME:-default}}, {@code ${NAME:?what to do}}. */
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)(?::([-?])([^}]*))?}");

    private final JsonNode document;

    private Compose(JsonNode document) {
        this.document = document;
    }

    static Compose read() throws IOException {
        return new Compose(Documents.one(Service.DEPLOY.resolve("compose.yaml")));
    }

    JsonNode document() {
        return document;
    }

    JsonNode service(String name) {
        return document.path("services").path(name);
    }

    /** The values of a file of the form {@code NAME=value}. */
    static Map<String, String> values(Path file) throws IOException {
        var values = new LinkedHashMap<String, String>();
        for (var line : Files.readAllLines(file)) {
            if (line.isBlank() || line.startsWith("#")) continue;
            var parts = line.split("=", 2);
            values.put(parts[0], parts[1]);
        }
        return values;
    }

    Map<String, String> environment(String service, Map<String, String> variables) {
        var environment = new LinkedHashMap<String, String>();
        service(service)
                .path("environment")
                .fields()
                .forEachRemaining(entry -> environment.put(
                        entry.getKey(), filledIn(entry.getValue().asText(), variables)));
        return environment;
    }

    static String filledIn(String text, Map<String, String> variables) {
        return replaced(text, found -> {
            var value = variables.get(found.group(1));
            if (value != null && !value.isEmpty()) return value;
            if ("-".equals(found.group(2))) return found.group(3);
            throw new IllegalStateException(found.group(1) + " has no value: " + found.group(3));
        });
    }

    /** Every variable that stands without a default: somebody has to give it. */
    static Set<String> demanded(String text) {
        var names = new TreeSet<String>();
        replaced(text, found -> {
            if (!"-".equals(found.group(2))) names.add(found.group(1));
            return "";
        });
        return names;
    }

    private static String replaced(String text, Function<Matcher, String> with) {
        var found = VARIABLE.matcher(text);
        var result = new StringBuilder();
        while (found.find()) found.appendReplacement(result, Matcher.quoteReplacement(with.apply(found)));
        return found.appendTail(result).toString();
    }
}
