package cn.disputes.cases.litigation;

import cn.disputes.cases.casefile.Deadline;
import cn.disputes.cases.warning.WatchedCase;
import cn.disputes.cases.warning.WatchedCases;
import cn.disputes.cases.warning.WatchedClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The clocks of suits that warnings hang on. */
@ApplicationScoped
class WatchedLitigations implements WatchedCases {
    private final LitigationStore store;
    private final LitigationRegister register;
    private final Clock clock;

    WatchedLitigations(LitigationStore store, LitigationRegister register, Clock clock) {
        this.store = store;
        this.register = register;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "litigations";
    }

    @Override
    public String table() {
        return "litigation";
    }

    @Override
    public List<WatchedCase> read(Handle h, Collection<UUID> ids) {
        return ids.stream()
                .flatMap(id -> store.find(h, id).stream())
                .map(row -> watched(h, row))
                .toList();
    }

    private WatchedCase watched(Handle h, LitigationRow row) {
        var today = LocalDate.now(clock);
        var agencies = new ArrayList<String>();
        agencies.add(row.defendantCode());
        if (row.actorCode() != null) agencies.add(row.actorCode());
        agencies.addAll(row.coDefendantCodes());
        var clocks = register.deadlines(h, row).stream()
                .filter(deadline -> concerns(deadline, row))
                .map(deadline -> WatchedClock.of(deadline, today))
                .toList();
        return new WatchedCase(kind(), row.id(), row.caseNumber(), row.regionCode(), agencies, clocks);
    }

    /** The defendant asks itself whether to appeal after it has lost. */
    private static boolean concerns(Deadline deadline, LitigationRow row) {
        return !deadline.code().equals("APPEAL")
                || row.outcome() != null && row.outcome().lost();
    }
}
