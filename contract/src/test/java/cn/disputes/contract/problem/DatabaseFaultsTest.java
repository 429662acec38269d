package cn.disputes.contract.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseFaultsTest {
    private static Throwable wrapped(String state) {
        return new IllegalStateException("wrapped", new RuntimeException(new SQLException("合成甲", state)));
    }

    /** Refused, cut, too many connections, disk full, shutting down, starting up, input or output, a standby, a deadlock. */
    @ParameterizedTest
    @ValueSource(
            strings = {"08001", "08006", "53300", "53100", "57P01", "57P03", "58030", "25006", "40001", "40P01", "55P03"
            })
    void passWithTime(String state) {
        assertTrue(DatabaseFaults.passing(wrapped(state)));
        assertEquals(state, DatabaseFaults.state(wrapped(state)));
    }

    /** Duplicate, division by zero, no such column, password, no such database, aborted transaction, corrupted data. */
    @ParameterizedTest
    @ValueSource(strings = {"23505", "22012", "42703", "28P01", "3D000", "25P02", "XX001", ""})
    void areNotMendedByWaiting(String state) {
        assertFalse(DatabaseFaults.passing(wrapped(state)));
    }

    @Test
    void thePoolRefusesWithoutAState() {
        assertTrue(DatabaseFaults.passing(wrapped(null)));
        assertEquals("no connection", DatabaseFaults.state(wrapped(null)));
    }

    @Test
    void whatIsNotTheDatabasesIsNot() {
        assertFalse(DatabaseFaults.passing(new IllegalStateException(new RuntimeException())));
        assertEquals("IllegalStateException", DatabaseFaults.state(new IllegalStateException("合成甲")));
    }
}
