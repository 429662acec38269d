package cn.disputes.stats.indicators;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * One condition of a definition, read once from data and written three ways: as SQL over a fact {@code f}, in Chinese and
 * in English. None of the three can say something the others do not.
 *
 * @param otherwiseZh why a row that does not meet it is left out
 */
public record Condition(String name, String sql, String zh, String en, String otherwiseZh, String otherwiseEn) {
    private record Written(String sql, String zh, String en) {}

    static Condition read(String name, JsonNode node) {
        var is = write(node.required("is"));
        return new Condition(
                name,
                is.sql,
                node.required("zh").textValue() + "（" + is.zh + "）",
                node.required("en").textValue() + " (" + is.en + ")",
                node.required("otherwise").required("zh").textValue(),
                node.required("otherwise").required("en").textValue());
    }

    private static Written write(JsonNode node) {
        if (node.has("any")) return joined(node.get("any"), " OR ", "，或者", ", or ");
        if (node.has("all")) return joined(node.get("all"), " AND ", "，并且", ", and ");
        var field = FactField.valueOf(node.required("field").textValue());
        if (node.has("in")) return codes(field, node.get("in"), "IN", "为", "is");
        if (node.has("notIn")) return codes(field, node.get("notIn"), "NOT IN", "不为", "is not");
        if (node.has("known")) return new Written(field.sql + " IS NOT NULL", "有" + field.zh, field.en + " is known");
        if (node.has("some"))
            return new Written("cardinality(" + field.sql + ") > 0", "有" + field.zh, "has " + field.en);
        if (node.has("is")) {
            var wanted = node.get("is").booleanValue();
            return new Written(
                    (wanted ? "" : "NOT ") + field.sql,
                    (wanted ? "" : "未") + field.zh,
                    (wanted ? "" : "not ") + field.en);
        }
        if (node.has("atLeast")) {
            var least = node.get("atLeast").intValue();
            return new Written(
                    field.sql + " >= " + least, field.zh + "不少于" + least, field.en + " is at least " + least);
        }
        if (node.has("notAfter")) {
            var other = FactField.valueOf(node.get("notAfter").textValue());
            return new Written(
                    field.sql + " <= " + other.sql,
                    field.zh + "不晚于" + other.zh,
                    field.en + " is not after the " + other.en);
        }
        var other = FactField.valueOf(node.required("lessThan").textValue());
        return new Written(
                field.sql + " < " + other.sql, field.zh + "少于" + other.zh, field.en + " is less than the " + other.en);
    }

    private static Written codes(FactField field, JsonNode names, String operator, String zh, String en) {
        var codes = StreamSupport.stream(names.spliterator(), false)
                .map(name -> field.code(name.textValue()))
                .toList();
        return new Written(
                field.sql + " " + operator + " ("
                        + codes.stream().map(c -> "'" + c.name() + "'").collect(Collectors.joining(", ")) + ")",
                field.zh + zh + codes.stream().map(c -> c.zh()).collect(Collectors.joining("、")),
                field.en + " " + en + " " + codes.stream().map(c -> c.en()).collect(Collectors.joining(", ")));
    }

    private static Written joined(JsonNode parts, String sql, String zh, String en) {
        var written = new ArrayList<Written>();
        parts.forEach(part -> written.add(write(part)));
        return new Written(
                "(" + join(written, w -> w.sql, sql) + ")", join(written, w -> w.zh, zh), join(written, w -> w.en, en));
    }

    private static String join(List<Written> written, Function<Written, String> part, String by) {
        return written.stream().map(part).collect(Collectors.joining(by));
    }

    /** All of them hold; TRUE when there are none. */
    static String allOf(List<Condition> conditions) {
        return conditions.isEmpty()
                ? "TRUE"
                : conditions.stream().map(c -> "(" + c.sql + ")").collect(Collectors.joining(" AND "));
    }
}
