package cn.disputes.conventions.watching;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.regex.Pattern;

/**
 * No span says what was asked for: a query may be a name, the address of a webhook may hold a secret, and whoever asks for
 * something that is not there may write anything in its place.
 */
@Singleton
class DiscreetSpans implements SpanProcessor {
    private static final String LEFT_OUT = "…";
    /** What stands in the API: words, and the ids of cases. */
    private static final Pattern PATH =
            Pattern.compile("(/([A-Za-z_.-]+\\d{0,2}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\\d{1,6}))*/?");

    private static final List<AttributeKey<String>> LEFT_OUT_ALWAYS = List.of(
            AttributeKey.stringKey("url.query"),
            AttributeKey.stringKey("http.request.method_original"),
            AttributeKey.stringKey("user_agent.original"));
    private static final List<AttributeKey<String>> PATHS =
            List.of(AttributeKey.stringKey("url.path"), AttributeKey.stringKey("http.target"));
    private static final AttributeKey<String> CALLED = AttributeKey.stringKey("url.full");

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        for (var always : LEFT_OUT_ALWAYS) if (span.getAttribute(always) != null) span.setAttribute(always, LEFT_OUT);
        for (var path : PATHS) {
            var asked = span.getAttribute(path);
            if (asked != null && !PATH.matcher(asked).matches()) span.setAttribute(path, LEFT_OUT);
        }
        var called = span.getAttribute(CALLED);
        if (called != null && called.indexOf('?') >= 0)
            span.setAttribute(CALLED, called.substring(0, called.indexOf('?')));
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        // what a span has become is not this one's business
    }

    @Override
    public boolean isEndRequired() {
        return false;
    }
}
