import cn.disputes.deploy.local.DataKeyFile;
import cn.disputes.deploy.local.LocalPostgres;
import cn.disputes.deploy.local.TokenIssuer;
import java.io.File;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Time from the start of a process to its first 200 at /q/health/ready, on a database that is migrated already, the ways in
 * turns: java -cp … Start.java ROUNDS REPOSITORY JAVA 'NAME OF A WAY|OPTION|OPTION…'…
 */
class Start {
    private static final TokenIssuer TOKENS = TokenIssuer.generate();
    private static final String KEY = DataKeyFile.random();
    private static final List<String> SERVICES = List.of("case-service", "alert-service", "stats-service");

    public static void main(String[] args) throws Exception {
        var rounds = Integer.parseInt(args[0]);
        var home = Path.of(args[1]).toAbsolutePath();
        var ways = Arrays.asList(args).subList(3, args.length);
        var folder = Files.createTempDirectory("disputes-start");
        var seen = new TreeMap<String, List<Long>>();
        try (var postgres = LocalPostgres.startThrowaway(folder.resolve("postgres"))) {
            for (var service : SERVICES) postgres.createDatabase(service);
            // the first round migrates the databases and is not counted
            for (var round = 0; round <= rounds; round++) {
                for (var service : SERVICES) {
                    for (var way : ways) {
                        var parts = List.of(way.split("\\|"));
                        var millis = start(home, service, args[2], parts.subList(1, parts.size()), postgres, folder);
                        if (round > 0)
                            seen.computeIfAbsent(service + ", " + parts.get(0), each -> new ArrayList<>()).add(millis);
                    }
                }
            }
        }
        remove(folder);
        seen.forEach((what, times) -> {
            Collections.sort(times);
            System.out.printf("%s: %d ms, of %s%n", what, times.get(times.size() / 2), times);
        });
    }

    private static void remove(Path folder) throws java.io.IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }

    private static long start(
            Path home, String service, String java, List<String> options, LocalPostgres postgres, Path folder)
            throws Exception {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var command = new ArrayList<String>(List.of(java));
        for (var option : options) if (!option.isBlank()) command.add(option.replace("{service}", service));
        command.addAll(List.of("-jar", home.resolve(service).resolve("target/quarkus-app/quarkus-run.jar").toString()));
        var log = folder.resolve(service + ".log");
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .redirectInput(new File("/dev/null"));
        builder.environment()
                .putAll(Map.of(
                        "QUARKUS_DATASOURCE_JDBC_URL", postgres.url(service),
                        "QUARKUS_DATASOURCE_USERNAME", postgres.user(),
                        "QUARKUS_DATASOURCE_PASSWORD", postgres.password(),
                        "QUARKUS_OIDC_PUBLIC_KEY", TOKENS.publicKey(),
                        "PERSONAL_DATA_KEY", KEY,
                        "QUARKUS_HTTP_PORT", Integer.toString(port),
                        "QUARKUS_HTTP_HOST", "127.0.0.1"));
        var begun = System.nanoTime();
        var process = builder.start();
        awaitReady(process, port, log);
        var millis = (System.nanoTime() - begun) / 1_000_000;
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) process.destroyForcibly();
        return millis;
    }

    private static void awaitReady(Process process, int port, Path log) throws Exception {
        var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var ready = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready")).build();
        while (true) {
            if (!process.isAlive()) throw new IllegalStateException(Files.readString(log));
            try {
                if (client.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) return;
            } catch (java.io.IOException notYet) {
                // it does not listen yet
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }
}
