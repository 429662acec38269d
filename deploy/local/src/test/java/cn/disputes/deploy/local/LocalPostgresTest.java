package cn.disputes.deploy.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresTest {
    @TempDir
    Path dir;

    @Test
    void isFitForDataThatIsKept() throws Exception {
        var data = dir.resolve("pg");
        try (var postgres = LocalPostgres.start(data, 0, "secret")) {
            postgres.createDatabase("cases");
            postgres.createDatabase("cases");
            assertEquals("on", ask(postgres, "SHOW fsync"));
            assertEquals("on", ask(postgres, "SHOW synchronous_commit"));
            assertEquals("127.0.0.1", ask(postgres, "SHOW listen_addresses"));
            assertTrue(ask(postgres, "SHOW server_version").startsWith("18."));
            assertThrows(
                    SQLException.class, () -> DriverManager.getConnection(postgres.url("cases"), "postgres", "wrong"));
            ask(postgres, "CREATE TABLE kept AS SELECT 1 AS n; SELECT 1");
            ask(postgres, "CREATE EXTENSION pg_trgm; SELECT 1");
            assertFalse(ask(postgres, "SELECT show_trgm('公安局')::text").equals("{}"), "Chinese letters are letters");
        }
        try (var again = LocalPostgres.start(data, 0, "secret")) {
            assertEquals("1", ask(again, "SELECT n FROM kept"));
        }
    }

    @Test
    void survivesAPidFileOfSomebodyElse() throws Exception {
        var data = dir.resolve("pg");
        LocalPostgres.start(data, 0, "secret").close();
        var own = ProcessHandle.current().pid();
        Files.writeString(data.resolve("postmaster.pid"), own + "\n" + data + "\n");
        try (var postgres = LocalPostgres.start(data, 0, "secret")) {
            assertEquals("1", ask(postgres, "SELECT 1"));
        }
    }

    @Test
    void stopsAServerThatAKilledLauncherLeftRunning() throws Exception {
        var data = dir.resolve("pg");
        LocalPostgres.start(data, 0, "secret").close();
        var left = LocalPostgres.start(data, 0, "secret");
        var pid = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0));
        StalePostmaster.clear(data);
        assertFalse(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false));
        left.close();
    }

    private static String ask(LocalPostgres postgres, String sql) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(postgres.url("postgres"), postgres.user(), postgres.password());
                var statement = connection.createStatement()) {
            var hasResult = statement.execute(sql);
            while (!hasResult) hasResult = statement.getMoreResults();
            try (var rows = statement.getResultSet()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
