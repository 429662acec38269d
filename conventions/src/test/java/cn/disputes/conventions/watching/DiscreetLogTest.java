package cn.disputes.conventions.watching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.logging.Level;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscreetLogTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    HTTP Request to /v1/reconsiderations?q=%E5%90%88%E6%88%90 failed, error id: 1 | HTTP Request to /v1/reconsiderations?… failed, error id: 1
                    key (phone)=(13800001234) exists        | key (phone)=(…) exists
                    of 330702180001010015 and 33070218000101001X | of … and …
                    import 01976f7e-6c1f-7abc-8def-0123456789ab of 2 rows | import 01976f7e-6c1f-7abc-8def-0123456789ab of 2 rows
                    trace 4bf92f3577b34da6a3ce929d0e0e4736 ended | trace 4bf92f3577b34da6a3ce929d0e0e4736 ended
                    is it ready? no                         | is it ready? no
                    """)
    void whatMayNameAPersonIsLeftOut(String said, String written) {
        assertEquals(written, DiscreetLog.discreet(said));
    }

    @Test
    void anExceptionIsWrittenWithItsPlaceAndWithoutItsWords() {
        var refused = new SQLException("Failing row contains (合成甲, 13800001234)", "23514");
        var entry = new ExtLogRecord(Level.SEVERE, "%s failed", ExtLogRecord.FormatStyle.PRINTF, "here");
        entry.setParameters(new Object[] {"/v1/litigations?q=合成甲"});
        entry.setThrown(new IllegalStateException("while 合成甲 was registered", refused));
        assertTrue(new DiscreetLog().isLoggable(entry));
        assertEquals("/v1/litigations?… failed", entry.getFormattedMessage());
        var written = new StringWriter();
        entry.getThrown().printStackTrace(new PrintWriter(written));
        assertFalse(written.toString().contains("合成甲"), written.toString());
        assertFalse(written.toString().contains("13800001234"), written.toString());
        assertTrue(written.toString().contains("java.sql.SQLException 23514"), written.toString());
        assertTrue(written.toString().contains("DiscreetLogTest.java"), written.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "io.quarkus.runtime.Application, 08001, true",
        "io.quarkus.runtime.Application, 28P01, true",
        "io.quarkus.runtime.Application, , true",
        "io.quarkus.runtime.Application, 23505, false",
        "cn.disputes.Anything, 08001, false",
        "cn.disputes.Anything, , false"
    })
    void whyAServiceDoesNotStartIsSaidUnlessARowMayBeQuoted(String logger, String state, boolean said) {
        var cause = state == null ? null : new SQLException("the database's words", state);
        var entry = new ExtLogRecord(Level.SEVERE, "Failed to start application", "here");
        entry.setLoggerName(logger);
        entry.setThrown(new IllegalStateException("PERSONAL_DATA_KEY: 32 bytes are needed", cause));
        new DiscreetLog().isLoggable(entry);
        assertEquals(
                said,
                entry.getThrown().toString().contains("32 bytes"),
                entry.getThrown().toString());
    }
}
