package cn.disputes.cases.person;

import cn.disputes.cases.casefile.Parties;
import cn.disputes.cases.privacy.Seal;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Brings what lies in the clear, or under an older key, under the newest one, a chunk at a time. When a run says that
 * nothing is left, the older key may be taken out of the configuration.
 */
@Singleton
class Resealing {
    private static final Logger LOG = Logger.getLogger(Resealing.class);
    private static final int CHUNK = 200;
    private static final UUID FIRST = new UUID(0, 0);

    private final Jdbi jdbi;
    private final Seal seal;

    Resealing(Jdbi jdbi, Seal seal) {
        this.jdbi = jdbi;
        this.seal = seal;
    }

    @Scheduled(
            every = "${personal-data.reseal-every:24h}",
            delayed = "60s",
            concurrentExecution = ConcurrentExecution.SKIP)
    void run() {
        var sealed = pass("reconsideration", "applicants")
                + pass("litigation", "plaintiffs")
                + new ResealedParts(seal).run(jdbi)
                + new ResealedTexts(seal).run(jdbi)
                + new ResealedReasons(seal).run(jdbi);
        LOG.infof("personal data: %d rows sealed anew under %s", sealed, seal.newestPrefix());
    }

    private int pass(String table, String column) {
        return Pass.through(jdbi, table, FIRST, (h, after) -> chunk(h, table, column, after));
    }

    /** A row somebody works on is left to the next run; neither its version nor its events change. */
    Pass.Progress<UUID> chunk(Handle h, String table, String column, UUID after) {
        var rows = h.createQuery(
                        """
                        SELECT id, %1$s::text AS parties FROM %2$s
                        WHERE id > :after
                          AND (jsonb_path_exists(%1$s, '$[*] ? (exists (@.idNumber) || exists (@.phone) || exists (@.address))')
                            OR jsonb_path_exists(%1$s, '$[*].sealed ? (!(@ starts with $newest))',
                                jsonb_build_object('newest', CAST(:newest AS text))))
                        ORDER BY id LIMIT :most FOR UPDATE SKIP LOCKED"""
                                .formatted(column, table))
                .bind("after", after)
                .bind("newest", seal.newestPrefix())
                .bind("most", CHUNK)
                .map((row, ctx) -> new Row(row.getObject("id", UUID.class), row.getString("parties")))
                .list();
        var sealed = 0;
        for (var row : rows) sealed += reseal(h, table, column, row) ? 1 : 0;
        return new Pass.Progress<>(rows.isEmpty() ? null : last(rows), sealed, rows.size() - sealed);
    }

    private boolean reseal(Handle h, String table, String column, Row row) {
        try {
            h.createUpdate("UPDATE %s SET %s = CAST(:parties AS jsonb) WHERE id = :id".formatted(table, column))
                    .bind("parties", Parties.resealed(seal, row.id(), row.parties()))
                    .bind("id", row.id())
                    .execute();
            return true;
        } catch (IllegalStateException keyMissing) {
            return false;
        }
    }

    private record Row(UUID id, String parties) {}

    private static UUID last(List<Row> rows) {
        return rows.get(rows.size() - 1).id();
    }
}
