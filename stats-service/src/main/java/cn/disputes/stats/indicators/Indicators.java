package cn.disputes.stats.indicators;

import cn.disputes.stats.facts.FactKind;
import cn.disputes.stats.indicators.Indicator.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The dictionary (指标字典), read from {@code indicators.json}. Where practice differs the default is what Zhejiang
 * publishes, every other base a variant. Of several versions of one definition the newest that is not on trial is in
 * force; the others run beside it under {@code CODE@VERSION}.
 */
public final class Indicators {
    private static final Map<String, Indicator> IN_FORCE = new LinkedHashMap<>();
    private static final Map<String, Map<String, Indicator>> VERSIONS = new LinkedHashMap<>();

    static {
        try (var in = Indicators.class.getResourceAsStream("/indicators.json")) {
            load(new JsonMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Indicators() {}

    /** Those in force, in the order of the dictionary. */
    public static Collection<Indicator> all() {
        return IN_FORCE.values();
    }

    /** By its code: the version in force, or with {@code @VERSION} that version. */
    public static Optional<Indicator> find(String code) {
        if (code == null) return Optional.empty();
        var at = code.indexOf('@');
        if (at < 0) return Optional.ofNullable(IN_FORCE.get(code));
        return Optional.ofNullable(
                VERSIONS.getOrDefault(code.substring(0, at), Map.of()).get(code.substring(at + 1)));
    }

    /** Every version of one definition, oldest first; empty when there is no such indicator. */
    public static List<Indicator> versions(String code) {
        return List.copyOf(VERSIONS.getOrDefault(code, Map.of()).values());
    }

    private static void load(JsonNode file) {
        if (!Indicator.DEFINITION_VERSION.equals(file.required("version").textValue()))
            throw new IllegalStateException("indicators.json is of another version");
        var conditions = new LinkedHashMap<String, Condition>();
        file.required("conditions")
                .properties()
                .forEach(entry -> conditions.put(entry.getKey(), Condition.read(entry.getKey(), entry.getValue())));
        var read = new LinkedHashMap<String, List<JsonNode>>();
        file.required("indicators")
                .forEach(node -> read.computeIfAbsent(node.required("code").textValue(), c -> new ArrayList<>())
                        .add(node));
        read.forEach((code, nodes) -> versions(code, nodes, conditions));
    }

    private static void versions(String code, List<JsonNode> nodes, Map<String, Condition> conditions) {
        var inForce = nodes.stream()
                .filter(node -> !node.path("trial").booleanValue())
                .reduce((older, newer) -> newer)
                .orElseThrow(() -> new IllegalStateException(code + " has no version in force"));
        var versions = new LinkedHashMap<String, Indicator>();
        for (var node : nodes) {
            var version = node.required("version").textValue();
            var indicator = read(node, node == inForce ? code : code + "@" + version, version, conditions);
            if (versions.put(version, indicator) != null)
                throw new IllegalStateException(code + " " + version + " twice");
            if (node == inForce) IN_FORCE.put(code, indicator);
        }
        VERSIONS.put(code, versions);
    }

    private static Indicator read(JsonNode node, String code, String version, Map<String, Condition> conditions) {
        var kind = node.path("kind").textValue();
        var period = node.path("period").textValue();
        return new Indicator(
                code,
                version,
                node.path("trial").booleanValue(),
                node.required("zh").textValue(),
                node.required("en").textValue(),
                Shape.valueOf(node.required("shape").textValue()),
                node.path("digits").intValue(),
                kind == null ? null : FactKind.valueOf(kind),
                period == null ? null : Period.valueOf(period),
                named(node.path("base"), conditions),
                named(node.path("numerator"), conditions),
                node.path("byActor").booleanValue(),
                node.path("provisionalDays").intValue(),
                node.path("numeratorOf").textValue(),
                node.path("denominatorOf").textValue(),
                node.required("basis").textValue());
    }

    private static List<Condition> named(JsonNode names, Map<String, Condition> conditions) {
        var found = new ArrayList<Condition>();
        names.forEach(name -> {
            var condition = conditions.get(name.textValue());
            if (condition == null) throw new IllegalStateException("no condition " + name);
            found.add(condition);
        });
        return List.copyOf(found);
    }
}
