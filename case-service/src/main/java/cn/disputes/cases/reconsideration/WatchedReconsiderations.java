package cn.disputes.cases.reconsideration;

import cn.disputes.cases.warning.WatchedCase;
import cn.disputes.cases.warning.WatchedCases;
import cn.disputes.cases.warning.WatchedClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The clocks of reconsiderations that warnings hang on. */
@ApplicationScoped
class WatchedReconsiderations implements WatchedCases {
    private final ReconsiderationStore store;
    private final ReconsiderationRegister register;
    private final Clock clock;

    WatchedReconsiderations(ReconsiderationStore store, ReconsiderationRegister register, Clock clock) {
        this.store = store;
        this.register = register;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "reconsiderations";
    }

    @Override
    public String table() {
        return "reconsideration";
    }

    @Override
    public List<WatchedCase> read(Handle h, Collection<UUID> ids) {
        var today = LocalDate.now(clock);
        return ids.stream()
                .flatMap(id -> store.find(h, id).stream())
                .map(row -> new WatchedCase(
                        kind(),
                        row.id(),
                        row.caseNumber(),
                        row.regionCode(),
                        List.of(row.respondentCode()),
                        register.standing(h, row.id()).deadlines().stream()
                                .map(deadline -> WatchedClock.of(deadline, today))
                                .toList()))
                .toList();
    }
}
