package cn.disputes.conventions.paging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One page of a list.
 *
 * @param next opaque cursor of the following page, null on the last
 * @param total number of all rows; only when asked for with {@code count=true}
 */
public record Page<T>(
        List<T> items,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Schema(nullable = true) String next,
        @JsonInclude(JsonInclude.Include.NON_NULL) Long total) {

    /** Cuts the extra row that was fetched to see whether there is a next page. */
    public static <T> Page<T> of(List<T> rows, int limit, Long total, Function<T, String> cursorOf) {
        if (rows.size() <= limit) return new Page<>(rows, null, total);
        var items = List.copyOf(rows.subList(0, limit));
        return new Page<>(items, cursorOf.apply(items.get(limit - 1)), total);
    }
}
