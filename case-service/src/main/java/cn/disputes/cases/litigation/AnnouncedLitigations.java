package cn.disputes.cases.litigation;

import cn.disputes.cases.office.Announcing;
import cn.disputes.conventions.feed.Outbox;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Tells the feed of a suit that changed without a step. */
@Singleton
class AnnouncedLitigations implements Announcing {
    private final LitigationStore store;
    private final Outbox outbox;

    AnnouncedLitigations(LitigationStore store, Outbox outbox) {
        this.store = store;
        this.outbox = outbox;
    }

    @Override
    public String kind() {
        return "litigations";
    }

    @Override
    public void announce(Handle h, UUID id) {
        store.find(h, id).ifPresent(row -> outbox.append(h, row.event()));
    }
}
