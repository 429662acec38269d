package cn.disputes.cases.warning;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** A kind of case whose clocks are watched. */
public interface WatchedCases {
    /** As in the path of its calls. */
    String kind();

    /** The table with the day of the next look, {@code look_on}. */
    String table();

    /** Those cases with the clocks they have today. */
    List<WatchedCase> read(Handle h, Collection<UUID> ids);
}
