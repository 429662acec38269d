package cn.disputes.cases.warning;

import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What is to be said of agencies, found from all their cases together and derived anew each time. */
public interface WatchedAgencies {
    List<AgencyFinding> findings(Handle h, LocalDate today);
}
