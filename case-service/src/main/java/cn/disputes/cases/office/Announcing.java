package cn.disputes.cases.office;

import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What a kind of case does when something changed that no step tells and figures count: whose it is, or its parties. */
public interface Announcing {
    /** As in the path of its calls. */
    String kind();

    /** Tells the feed of the case as it is now, in the transaction that changed it. */
    void announce(Handle h, UUID id);
}
