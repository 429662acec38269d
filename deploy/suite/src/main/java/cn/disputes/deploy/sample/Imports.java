package cn.disputes.deploy.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/** Bulk loading through {@code /v1/imports}; a single refused row stops the load, for the sample has none to refuse. */
final class Imports {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final int ERRORS_SHOWN = 5;

    private final Api cases;

    Imports(Api cases) {
        this.cases = cases;
    }

    /** @return the finished import: total, created, updated, unchanged */
    JsonNode load(String kind, String csv) {
        var accepted =
                cases.post("case-officer", "/v1/imports?kind=" + kind, csv).require(202);
        var path = URI.create(accepted.header("Location")).getPath();
        var state = new AtomicReference<JsonNode>();
        var ended = Patience.until(
                () -> {
                    state.set(cases.get("case-officer", path).require(200).body());
                    return !state.get().path("status").asText().equals("RUNNING");
                },
                LIMIT);
        var result = state.get();
        if (!ended
                || !result.path("status").asText().equals("DONE")
                || result.path("rejected").asInt() > 0) {
            throw new LoadFailure(
                    "导入 " + kind + " 未成功：" + summary(result), "The import of " + kind + " did not succeed");
        }
        return result;
    }

    private static String summary(JsonNode result) {
        var text = new StringBuilder(result.path("status").asText() + "，拒绝 "
                + result.path("rejected").asInt() + " 行");
        var shown = 0;
        for (var error : result.path("errors")) {
            if (shown++ == ERRORS_SHOWN) break;
            text.append("；第 ")
                    .append(error.path("line").asText())
                    .append(" 行 ")
                    .append(error.path("field").asText());
            text.append("：").append(error.path("message").asText());
        }
        return text.toString();
    }
}
