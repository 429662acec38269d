package cn.disputes.deploy.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/** What the three services can be told from outside, as their sources say it and the libraries they ship. */
final class Settings {
    /** @param meaning the first sentence of its comment, empty where it has none */
    record Setting(String property, String standard, String meaning, Set<String> services) {
        String variable() {
            return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
        }
    }

    private static final Pattern INJECTED =
            Pattern.compile("@ConfigProperty\\(\\s*name = \"([^\"]+)\"(?:,\\s*defaultValue = \"([^\"]*)\")?\\s*\\)");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([a-z][a-z0-9.-]+):([^}]*)}");
    private static final Pattern MAPPED = Pattern.compile("@ConfigMapping\\(prefix = \"([^\"]+)\"\\)");
    private static final Pattern MEMBER = Pattern.compile("(?s)(?:/\\*\\*(?<doc>(?:(?!\\*/).)*)\\*/\\s*)?"
            + "(?:@WithDefault\\(\"(?<default>[^\"]*)\"\\)\\s*)?"
            + "(?<type>[A-Za-z<>]+) (?<name>[a-z][A-Za-z]*)\\(\\);");

    private final Map<String, Setting> settings = new TreeMap<>();

    static Settings ofTheSources() throws IOException {
        var all = new Settings();
        for (var module : List.of("contract", "conventions", "case-service", "alert-service", "stats-service")) {
            var services = Service.titles().contains(module) ? Set.of(module) : new TreeSet<>(Service.titles());
            try (var files = Files.walk(Service.HOME.resolve(module).resolve("src/main"))) {
                for (var file : files.filter(Settings::mayName).toList()) all.read(Files.readString(file), services);
            }
        }
        return all;
    }

    private static boolean mayName(Path file) {
        return file.toString().endsWith(".java") || file.toString().endsWith(".properties");
    }

    /** Whatever starts with {@code quarkus.} is the framework's: {@link #ofTheFramework}. */
    private void read(String source, Set<String> services) {
        for (var found : INJECTED.matcher(source).results().toList()) add(found.group(1), found.group(2), "", services);
        for (var found : PLACEHOLDER.matcher(source).results().toList())
            add(found.group(1), found.group(2), "", services);
        var mapped = MAPPED.matcher(source);
        if (mapped.find()) members(mapped.group(1), source.substring(mapped.end()), services);
    }

    private void members(String prefix, String body, Set<String> services) {
        var nested =
                Pattern.compile("(?s)\\n    interface (\\w+) \\{(.*?)\\n    }").matcher(body);
        while (nested.find()) members(prefix + "." + kebab(nested.group(1)), nested.group(2), services);
        var own = nested.reset().replaceAll("");
        var groups = nested.reset().results().map(found -> found.group(1)).toList();
        for (var found : MEMBER.matcher(own).results().toList()) {
            var member = MEMBER.matcher(found.group());
            if (!member.matches() || groups.contains(member.group("type"))) continue;
            add(
                    prefix + "." + kebab(member.group("name")),
                    member.group("default"),
                    firstSentence(member.group("doc")),
                    services);
        }
    }

    private static String kebab(String camel) {
        return camel.replaceAll("(?<=[a-z])([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static String firstSentence(String doc) {
        if (doc == null) return "";
        return doc.replaceAll("\\s*\\n\\s*\\*?\\s*", " ")
                .replaceAll("\\{@code ([^}]*)}", "`$1`")
                .trim();
    }

    private void add(String property, String standard, String meaning, Set<String> services) {
        if (property.startsWith("quarkus.")) return;
        var known = settings.get(property);
        var all = new TreeSet<>(services);
        if (known != null) all.addAll(known.services());
        settings.put(
                property,
                new Setting(
                        property,
                        standard != null && !standard.isEmpty() ? standard : known == null ? "" : known.standard(),
                        meaning.isEmpty() && known != null ? known.meaning() : meaning,
                        all));
    }

    List<Setting> all() {
        return new ArrayList<>(settings.values());
    }

    boolean read(String service, String variable) {
        return settings.values().stream()
                .anyMatch(setting -> setting.variable().equals(variable)
                        && setting.services().contains(service));
    }

    /** Environment variables the framework reads when it runs, from the descriptions its libraries bring along. */
    static Set<String> ofTheFramework(Service service) throws IOException {
        var names = new TreeSet<String>();
        try (var jars = Files.list(service.application().resolve("lib/main"))) {
            for (var jar : jars.filter(file -> file.getFileName().toString().startsWith("io.quarkus."))
                    .toList()) {
                try (var zip = new ZipFile(jar.toFile())) {
                    var entry = zip.getEntry("META-INF/quarkus-config-doc/quarkus-config-model.json");
                    if (entry != null) variables(Documents.JSON.readTree(zip.getInputStream(entry)), names);
                }
            }
        }
        return names;
    }

    private static void variables(com.fasterxml.jackson.databind.JsonNode node, Set<String> names) {
        if (node.has("path") && "RUN_TIME".equals(node.path("phase").asText())) {
            names.add(node.path("path").path("environmentVariable").asText());
            node.path("additionalPaths")
                    .forEach(path -> names.add(path.path("environmentVariable").asText()));
        }
        node.forEach(child -> variables(child, names));
    }
}
