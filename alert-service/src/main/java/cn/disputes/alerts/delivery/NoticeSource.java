package cn.disputes.alerts.delivery;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Finds the words for notices at the moment they are sent, so that every try carries the facts of its day. */
public interface NoticeSource {
    Set<NoticeKind> kinds();

    /** @return by notice id; one that is missing is told to nobody (GONE) */
    Map<UUID, Telling> tell(Handle h, List<Notice> notices);
}
