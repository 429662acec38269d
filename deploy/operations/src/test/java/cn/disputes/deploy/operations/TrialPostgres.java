package cn.disputes.deploy.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * A server of the version that is shipped with the suite, which a test may kill, copy and start again. The services reach
 * it as a user without privileges, the test as {@code postgres}. As root it runs as nobody, for PostgreSQL refuses root.
 */
final class TrialPostgres implements AutoCloseable {
    static final String APP = "app";
    private static Path programs;

    private final Path folder;
    private final Path data;
    private final int port;
    private final List<String> settings;
    private Process server;

    private TrialPostgres(Path folder, Path data, int port, List<String> settings) {
        this.folder = folder;
        this.data = data;
        this.port = port;
        this.settings = settings;
    }

    /** A fresh one, running, with the three databases. */
    static TrialPostgres create(String... settings) throws IOException, InterruptedException {
        var made = empty(settings);
        made.init();
        made.start();
        made.databases("");
        return made;
    }

    void init(String... more) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(program("initdb"), "-D", data.toString(), "-U", "postgres"));
        command.addAll(List.of("--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8"));
        command.addAll(List.of(more));
        Running.script(Map.of(), Nobody.runs(command.toArray(String[]::new)));
    }

    /** The services' user and databases. */
    void databases(String more) {
        execute("postgres", "CREATE ROLE " + APP + " LOGIN");
        for (var service : Service.values())
            execute("postgres", "CREATE DATABASE " + service.database + " OWNER " + APP + more);
    }

    /** A place for a server whose data folder somebody else fills. */
    static TrialPostgres empty(String... settings) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("disputes-faults");
        own(folder);
        return new TrialPostgres(folder, folder.resolve("data"), Ports.free(1).get(0), List.of(settings));
    }

    static void own(Path folder) throws IOException, InterruptedException {
        Nobody.owns(folder);
    }

    private static synchronized String program(String name) throws IOException, InterruptedException {
        if (programs == null) {
            var to = Files.createTempDirectory("disputes-postgres");
            var machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
            var untar = new ProcessBuilder("tar", "-xJ", "-C", to.toString()).start();
            try (var from = TrialPostgres.class.getResourceAsStream("/postgres-linux-" + machine + ".txz");
                    var into = untar.getOutputStream()) {
                from.transferTo(into);
            }
            if (untar.waitFor() != 0) throw new IOException("the programs of PostgreSQL cannot be unpacked");
            own(to);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(to)));
            programs = to;
        }
        return programs.resolve("bin").resolve(name).toString();
    }

    /** Starts, or starts again what was killed: a server that is still dying holds the folder for a moment. */
    void start() throws IOException, InterruptedException {
        var command = new ArrayList<>(
                List.of(Nobody.runs(program("postgres"), "-D", data.toString(), "-p", Integer.toString(port))));
        var all = new ArrayList<>(
                List.of("listen_addresses=127.0.0.1", "unix_socket_directories=", "timezone=America/Los_Angeles"));
        all.addAll(settings);
        for (var setting : all) command.addAll(List.of("-c", setting));
        var begun = System.nanoTime();
        while (true) {
            server = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("log").toFile()))
                    .start();
            while (server.isAlive() && !answers()) TimeUnit.MILLISECONDS.sleep(50);
            if (server.isAlive()) return;
            if (System.nanoTime() - begun > Duration.ofSeconds(60).toNanos())
                throw new AssertionError(Files.readString(folder.resolve("log")));
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    boolean answers() {
        try (var connection = connect("postgres", "postgres")) {
            return connection.isValid(2);
        } catch (SQLException notYet) {
            return false;
        }
    }

    /** The postmaster alone, as the kernel does it when memory runs out: its children notice and end. */
    void kill() throws InterruptedException {
        server.destroyForcibly().waitFor();
    }

    /** The machine is gone: every process at once. */
    void killAll() throws InterruptedException {
        var all = server.descendants().toList();
        server.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        server.waitFor();
    }

    Connection connect(String database, String user) throws SQLException {
        return DriverManager.getConnection(url(database), user, "");
    }

    String ask(String database, String query) {
        try (var connection = connect(database, "postgres");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    long count(Service service, String query) {
        return Long.parseLong(ask(service.database, query));
    }

    void execute(String database, String statement) {
        try (var connection = connect(database, "postgres");
                var run = connection.createStatement()) {
            run.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    /** How many transactions of the register have written a case and cannot announce it, the outbox being locked. */
    long waitToAnnounce() {
        return count(
                Service.CASES,
                "SELECT count(*) FROM pg_locks WHERE relation = 'outbox'::regclass AND mode = 'RowExclusiveLock' AND NOT"
                        + " granted");
    }

    /** More than the log has room for, until the server gives up for want of it. */
    void writeLogUntilItEnds() {
        try {
            execute("postgres", "CREATE TABLE IF NOT EXISTS ballast (text text)");
            while (true)
                execute(
                        "postgres",
                        "INSERT INTO ballast SELECT repeat(md5(n::text), 100) FROM generate_series(1, 2000) n");
        } catch (IllegalStateException ended) {
            // that is what is wanted
        }
    }

    boolean alive() {
        return server.isAlive();
    }

    int port() {
        return port;
    }

    Path data() {
        return data;
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private static void remove(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        } catch (IOException | java.io.UncheckedIOException leftOver) {
            // of a folder in /tmp nobody needs to know
        }
    }

    @Override
    public void close() throws InterruptedException {
        if (server != null && server.isAlive()) {
            var children = server.descendants().toList();
            killAll();
            Awaitility.await().until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
        }
        remove(folder);
    }
}
