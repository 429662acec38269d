package cn.disputes.deploy.run;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One packaged service as a child process; secrets travel in its environment, never on its command line. */
final class Service {
    /** Sized so that the three together stay under 900 MB resident; what a request leaves behind dies young, so half is for that. */
    private static final List<String> JVM = List.of(
            "-XX:+UseSerialGC",
            "-Xms48m",
            "-Xmx160m",
            "-XX:NewRatio=1",
            "-Xss512k",
            "-XX:MaxMetaspaceSize=144m",
            "-XX:ReservedCodeCacheSize=64m",
            "-XX:+ExitOnOutOfMemoryError",
            "-Duser.timezone=Asia/Shanghai",
            "-Dfile.encoding=UTF-8");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();
    private final String name;
    private final int port;
    private final ProcessBuilder builder;
    private final Path pids;
    private final Path log;
    private volatile Process process;

    Service(String name, int port, Path home, DataFolder data, Map<String, String> environment) {
        this.name = name;
        this.port = port;
        this.pids = data.path("pids");
        this.log = data.path("logs").resolve(name + ".log");
        var command = new java.util.ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.add("-jar");
        command.add(
                home.resolve(name).resolve("target/quarkus-app/quarkus-run.jar").toString());
        builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.environment().putAll(environment);
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
    }

    void start() throws IOException {
        process = builder.start();
        LeftOvers.remember(pids, process.pid());
    }

    void awaitReady(int seconds) throws IOException {
        Waiting.until(() -> ready() || !process.isAlive(), seconds, () -> {});
        if (ready()) return;
        throw new StartFailure(
                name + " 未能启动，见 " + log + " 的末尾：" + lastLine(), name + " did not start; see the end of " + log);
    }

    private String lastLine() throws IOException {
        var lines = Files.readAllLines(log);
        return lines.stream()
                .filter(line -> line.contains("ERROR"))
                .reduce((a, b) -> b)
                .orElse(lines.isEmpty() ? "" : lines.get(lines.size() - 1));
    }

    boolean ready() {
        try {
            var request = HttpRequest.newBuilder(uri().resolve("/q/health/ready"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    boolean alive() {
        return process != null && process.isAlive();
    }

    /** Ends it as a power cut would. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    void stop() {
        if (!alive()) return;
        process.destroy();
        Waiting.until(() -> !process.isAlive(), 15, process::destroyForcibly);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    String name() {
        return name;
    }
}
