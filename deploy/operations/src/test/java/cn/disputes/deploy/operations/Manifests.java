package cn.disputes.deploy.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The documents of an overlay with its patches and images put in. Knows the small part of Kustomize that is used here
 * (resources, namespace, images, JSON patches) and refuses the rest.
 */
final class Manifests {
    static final List<String> OVERLAYS = List.of("single-node", "production");
    private static final Path FOLDER = Service.DEPLOY.resolve("kubernetes");
    private static final Set<String> KNOWN =
            Set.of("apiVersion", "kind", "namespace", "resources", "images", "patches");

    private final List<JsonNode> documents;

    private Manifests(List<JsonNode> documents) {
        this.documents = documents;
    }

    static Manifests of(String overlay) throws IOException {
        return new Manifests(built(FOLDER.resolve("overlays").resolve(overlay)));
    }

    private static List<JsonNode> built(Path folder) throws IOException {
        var kustomization = Documents.one(folder.resolve("kustomization.yaml"));
        kustomization.fieldNames().forEachRemaining(field -> require(KNOWN.contains(field), field + " in " + folder));
        require("disputes".equals(kustomization.path("namespace").asText()), "the namespace is disputes");
        var documents = new ArrayList<JsonNode>();
        for (var resource : kustomization.path("resources")) {
            var path = folder.resolve(resource.asText()).normalize();
            if (Files.isDirectory(path)) documents.addAll(built(path));
            else documents.addAll(Documents.all(path));
        }
        for (var patch : kustomization.path("patches")) apply(patch, documents);
        for (var image : kustomization.path("images")) rename(image, documents);
        return documents;
    }

    private static void require(boolean condition, String what) {
        if (!condition) throw new IllegalArgumentException(what);
    }

    private static void apply(JsonNode patch, List<JsonNode> documents) throws IOException {
        var target = patch.path("target");
        var found = documents.stream()
                .filter(document -> document.path("kind").equals(target.path("kind"))
                        && document.path("metadata").path("name").equals(target.path("name")))
                .toList();
        require(found.size() == 1, "a patch of " + target + " meets " + found.size() + " documents");
        var operations = Files.createTempFile("patch", ".yaml");
        try {
            Files.writeString(operations, patch.path("patch").asText());
            for (var operation : Documents.one(operations)) operate(operation, found.get(0));
        } finally {
            Files.delete(operations);
        }
    }

    private static void operate(JsonNode operation, JsonNode document) {
        var path = operation.path("path").asText();
        var parent = document.at(path.substring(0, path.lastIndexOf('/')));
        var last = path.substring(path.lastIndexOf('/') + 1).replace("~1", "/");
        var value = operation.path("value");
        if (parent instanceof ObjectNode object) {
            require("add".equals(operation.path("op").asText()) || object.has(last), path + " is not there");
            if ("remove".equals(operation.path("op").asText())) object.remove(last);
            else object.set(last, value);
        } else if (parent instanceof ArrayNode array
                && "replace".equals(operation.path("op").asText())) {
            require(array.has(Integer.parseInt(last)), path + " is not there");
            array.set(Integer.parseInt(last), value);
        } else throw new IllegalArgumentException(operation + " is not known here");
    }

    private static void rename(JsonNode image, List<JsonNode> documents) {
        var met = 0;
        for (var document : documents)
            for (var container : document.at("/spec/template/spec/containers")) {
                if (!container
                        .path("image")
                        .asText()
                        .startsWith(image.path("name").asText() + ":")) continue;
                ((ObjectNode) container)
                        .put(
                                "image",
                                image.path("newName").asText() + ":"
                                        + image.path("newTag").asText());
                met++;
            }
        require(met == 1, image + " meets " + met + " containers");
    }

    List<JsonNode> all() {
        return documents;
    }

    List<JsonNode> ofKind(String kind) {
        return documents.stream()
                .filter(document -> kind.equals(document.path("kind").asText()))
                .toList();
    }

    JsonNode named(String kind, String name) {
        return ofKind(kind).stream()
                .filter(document ->
                        name.equals(document.path("metadata").path("name").asText()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no " + kind + " " + name));
    }

    boolean has(String kind, String name) {
        return ofKind(kind).stream()
                .anyMatch(document ->
                        name.equals(document.path("metadata").path("name").asText()));
    }

    JsonNode container(String service) {
        return named("Deployment", service).at("/spec/template/spec/containers/0");
    }

    /** Whether the ingress passes a path on to a service; a prefix holds for whole parts of a path. */
    boolean letsThrough(String service, String path) {
        for (var rule : named("Ingress", "disputes").at("/spec/rules"))
            for (var let : rule.at("/http/paths"))
                if (service.equals(let.at("/backend/service/name").asText())
                        && (path + "/").startsWith(let.path("path").asText() + "/")) return true;
        return false;
    }

    /** Every variable a service is given: its own, and those of the maps it takes whole. */
    Set<String> environment(String service) {
        var names = new TreeSet<String>();
        container(service)
                .path("env")
                .forEach(variable -> names.add(variable.path("name").asText()));
        for (var whole : container(service).path("envFrom"))
            named("ConfigMap", whole.path("configMapRef").path("name").asText())
                    .path("data")
                    .fieldNames()
                    .forEachRemaining(names::add);
        return names;
    }

    Stream<JsonNode> deployments() {
        return ofKind("Deployment").stream();
    }
}
