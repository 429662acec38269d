package cn.disputes.stats;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * The two services that are followed, with nothing behind their feeds but what a test puts there: POST to
 * {@code /{source}/tell} appends one event a line, to {@code /{source}/stop} and {@code /{source}/go} stops and starts
 * answering. See {@link Telling}.
 */
public class PretendFeeds implements QuarkusTestResourceLifecycleManager {
    private static final Pattern AFTER = Pattern.compile("after=(\\d+)");
    private static final Pattern LIMIT = Pattern.compile("limit=(\\d+)");

    private static final class Feed {
        final List<String> events = new ArrayList<>();
        boolean stopped;

        synchronized String page(int after, int limit, long waitMillis) throws InterruptedException {
            if (events.size() <= after && waitMillis > 0) wait(waitMillis);
            var items = events.subList(Math.min(after, events.size()), Math.min(after + limit, events.size()));
            return "{\"items\":[" + String.join(",", items) + "],\"next\":\"" + (after + items.size()) + "\"}";
        }

        synchronized void tell(List<String> lines) {
            events.addAll(lines);
            notifyAll();
        }

        synchronized boolean stopped() {
            return stopped;
        }

        synchronized void stop(boolean now) {
            stopped = now;
            notifyAll();
        }
    }

    private final Map<String, Feed> feeds = new ConcurrentHashMap<>();
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
        var origin = "http://127.0.0.1:" + server.getAddress().getPort();
        return Map.of(
                "pretend-feeds.url",
                origin,
                "feeds.case-service.url",
                origin + "/case-service",
                "feeds.alert-service.url",
                origin + "/alert-service",
                "feed-ages.every",
                "1s",
                "feed-ages.stopped-after",
                "3s");
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath().split("/");
        var feed = feeds.computeIfAbsent(path[1], source -> new Feed());
        try (exchange) {
            switch (path[path.length - 1]) {
                case "tell" ->
                    feed.tell(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList());
                case "stop" -> feed.stop(true);
                case "go" -> feed.stop(false);
                default -> {
                    events(exchange, feed);
                    return;
                }
            }
            exchange.sendResponseHeaders(204, -1);
        }
    }

    private static void events(HttpExchange exchange, Feed feed) throws IOException {
        var query = exchange.getRequestURI().getQuery();
        try {
            var page = feed.page(number(AFTER, query), number(LIMIT, query), query.contains("wait=0") ? 0 : 300);
            if (feed.stopped()) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            var bytes = page.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int number(Pattern pattern, String query) {
        var found = pattern.matcher(query);
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }

    @Override
    public void stop() {
        if (server != null) server.stop(0);
    }
}
