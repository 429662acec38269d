package cn.disputes.deploy.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The documents of a YAML file, anchors and merges resolved; a key written twice is refused. */
final class Documents {
    static final ObjectMapper JSON = new ObjectMapper();

    private Documents() {}

    static List<JsonNode> all(Path file) throws IOException {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        var documents = new ArrayList<JsonNode>();
        for (var document : new Yaml(new SafeConstructor(options)).loadAll(new StringReader(Files.readString(file)))) {
            if (document != null) documents.add(JSON.valueToTree(document));
        }
        return documents;
    }

    static JsonNode one(Path file) throws IOException {
        var all = all(file);
        if (all.size() != 1) throw new IllegalArgumentException(file + " has " + all.size() + " documents");
        return all.get(0);
    }
}
