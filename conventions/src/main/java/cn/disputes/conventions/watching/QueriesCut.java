package cn.disputes.conventions.watching;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import jakarta.inject.Singleton;
import java.util.List;

/** No span says what was asked for: a query may be a name, and the address of a webhook may hold a secret. */
@Singleton
class QueriesCut implements SpanProcessor {
    private static final AttributeKey<String> QUERY = AttributeKey.stringKey("url.query");
    private static final List<AttributeKey<String>> ADDRESSES =
            List.of(AttributeKey.stringKey("url.full"), AttributeKey.stringKey("http.target"));

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        if (span.getAttribute(QUERY) != null) span.setAttribute(QUERY, "…");
        for (var address : ADDRESSES) {
            var whole = span.getAttribute(address);
            if (whole != null && whole.indexOf('?') >= 0)
                span.setAttribute(address, whole.substring(0, whole.indexOf('?')));
        }
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
