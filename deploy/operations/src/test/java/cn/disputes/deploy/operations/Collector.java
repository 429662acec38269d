package cn.disputes.deploy.operations;

import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** Takes traces as a collector does (OTLP over HTTP) and keeps them. */
final class Collector implements AutoCloseable {
    /** @param parent empty where the trace begins */
    record Span(
            String service,
            String trace,
            String id,
            String parent,
            String name,
            SpanKind kind,
            Map<String, String> attributes,
            int events) {}

    final List<Span> spans = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    private Collector(HttpServer server) {
        this.server = server;
    }

    static Collector start() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var collector = new Collector(server);
        server.createContext("/v1/traces", exchange -> {
            var packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
            var body = exchange.getRequestBody();
            collector.keep(packed ? new GZIPInputStream(body) : body);
            var answer = ExportTraceServiceResponse.getDefaultInstance().toByteArray();
            exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
            exchange.close();
        });
        server.start();
        return collector;
    }

    private void keep(InputStream body) throws IOException {
        for (var resource : ExportTraceServiceRequest.parseFrom(body).getResourceSpansList()) {
            var service = attributes(resource.getResource().getAttributesList()).get("service.name");
            for (var scope : resource.getScopeSpansList())
                for (var span : scope.getSpansList())
                    spans.add(new Span(
                            service,
                            hex(span.getTraceId().toByteArray()),
                            hex(span.getSpanId().toByteArray()),
                            hex(span.getParentSpanId().toByteArray()),
                            span.getName(),
                            span.getKind(),
                            attributes(span.getAttributesList()),
                            span.getEventsCount()));
        }
    }

    private static String hex(byte[] id) {
        return HexFormat.of().formatHex(id);
    }

    private static Map<String, String> attributes(List<KeyValue> all) {
        return all.stream()
                .collect(Collectors.toMap(
                        KeyValue::getKey,
                        entry -> entry.getValue().hasStringValue()
                                ? entry.getValue().getStringValue()
                                : entry.getValue().toString(),
                        (first, second) -> second));
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
