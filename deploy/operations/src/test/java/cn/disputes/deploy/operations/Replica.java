package cn.disputes.deploy.operations;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** One process of a service that may be killed, asked to end and started again, on the same port and with one log. */
final class Replica implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    final Service service;
    final int port;
    private final ProcessBuilder builder;
    private final Path log;
    private Process process;
    private long begins;

    Replica(Service service, int port, Map<String, String> environment, Path log) throws IOException {
        this.service = service;
        this.port = port;
        this.log = log;
        Files.createDirectories(log.getParent());
        Files.deleteIfExists(log);
        builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx160m",
                        "-Xss512k",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        service.application().resolve("quarkus-run.jar").toString())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        var all = new HashMap<>(environment);
        all.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        all.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        builder.environment().putAll(all);
    }

    void start() throws IOException {
        begins = Files.exists(log) ? Files.size(log) : 0;
        process = builder.start();
    }

    void awaitReady() {
        Awaitility.await(service.title + " ready")
                .atMost(Duration.ofSeconds(120))
                .until(() -> {
                    if (!process.isAlive()) throw new AssertionError("it has ended:\n" + log());
                    return ready();
                });
    }

    /** No answer, or a late one, is no. */
    boolean ready() {
        try {
            var request = HttpRequest.newBuilder(uri("/q/health/ready"))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException no) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    boolean alive() {
        return process.isAlive();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM, as an orchestrator asks. */
    void ask() {
        process.destroy();
    }

    /** Its exit code, −1 when it has not ended by then. */
    int ended(int seconds) throws InterruptedException {
        return process.waitFor(seconds, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }

    /** What it has logged since it was started last. */
    String sinceStart() throws IOException {
        var all = Files.readAllBytes(log);
        return new String(all, (int) begins, all.length - (int) begins, StandardCharsets.UTF_8);
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null) kill();
    }
}
