package cn.disputes.deploy.run;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The suite as its users start it: deploy/run.sh as a process of its own, on free ports. */
final class RunningSuite implements AutoCloseable {
    static final Path HOME = Path.of("").toAbsolutePath().getParent().getParent();

    final Path data;
    final List<Integer> ports;
    private final Path output;
    private Process process;

    RunningSuite(Path data, List<Integer> ports) {
        this.data = data;
        this.ports = ports;
        this.output = data.resolveSibling(data.getFileName() + ".out");
    }

    static List<Integer> freePorts(int count) throws IOException {
        var sockets = new ArrayList<ServerSocket>();
        try {
            for (var i = 0; i < count; i++) sockets.add(new ServerSocket(0));
            return sockets.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (var socket : sockets) socket.close();
        }
    }

    /** Starts and waits until it says that it is ready. */
    RunningSuite start(String... options) throws IOException {
        process = run(options);
        var ready = Waiting.until(() -> said("就绪") || !process.isAlive(), 400, () -> {});
        if (!ready || !process.isAlive()) throw new IllegalStateException("did not start:\n" + output());
        return this;
    }

    Process run(String... options) throws IOException {
        var command =
                new ArrayList<String>(List.of(HOME.resolve("deploy/run.sh").toString(), "--data", data.toString()));
        command.add("--ports");
        command.add(String.join(",", ports.stream().map(String::valueOf).toList()));
        command.addAll(List.of(options));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            return "";
        }
    }

    boolean said(String text) {
        return output().contains(text);
    }

    String url(int service, String path) {
        return "http://127.0.0.1:" + ports.get(service) + path;
    }

    String token(String... arguments) throws IOException, InterruptedException {
        var command =
                new ArrayList<String>(List.of(HOME.resolve("deploy/token.sh").toString(), "--data", data.toString()));
        command.addAll(List.of(arguments));
        var asked = new ProcessBuilder(command).start();
        var token = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (asked.waitFor() != 0)
            throw new IllegalStateException(new String(asked.getErrorStream().readAllBytes()));
        return token.trim();
    }

    /** The service's process, found by what this suite wrote down. */
    ProcessHandle service(String name) throws IOException {
        return Files.readAllLines(data.resolve("pids")).stream()
                .map(Long::parseLong)
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .filter(ProcessHandle::isAlive)
                .filter(handle -> commandLine(handle).contains(name))
                .findFirst()
                .orElseThrow();
    }

    ProcessHandle database() throws IOException {
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                        .get(0)))
                .orElseThrow();
    }

    private static String commandLine(ProcessHandle handle) {
        try {
            return Files.readString(Path.of("/proc/" + handle.pid() + "/cmdline"));
        } catch (IOException e) {
            return "";
        }
    }

    /** As Ctrl-C or a service manager would. */
    void terminate() throws InterruptedException {
        process.destroy();
        process.waitFor(60, TimeUnit.SECONDS);
    }

    /** As a power cut would, for the launcher alone: its children stay behind. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    boolean running() {
        return process.isAlive();
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null && process.isAlive()) terminate();
    }
}
