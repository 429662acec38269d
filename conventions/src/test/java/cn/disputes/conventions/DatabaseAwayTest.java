package cn.disputes.conventions;

import static cn.disputes.deploy.local.TestTokens.token;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.deploy.local.PostgresTestResource;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A caller learns that the database is away, and when to come again; the next request goes on as if nothing had been. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class DatabaseAwayTest {
    @Inject
    AgroalDataSource dataSource;

    @Inject
    Jdbi usual;

    @Inject
    @Patient
    Jdbi patient;

    @ConfigProperty(name = "db.pool.max", defaultValue = "20")
    int most;

    @ConfigProperty(name = "db.patience-seconds")
    int usualSeconds;

    private static ValidatableResponse ask(String sql) {
        return given().auth()
                .oauth2(token("case-officer").sign())
                .contentType("application/json")
                .header("Accept-Language", "en")
                .body(sql)
                .post("/v1/statements")
                .then();
    }

    private static void unavailable(ValidatableResponse answer) {
        answer.statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "3")
                .body("code", equalTo("unavailable"))
                .body("title", containsString("database"));
    }

    /** The session is ended by an operator; the server has become a standby; another holds the lock. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT pg_terminate_backend(pg_backend_pid())",
                "SET TRANSACTION READ ONLY; DELETE FROM outbox",
                "SET LOCAL statement_timeout = '20ms'; SELECT pg_sleep(5)"
            })
    void isToldAndOver(String sql) {
        unavailable(ask(sql));
        ask("SELECT 1").statusCode(204);
    }

    @Test
    void aStatementThatIsWrongStaysAFault() {
        ask("SELECT 1/0").statusCode(500).body("code", equalTo("unexpected"));
    }

    /** All the sessions of the pool at once, as when the server was started anew: none of them is handed out again. */
    @Test
    void noDeadConnectionIsHandedOutTwice() {
        var open = new ArrayList<Connection>();
        try {
            for (var i = 0; i < most; i++) open.add(dataSource.getConnection());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            close(open);
        }
        unavailable(ask("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE backend_type = 'client backend'"
                + " ORDER BY pid = pg_backend_pid()"));
        for (var i = 0; i < most; i++) ask("SELECT 1").statusCode(204);
    }

    @Test
    void nobodyWaitsForAConnectionForLong() throws SQLException {
        var open = new ArrayList<Connection>();
        try {
            for (var i = 0; i < most; i++) open.add(dataSource.getConnection());
            var begun = System.nanoTime();
            unavailable(ask("SELECT 1"));
            var took = Duration.ofNanos(System.nanoTime() - begun);
            assertTrue(took.compareTo(Duration.ofSeconds(20)) < 0, took.toString());
        } finally {
            close(open);
        }
        ask("SELECT 1").statusCode(204);
    }

    private static void close(Iterable<Connection> connections) {
        for (var connection : connections) {
            try {
                connection.close();
            } catch (SQLException alreadyGone) {
                // it is what the test does to them
            }
        }
    }

    /** Only long work waits long, and leaves no connection behind that does. */
    @Test
    void patienceIsLentAndGivenBack() {
        assertTrue(patient.<Integer, RuntimeException>withHandle(h -> timeout(h.getConnection())) > 3_600_000);
        for (var i = 0; i < most; i++)
            assertEquals(
                    usualSeconds * 1000, usual.<Integer, RuntimeException>withHandle(h -> timeout(h.getConnection())));
    }

    private static int timeout(Connection connection) {
        try {
            return connection.getNetworkTimeout();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
