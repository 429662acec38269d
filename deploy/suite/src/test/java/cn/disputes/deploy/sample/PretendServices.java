package cn.disputes.deploy.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executors;

/** Case-service and alert-service in memory: what they must refuse, and an answer lost at a chosen moment. */
final class PretendServices implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    static {
        // otherwise every answer waits 40 ms for an acknowledgement
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    final List<String> violations = new ArrayList<>();
    final Map<String, Map<String, String>> rows = new TreeMap<>();
    final Map<String, PretendRisk> risks = new TreeMap<>();
    final Set<String> resources = new TreeSet<>();
    /** By month: the cases ordered, and the orders by id. */
    final Map<String, Map<String, List<PretendRisk>>> rounds = new TreeMap<>();

    final Map<String, String> receipts = new TreeMap<>();
    int requests;
    int loseAnswer = -1;
    boolean refuseRow;

    private final Map<String, Object> imports = new HashMap<>();
    private final Map<String, PretendRisk> byAlert = new HashMap<>();
    private final Set<String> keys = new HashSet<>();
    private final HttpServer server;

    PretendServices() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newFixedThreadPool(4));
        server.createContext("/", this::handle);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private record Reply(int status, Object body, Map<String, String> headers) {}

    private synchronized void handle(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var reply = reply(exchange, body);
        if (++requests == loseAnswer) reply = new Reply(500, Map.of("code", "answer-lost"), Map.of());
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        var bytes = JSON.writeValueAsBytes(reply.body());
        exchange.sendResponseHeaders(reply.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Reply reply(HttpExchange exchange, String body) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var call = exchange.getRequestMethod() + " " + path.replaceAll("^(/v1/[^/]+).*", "$1");
        return switch (call) {
            case "PUT /v1/agencies", "PUT /v1/leaders", "PUT /v1/duties" ->
                ok(resources.add(path) ? 201 : 428, Map.of());
            case "POST /v1/imports" -> load(body);
            case "GET /v1/imports" -> ok(200, imports.get(path));
            case "POST /v1/alerts" -> alert(JSON.readTree(body));
            case "POST /v1/assignment-rounds" -> round(JSON.readTree(body));
            case "GET /v1/reconsiderations", "GET /v1/litigations" -> ok(200, Map.of("items", rows.values()));
            case "GET /v1/risk-cases" -> riskCases(path);
            case "POST /v1/orders" -> sign(exchange, path.split("/")[3], JSON.readTree(body));
            case "POST /v1/risk-cases" -> act(exchange, path.split("/")[3], JSON.readTree(body));
            default -> ok(404, Map.of());
        };
    }

    private static Reply ok(int status, Object body) {
        return new Reply(status, body, Map.of());
    }

    private Reply load(String csv) {
        var counts =
                new LinkedHashMap<String, Object>(Map.of("status", "DONE", "rejected", 0, "created", 0, "updated", 0));
        var given = Rows.of(csv);
        counts.put("total", given.size());
        for (var row : given) {
            var number = row.values().iterator().next();
            var before = rows.put(number, row);
            counts.merge(
                    before == null ? "created" : before.equals(row) ? "unchanged" : "updated",
                    1,
                    (a, b) -> (int) a + (int) b);
            if (before != null) forbidForgetting(number, before, row);
            follow(number, row);
        }
        if (refuseRow) {
            counts.put("rejected", 1);
            counts.put("errors", List.of(Map.of("line", 7, "field", "domain", "message", "不认识的领域")));
        }
        var path = "/v1/imports/" + (imports.size() + 1);
        imports.put(path, counts);
        return new Reply(202, Map.of(), Map.of("Location", path));
    }

    private void forbidForgetting(String number, Map<String, String> before, Map<String, String> row) {
        before.forEach((column, value) -> {
            if (!value.isEmpty() && !value.equals(row.get(column))) violations.add(number + " forgets " + column);
        });
    }

    /** The litigation feed, without delay. */
    private void follow(String number, Map<String, String> row) {
        var risk = risks.get(number);
        if (risk == null || risk.closed() || row.getOrDefault("concludedOn", "").isEmpty()) return;
        var outcome = row.get("outcome");
        var settled = outcome.equals("MEDIATED")
                || Set.of("SETTLED", "AFTER_ACT_CHANGED").contains(row.get("outcomeGround"));
        risk.close(Sample.LOST.contains(outcome) ? "LOST" : settled ? "RESOLVED" : "WON");
    }

    private Reply alert(JsonNode alert) {
        var id = alert.get("sourceAlertId").asText();
        if (byAlert.containsKey(id)) return ok(200, Map.of());
        var number = alert.get("litigationCaseNumber").asText();
        var suit = rows.get(number);
        if (suit == null || !suit.get("concludedOn").isEmpty())
            violations.add(id + " warns of a suit that is not open");
        var risk = new PretendRisk("risk-" + id, number, alert.get("regionCode").asText());
        if (risks.put(number, risk) != null) violations.add(number + " has two risk cases");
        byAlert.put(id, risk);
        return ok(201, Map.of());
    }

    private Reply round(JsonNode request) {
        var month = request.get("month").asText();
        var orders = rounds.computeIfAbsent(month, m -> ordered(month)).entrySet().stream()
                .map(order -> order(order.getKey(), order.getValue()))
                .toList();
        return ok(200, Map.of("orders", orders, "unrouted", List.of()));
    }

    /** One order for each region's leader. */
    private Map<String, List<PretendRisk>> ordered(String month) {
        var orders = new TreeMap<String, List<PretendRisk>>();
        for (var risk : risks.values()) {
            if (risk.closed()) continue;
            risk.order(month);
            orders.computeIfAbsent(month + "." + risk.region, id -> new ArrayList<>())
                    .add(risk);
        }
        return orders;
    }

    private Map<String, Object> order(String id, List<PretendRisk> cases) {
        var order = new LinkedHashMap<String, Object>();
        order.put("id", id);
        order.put("leader", Map.of("id", leader(id), "name", "合成领导"));
        if (receipts.containsKey(id)) order.put("receipt", Map.of("on", receipts.get(id)));
        order.put("cases", cases.stream().map(PretendRisk::body).toList());
        return order;
    }

    private static String leader(String order) {
        return "L-" + order.substring(order.indexOf('.') + 1) + "-1";
    }

    private Reply sign(HttpExchange exchange, String id, JsonNode receipt) {
        if (!exchange.getRequestHeaders().getFirst("Authorization").equals("Bearer leader:" + leader(id)))
            return ok(403, Map.of());
        var on = receipt.get("on").asText();
        if (receipts.putIfAbsent(id, on) != null) return ok(409, Map.of("code", "already-signed"));
        rounds.get(id.substring(0, id.indexOf('.'))).get(id).stream()
                .filter(risk -> risk.allows("ACKNOWLEDGED"))
                .forEach(risk -> risk.act("ACKNOWLEDGED", on));
        return ok(201, Map.of());
    }

    private Reply riskCases(String path) {
        var parts = path.split("/");
        if (parts.length == 3) {
            return ok(
                    200,
                    Map.of(
                            "items",
                            risks.values().stream().map(PretendRisk::body).toList()));
        }
        var risk = risk(parts[3]);
        return new Reply(200, risk.body(), Map.of("ETag", "\"v" + risk.version + "\""));
    }

    private Reply act(HttpExchange exchange, String id, JsonNode action) {
        var headers = exchange.getRequestHeaders();
        var risk = risk(id);
        if (keys.contains(headers.getFirst("Idempotency-Key"))) return ok(200, Map.of());
        if (!("\"v" + risk.version + "\"").equals(headers.getFirst("If-Match"))) return ok(412, Map.of());
        var type = action.get("type").asText();
        if (risk.closed() || !risk.allows(type)) return ok(409, Map.of("code", "move-not-allowed"));
        var actor = type.equals("RESOLVED") ? "coordinator" : "leader:L-" + risk.region + "-1";
        if (!headers.getFirst("Authorization").equals("Bearer " + actor)) return ok(403, Map.of());
        if (type.equals("RESOLVED") != action.hasNonNull("evidence")) return ok(400, Map.of());
        keys.add(headers.getFirst("Idempotency-Key"));
        risk.act(type, action.get("on").asText());
        return ok(200, Map.of());
    }

    private PretendRisk risk(String id) {
        return risks.values().stream()
                .filter(risk -> risk.id.equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Everything that must be the same however often the load was cut off. */
    String contents() {
        return rows + "\n" + risks + "\n" + resources + "\n" + rounds + "\n" + receipts;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
