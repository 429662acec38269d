package cn.disputes.cases.reconsideration;

import cn.disputes.cases.office.Announcing;
import cn.disputes.conventions.feed.Outbox;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Tells the feed of a reconsideration that changed without a step. */
@Singleton
class AnnouncedReconsiderations implements Announcing {
    private final ReconsiderationStore store;
    private final Outbox outbox;

    AnnouncedReconsiderations(ReconsiderationStore store, Outbox outbox) {
        this.store = store;
        this.outbox = outbox;
    }

    @Override
    public String kind() {
        return "reconsiderations";
    }

    @Override
    public void announce(Handle h, UUID id) {
        store.find(h, id).ifPresent(row -> outbox.append(h, row.event()));
    }
}
