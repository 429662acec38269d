package cn.disputes.deploy.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/**
 * A real PostgreSQL from a jar, made fit for data that is to be kept: fsync on, a fixed locale, loopback only, a
 * password, the folder kept between starts. (The launcher's own defaults are the opposite of each.)
 */
public final class LocalPostgres implements AutoCloseable {
    private static final String USER = "postgres";
    private static final String HBA = "local all all scram-sha-256\n"
            + "host all all 127.0.0.1/32 scram-sha-256\n"
            + "host all all ::1/128 scram-sha-256\n";

    private final EmbeddedPostgres server;
    private final String password;

    private LocalPostgres(EmbeddedPostgres server, String password) {
        this.server = server;
        this.password = password;
    }

    /** Starts for keeps; survives a predecessor that was killed. */
    public static LocalPostgres start(Path dataDir, int port, String password) throws IOException {
        StalePostmaster.clear(dataDir);
        var fresh = !Files.exists(dataDir.resolve("postgresql.conf"));
        var server = builder(dataDir, password)
                .setPort(port)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
        var postgres = new LocalPostgres(server, password);
        if (fresh) postgres.lock(dataDir);
        return postgres;
    }

    /** Starts for tests: fast, thrown away afterwards, and in a hostile time zone. */
    public static LocalPostgres startThrowaway(Path dataDir) throws IOException {
        var server = builder(dataDir, "")
                .setCleanDataDirectory(true)
                .setServerConfig("fsync", "off")
                .setServerConfig("timezone", "America/Los_Angeles")
                .start();
        return new LocalPostgres(server, "");
    }

    private static EmbeddedPostgres.Builder builder(Path dataDir, String password) {
        return EmbeddedPostgres.builder()
                .setDataDirectory(dataDir.toFile())
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                // under the plain C locale no Chinese character counts as a letter, and a name search reads everything
                .setLocaleConfig("locale", "C.UTF-8")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "120")
                .setServerConfig("shared_buffers", "128MB")
                // a solid-state disk reads any page nearly as fast as the next one
                .setServerConfig("random_page_cost", "1.1")
                .setConnectConfig("password", password);
    }

    /** From trust, which initialisation needs, to a password; the file is in force from the next line on. */
    private void lock(Path dataDir) throws IOException {
        try (var connection = connect(USER);
                var statement = connection.createStatement()) {
            statement.execute("ALTER USER postgres PASSWORD '" + password.replace("'", "''") + "'");
            Files.writeString(dataDir.resolve("pg_hba.conf"), HBA);
            statement.execute("SELECT pg_reload_conf()");
        } catch (SQLException e) {
            throw new IOException("the database password could not be set", e);
        }
    }

    /** Makes the database unless it is there. */
    public void createDatabase(String name) {
        try (var connection = connect(USER);
                var statement = connection.createStatement()) {
            try (var found = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + name + "'")) {
                if (found.next()) return;
            }
            statement.execute("CREATE DATABASE \"" + name + "\"");
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException("database " + name + " could not be made", e));
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), USER, password);
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database;
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    /** Whether the server still accepts connections. */
    public boolean alive() {
        try (var connection = connect(USER)) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return e.getSQLState() != null && e.getSQLState().startsWith("53");
        }
    }

    public int port() {
        return server.getPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
