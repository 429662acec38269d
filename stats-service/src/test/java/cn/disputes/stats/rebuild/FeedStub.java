package cn.disputes.stats.rebuild;

import cn.disputes.contract.events.CaseEvent;
import cn.disputes.contract.events.CloudEvent;
import cn.disputes.contract.events.EventJson;
import cn.disputes.contract.events.FeedPage;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A feed like that of case-service, of events a test puts in. */
public final class FeedStub implements QuarkusTestResourceLifecycleManager {
    static final List<CaseEvent> EVENTS = new CopyOnWriteArrayList<>();
    static volatile boolean away;

    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            var thread = new Thread(task, "feed stub");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/v1/events", exchange -> {
            if (away) {
                exchange.sendResponseHeaders(503, -1);
                exchange.close();
                return;
            }
            var query = exchange.getRequestURI().getQuery();
            var after = query.contains("after=") ? Integer.parseInt(query.replaceAll(".*after=(\\d+).*", "$1")) : 0;
            var limit = Integer.parseInt(query.replaceAll(".*limit=(\\d+).*", "$1"));
            var events = List.copyOf(EVENTS);
            var from = Math.min(after, events.size());
            var to = Math.min(events.size(), from + limit);
            var page = new FeedPage(
                    events.subList(from, to).stream().map(FeedStub::wrapped).toList(), String.valueOf(to));
            var body = EventJson.MAPPER.writeValueAsBytes(page);
            exchange.sendResponseHeaders(200, body.length);
            try (var out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        server.start();
        return Map.of(
                "feeds.case-service.url",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "feeds.token",
                "unchecked");
    }

    private static CloudEvent wrapped(CaseEvent event) {
        return new CloudEvent(
                "1.0",
                UUID.randomUUID(),
                "/case-service",
                event.type().wireName(),
                event.id().toString(),
                Instant.EPOCH,
                "application/json",
                EventJson.MAPPER.valueToTree(event));
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
