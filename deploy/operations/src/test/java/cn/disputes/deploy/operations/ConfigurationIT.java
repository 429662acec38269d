package cn.disputes.deploy.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whatever a deployment tells a service is something the service listens to, and the reference names all of it. */
class ConfigurationIT {
    private static final Path REFERENCE = Service.DEPLOY.resolve("README.md");
    private static final String BEGIN = "<!-- configuration: made from the code -->\n";
    private static final String END = "<!-- end of configuration -->\n";

    @Test
    void whatComposeTellsAServiceIsHeard() throws IOException {
        var settings = Settings.ofTheSources();
        var compose = Compose.read();
        for (var service : Service.values()) {
            var framework = Settings.ofTheFramework(service);
            var told = compose.service(service.title).path("environment").fieldNames();
            told.forEachRemaining(variable -> assertTrue(
                    settings.read(service.title, variable) || framework.contains(variable),
                    service.title + " does not read " + variable));
        }
    }

    @Test
    void whatKubernetesTellsAServiceIsHeard() throws IOException {
        var settings = Settings.ofTheSources();
        for (var overlay : Manifests.OVERLAYS)
            for (var service : Service.values()) {
                var framework = Settings.ofTheFramework(service);
                for (var variable : Manifests.of(overlay).environment(service.title))
                    assertTrue(
                            settings.read(service.title, variable) || framework.contains(variable),
                            overlay + ": " + service.title + " does not read " + variable);
            }
    }

    @Test
    void noSettingIsUnknownToTheTest() throws IOException {
        var settings = Settings.ofTheSources();
        for (var known : new String[] {
            "FEEDS_TOKEN_FILE", "RETENTION_YEARS", "DELIVERY_WEBHOOK_HTTP_ALLOWED", "RETENTION_AT", "DB_POOL_MAX"
        })
            assertTrue(
                    settings.all().stream()
                            .anyMatch(setting -> setting.variable().equals(known)),
                    known);
        assertFalse(settings.read("stats-service", "RETENTION_YEARS"), "that is case-service's");
    }

    /** {@code -Dconfiguration.refresh=true} writes the table anew and keeps what people wrote in its last column. */
    @Test
    void theReferenceIsWhatTheCodeSays() throws IOException {
        var document = Files.readString(REFERENCE);
        var from = document.indexOf(BEGIN) + BEGIN.length();
        var to = document.indexOf(END);
        assertTrue(from >= BEGIN.length() && to >= from, "the reference has its marks");
        var written = document.substring(from, to);
        var made = table(meanings(written));
        if (Boolean.getBoolean("configuration.refresh")) {
            Files.writeString(REFERENCE, document.substring(0, from) + made + document.substring(to));
            return;
        }
        assertEquals(made, written, "write it anew with -Dconfiguration.refresh=true");
        for (var meaning : meanings(written).entrySet())
            assertFalse(meaning.getValue().isBlank(), meaning.getKey() + " has no meaning");
    }

    private static Map<String, String> meanings(String table) {
        var meanings = new LinkedHashMap<String, String>();
        for (var line : table.lines().filter(row -> row.startsWith("| `")).toList()) {
            var cells = line.split("\\|", -1);
            meanings.put(cells[1].trim().replace("`", ""), cells[4].trim());
        }
        return meanings;
    }

    private static String table(Map<String, String> meanings) throws IOException {
        var rows = Settings.ofTheSources().all().stream()
                .map(setting -> "| `" + setting.variable() + "` | "
                        + (setting.services().size() == 3
                                ? "all"
                                : setting.services().stream()
                                        .map(name -> name.replace("-service", ""))
                                        .collect(Collectors.joining(", ")))
                        + " | " + (setting.standard().isEmpty() ? "" : "`" + setting.standard() + "`") + " | "
                        + meanings.getOrDefault(setting.variable(), setting.meaning()) + " |\n")
                .collect(Collectors.joining());
        return "\n| variable | service | default | meaning |\n|---|---|---|---|\n" + rows + "\n";
    }
}
