package cn.disputes.conventions.watching;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.instrumentation.javahttpclient.JavaHttpClientTelemetry;
import java.net.http.HttpClient;
import java.util.function.BiConsumer;

/** The spans that no library makes by itself. With tracing off, all of this does nothing. */
public final class Tracing {
    /** A span of this thread until it is closed. */
    public static final class Step implements AutoCloseable {
        private final Span span;
        private final Scope scope;

        private Step(String name, SpanKind kind) {
            span = GlobalOpenTelemetry.getTracer("cn.disputes")
                    .spanBuilder(name)
                    .setSpanKind(kind)
                    .startSpan();
            scope = span.makeCurrent();
        }

        public Step with(String attribute, String value) {
            span.setAttribute(attribute, value);
            return this;
        }

        /** @param kind what went wrong, never in words that may quote a row */
        public void failed(String kind) {
            span.setStatus(StatusCode.ERROR).setAttribute("error.type", kind);
        }

        @Override
        public void close() {
            scope.close();
            span.end();
        }
    }

    private Tracing() {}

    /** A client whose calls are spans and carry the trace they belong to (W3C trace context). */
    public static HttpClient traced(HttpClient plain) {
        return JavaHttpClientTelemetry.create(GlobalOpenTelemetry.get()).newHttpClient(plain);
    }

    /** Something this process does by itself. */
    public static Step step(String name) {
        return new Step(name, SpanKind.INTERNAL);
    }

    /** A call to somebody else, who is told of the trace by {@link #carry}. */
    public static Step call(String name) {
        return new Step(name, SpanKind.CLIENT);
    }

    /** Writes the headers that say which trace this thread's call belongs to. */
    public static void carry(BiConsumer<String, String> header) {
        GlobalOpenTelemetry.getPropagators()
                .getTextMapPropagator()
                .inject(Context.current(), header, (headers, name, value) -> headers.accept(name, value));
    }
}
