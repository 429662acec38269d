package cn.disputes.deploy.run;

import cn.disputes.deploy.local.DataKeyFile;
import cn.disputes.deploy.local.LocalPostgres;
import cn.disputes.deploy.local.TokenIssuer;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * One service at its usual work for a moment, over a database thrown away afterwards, so that the JDK can keep what it
 * learnt of the service's classes (JEP 483, 514, 515): {@code Training case-service /app/quarkus-run.jar option…}.
 */
public final class Training {
    private static final String CITY = "330700";
    /** What anybody may ask of a service that has nothing yet; the first of a kind warms the others up. */
    private static final Map<String, List<String>> ASKED = Map.of(
            "case-service",
            List.of(
                    "case-officer /v1/reconsiderations?limit=50&count=true",
                    "case-officer /v1/litigations?limit=50",
                    "case-officer /v1/worklist",
                    "service /v1/events?limit=500",
                    "case-officer /v1/exports?kind=reconsiderations&format=xlsx"),
            "alert-service",
            List.of(
                    "coordinator /v1/risk-cases?limit=50",
                    "coordinator /v1/deliveries",
                    "coordinator /v1/escalations/audit",
                    "service /v1/events?limit=500"),
            "stats-service",
            List.of(
                    "statistician /v1/statistics?indicators=LOSS_RATE&from=2022-01&to=2022-12&groupBy=region",
                    "statistician /v1/freshness"));

    private static final String REGISTRATION =
            """
            {"regionCode": "330702", "receivedOn": "2022-03-01", "channel": "ONLINE", "actType": "PENALTY", "domain": "OTHER",
             "applicants": [{"kind": "NATURAL_PERSON", "name": "合成甲"}], "respondentCode": "11330700002592265Y",
             "claims": "请求撤销（虚构）"}""";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();
    private final TokenIssuer tokens = TokenIssuer.generate();
    private final String service;

    private Training(String service) {
        this.service = service;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(args).subList(2, args.length));
        command.add("-jar");
        command.add(args[1]);
        new Training(args[0]).run(command);
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("disputes-training");
        try (var postgres = LocalPostgres.startThrowaway(folder.resolve("postgres"))) {
            postgres.createDatabase("training");
            var port = freePort();
            var process = start(command, port, postgres);
            try {
                var ready = Waiting.until(() -> get(port, "/q/health/ready", null) == 200, 180, () -> {});
                if (!ready) throw new IllegalStateException(service + " did not get ready");
                work(port);
            } finally {
                process.destroy();
                // the JDK writes what it learnt while it ends
                if (!process.waitFor(180, TimeUnit.SECONDS)) process.destroyForcibly();
            }
        } finally {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
            }
        }
    }

    private Process start(List<String> command, int port, LocalPostgres postgres) throws IOException {
        var builder = new ProcessBuilder(command).inheritIO();
        builder.environment()
                .putAll(Map.of(
                        "QUARKUS_HTTP_PORT", Integer.toString(port),
                        "QUARKUS_HTTP_HOST", "127.0.0.1",
                        "QUARKUS_DATASOURCE_JDBC_URL", postgres.url("training"),
                        "QUARKUS_DATASOURCE_USERNAME", postgres.user(),
                        "QUARKUS_DATASOURCE_PASSWORD", postgres.password(),
                        "QUARKUS_OIDC_PUBLIC_KEY", tokens.publicKey(),
                        "PERSONAL_DATA_KEY", DataKeyFile.random()));
        return builder.start();
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private void work(int port) throws IOException, InterruptedException {
        for (var round = 0; round < 5; round++) {
            for (var asked : ASKED.get(service)) {
                var parts = asked.split(" ");
                var answer = get(port, parts[1], token(parts[0]));
                if (answer != 200) throw new IllegalStateException(parts[1] + " answered " + answer);
            }
            get(port, "/q/metrics", null);
            if (service.equals("case-service")) register(port);
        }
    }

    private void register(int port) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/reconsiderations"))
                .header("Authorization", "Bearer " + token("case-officer"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(REGISTRATION))
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 201) throw new IllegalStateException(answer.body());
    }

    private String token(String role) {
        return tokens.token(Set.of(role), role.equals("service") ? "100000" : CITY, null, role, Duration.ofHours(1));
    }

    private int get(int port, String path, String token) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30));
        if (token != null) request.header("Authorization", "Bearer " + token);
        try {
            return http.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException notYet) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }
}
