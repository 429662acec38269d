package cn.disputes.stats.forms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.util.ClassPathUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The forms there are: every {@code forms/*.yaml} on the class path, and in the folder {@code forms.folder} where an office
 * keeps its own. A file that breaks a rule keeps the service from starting: a return must not quietly be missing.
 */
@ApplicationScoped
public class FormCatalogue {
    private static final Logger LOG = Logger.getLogger(FormCatalogue.class);
    private static final String FOLDER = "forms";
    private static final ObjectMapper YAML = JsonMapper.builder(new YAMLFactory())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    private final TreeMap<String, FormDefinition> forms = new TreeMap<>();
    private final Optional<Path> folder;

    FormCatalogue(@ConfigProperty(name = "forms.folder") Optional<Path> folder) {
        this.folder = folder;
    }

    void load(@Observes StartupEvent started) throws IOException {
        forms.clear();
        ClassPathUtils.consumeAsPaths(Thread.currentThread().getContextClassLoader(), FOLDER, this::readAll);
        folder.ifPresent(this::readAll);
        LOG.infof("forms: %s", forms.keySet());
    }

    /** Everything that they say, as one text: with another one a form is filled in otherwise. */
    public String definitions() {
        return forms.toString();
    }

    Collection<FormDefinition> all() {
        return forms.values();
    }

    Optional<FormDefinition> find(String code) {
        return Optional.ofNullable(forms.get(code));
    }

    private void readAll(Path directory) {
        try (var files = Files.list(directory)) {
            for (var file : files.filter(f -> f.getFileName().toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                var form = read(Files.readString(file), file.getFileName().toString());
                if (forms.put(form.code(), form) != null)
                    throw new IllegalStateException(file.getFileName() + ": there are two forms " + form.code());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static FormDefinition read(String yaml, String name) {
        try {
            var form = YAML.readValue(yaml, FormDefinition.class);
            var faults = FormRules.faults(form);
            if (!faults.isEmpty()) throw new IllegalStateException(name + ": " + String.join("; ", faults));
            return form;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(name + ": " + e.getOriginalMessage(), e);
        }
    }
}
