package cn.disputes.alerts.delivery;

import cn.disputes.alerts.delivery.DeliveryRules.Because;
import cn.disputes.alerts.delivery.Letters.Claimed;
import cn.disputes.contract.problem.DatabaseFaults;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/** Finds the words of a letter at the moment it is sent, and leaves out what there is no reason to tell any more. */
@ApplicationScoped
class LetterWriter {
    private static final Logger LOG = Logger.getLogger(LetterWriter.class);

    record Written(Subscription to, Letter letter) {}

    private record Line(UUID id, Notice notice, Because because, boolean recused) {}

    private final Letters letters;
    private final SubscriptionStore subscriptions;
    private final Map<NoticeKind, NoticeSource> sources = new HashMap<>();
    private final Clock clock;

    LetterWriter(Letters letters, SubscriptionStore subscriptions, @All List<NoticeSource> sources, Clock clock) {
        this.letters = letters;
        this.subscriptions = subscriptions;
        sources.forEach(source -> source.kinds().forEach(kind -> this.sources.put(kind, source)));
        this.clock = clock;
    }

    /** Empty when it is not to be sent now, or not at all; then that is on record. */
    Optional<Written> write(Handle h, Claimed claimed) {
        var to = subscriptions.find(h, claimed.subscriptionId()).orElse(null);
        if (to == null) {
            letters.moot(h, claimed.id());
            return Optional.empty();
        }
        var now = clock.instant();
        var free = to.hours().free(now);
        if (free.isAfter(now)) {
            letters.hold(h, claimed.id(), free, DeliveryHours.Held.QUIET_HOURS);
            return Optional.empty();
        }
        var lines = lines(h, claimed.id());
        var tellings = tell(h, lines.stream().map(Line::notice).toList());
        var items = new ArrayList<Letter.Item>();
        for (var line : lines) {
            var telling = tellings.getOrDefault(line.notice().id(), Telling.moot("GONE"));
            var not = to.paused() ? "PAUSED" : line.recused() ? "RECUSED" : telling.moot();
            if (not == null) items.add(new Letter.Item(line.id(), line.notice(), line.because(), telling));
            else drop(h, line.id(), not);
        }
        if (items.isEmpty()) {
            letters.moot(h, claimed.id());
            return Optional.empty();
        }
        return Optional.of(new Written(to, new Letter(claimed.id(), now, items)));
    }

    private Map<UUID, Telling> tell(Handle h, List<Notice> notices) {
        var byKind = new HashMap<NoticeKind, List<Notice>>();
        notices.forEach(
                n -> byKind.computeIfAbsent(n.kind(), kind -> new ArrayList<>()).add(n));
        var tellings = new HashMap<UUID, Telling>();
        byKind.forEach((kind, some) -> {
            if (!together(h, sources.get(kind), some, tellings)) oneByOne(h, sources.get(kind), some, tellings);
        });
        return tellings;
    }

    private static boolean together(Handle h, NoticeSource source, List<Notice> some, Map<UUID, Telling> into) {
        if (source == null) return true;
        h.savepoint("tell");
        try {
            into.putAll(source.tell(h, some));
            return true;
        } catch (RuntimeException fault) {
            if (DatabaseFaults.passing(fault)) throw fault;
            h.rollbackToSavepoint("tell");
            return false;
        }
    }

    /** One that cannot be put into words keeps the others of the letter from nobody. */
    private static void oneByOne(Handle h, NoticeSource source, List<Notice> some, Map<UUID, Telling> into) {
        for (var notice : some) {
            if (together(h, source, List.of(notice), into)) continue;
            LOG.errorf("notice %s (%s) cannot be put into words", notice.id(), notice.kind());
            into.put(notice.id(), Telling.moot("FAULT"));
        }
    }

    private static List<Line> lines(Handle h, UUID letter) {
        return h.createQuery(
                        """
                        SELECT d.id AS delivery_id, d.because, n.id, n.key, n.kind, n.code, n.region_code, n.level,
                               n.agency_codes, n.case_id, n.leader_id, n.audiences, n.about::text AS about, n.recorded_at,
                               EXISTS (SELECT 1 FROM recusal r WHERE r.case_id = n.case_id AND r.leader_id = d.recipient)
                                   AS recused
                        FROM delivery d JOIN notice n ON n.id = d.notice_id
                        WHERE d.letter_id = :letter AND d.status = 'QUEUED' ORDER BY n.recorded_at, n.id""")
                .bind("letter", letter)
                .map((row, ctx) -> new Line(
                        row.getObject("delivery_id", UUID.class),
                        Notice.map(row, ctx),
                        Because.valueOf(row.getString("because")),
                        row.getBoolean("recused")))
                .list();
    }

    private static void drop(Handle h, UUID delivery, String reason) {
        h.createUpdate("UPDATE delivery SET status = 'NOT_SENT', reason = :reason, held = NULL WHERE id = :id")
                .bind("id", delivery)
                .bind("reason", reason)
                .execute();
    }
}
