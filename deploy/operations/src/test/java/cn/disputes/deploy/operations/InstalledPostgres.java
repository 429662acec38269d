package cn.disputes.deploy.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * A server of the same version as this machine's {@code pg_dump}, which reads no newer one. Thrown away afterwards; as
 * root it runs as nobody, for PostgreSQL refuses to run as root.
 */
final class InstalledPostgres implements AutoCloseable {
    private final Process server;
    private final Path folder;
    private final int port;

    private InstalledPostgres(Process server, Path folder, int port) {
        this.server = server;
        this.folder = folder;
        this.port = port;
    }

    /** The major version of the client programs, 0 where there are none. */
    static int clientVersion() throws InterruptedException {
        try {
            var said = Running.script(Map.of(), "pg_dump", "--version");
            return Integer.parseInt(said.replaceFirst("[^0-9]*", "").replaceFirst("(?s)[^0-9].*", ""));
        } catch (IOException none) {
            return 0;
        }
    }

    static Optional<Path> programs() throws InterruptedException {
        var folder = Path.of("/usr/lib/postgresql", Integer.toString(clientVersion()), "bin");
        return Optional.of(folder).filter(found -> Files.isExecutable(found.resolve("initdb")));
    }

    static InstalledPostgres start() throws IOException, InterruptedException {
        var programs = programs().orElseThrow();
        var folder = Files.createTempDirectory("disputes-rehearsal");
        var data = folder.resolve("data").toString();
        Nobody.owns(folder);
        Running.script(
                Map.of(),
                Nobody.runs(
                        programs.resolve("initdb").toString(),
                        "-D",
                        data,
                        "-U",
                        "postgres",
                        "--auth=trust",
                        "--encoding=UTF8",
                        "--locale=C.UTF-8"));
        var port = Ports.free(1).get(0);
        var options = new ArrayList<>(List.of(
                Nobody.runs(programs.resolve("postgres").toString(), "-D", data, "-p", Integer.toString(port))));
        for (var setting : List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "fsync=off",
                "timezone=America/Los_Angeles",
                "max_connections=120")) options.addAll(List.of("-c", setting));
        var server = new ProcessBuilder(options)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        var started = new InstalledPostgres(server, folder, port);
        Awaitility.await("PostgreSQL")
                .atMost(30, TimeUnit.SECONDS)
                .ignoreExceptions()
                .until(() -> "1".equals(started.ask("postgres", "SELECT 1")));
        return started;
    }

    /** One value. */
    String ask(String database, String query) {
        try (var connection = java.sql.DriverManager.getConnection(url(database), "postgres", "");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    /** Transactions that others have had before, as on a server in use. */
    void spendTransactions(int count) {
        try (var connection = java.sql.DriverManager.getConnection(url("postgres"), "postgres", "");
                var statement = connection.createStatement()) {
            statement.execute("SET synchronous_commit = off");
            statement.execute("DO $$ BEGIN FOR i IN 1.." + count
                    + " LOOP PERFORM pg_current_xact_id(); COMMIT; END LOOP; END $$");
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    int port() {
        return port;
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        // SIGINT is the fast shutdown, which the handle of a process cannot send
        new ProcessBuilder("kill", "-INT", Long.toString(server.pid())).start().waitFor();
        if (!server.waitFor(30, TimeUnit.SECONDS)) server.destroyForcibly().waitFor();
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
