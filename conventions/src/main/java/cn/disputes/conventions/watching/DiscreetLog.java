package cn.disputes.conventions.watching;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;
import org.jboss.logmanager.ExtLogRecord;

/**
 * What is written to the log by whomever: an exception without its words, for they may quote a row; a question mark
 * without what follows, for a query may be a name; and no number long enough to be a person's, a phone's or an account's.
 */
@LoggingFilter(name = "discreet")
public final class DiscreetLog implements Filter {
    private static final Pattern QUERY = Pattern.compile("(?<=[/\\w])\\?[^\\s\"'\\])]+");
    private static final Pattern NUMBER = Pattern.compile("(?<![0-9A-Fa-f-])\\d{10,17}[0-9Xx](?![0-9A-Fa-f-])");

    private static final String STARTING = "io.quarkus.runtime.Application";

    @Override
    public boolean isLoggable(LogRecord entry) {
        var written = entry instanceof ExtLogRecord extended ? extended.getFormattedMessage() : entry.getMessage();
        var discreet = discreet(written);
        if (discreet != null && !discreet.equals(written)) {
            entry.setMessage(discreet);
            entry.setParameters(null);
            if (entry instanceof ExtLogRecord extended)
                extended.setMessage(discreet, ExtLogRecord.FormatStyle.NO_FORMAT);
        }
        var thrown = entry.getThrown();
        // why a service does not start is for its operator to read
        if (STARTING.equals(entry.getLoggerName()) && Wordless.needless(thrown)) return true;
        if (thrown != null) entry.setThrown(Wordless.of(thrown));
        return true;
    }

    static String discreet(String written) {
        if (written == null) return null;
        return NUMBER.matcher(QUERY.matcher(written).replaceAll("?…")).replaceAll("…");
    }
}
