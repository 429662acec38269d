package cn.disputes.cases.document;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** The sealed parts of files on their way in: nobody's documents yet, and soon gone. */
@ApplicationScoped
class ArrivingParts {
    /** No sender takes this long; what is older was left behind by a server that died. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private static final Logger LOG = Logger.getLogger(ArrivingParts.class);

    private final Jdbi jdbi;
    private final Clock clock;

    ArrivingParts(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** By itself: no transaction lasts from one part to the next. */
    void write(UUID document, int number, byte[] sealed) {
        jdbi.useHandle(h -> h.execute(
                "INSERT INTO arriving_part (document_id, part, content, arrived_at) VALUES (?, ?, ?, ?)",
                document,
                number,
                sealed,
                now()));
    }

    /** Makes them the parts of a document, in the transaction that keeps it; says how many there were. */
    int keep(Handle h, UUID document) {
        return h.execute(
                """
                WITH arrived AS (DELETE FROM arriving_part WHERE document_id = ? RETURNING document_id, part, content)
                INSERT INTO case_document_part (document_id, part, content, sealed)
                SELECT document_id, part, content, true FROM arrived""",
                document);
    }

    void forget(UUID document) {
        try {
            jdbi.useHandle(h -> h.execute("DELETE FROM arriving_part WHERE document_id = ?", document));
        } catch (JdbiException unreachable) {
            LOG.warnf(
                    "parts of %s are left to the sweep: %s",
                    document, unreachable.getClass().getSimpleName());
        }
    }

    @Scheduled(every = "1h", delayed = "60s", concurrentExecution = ConcurrentExecution.SKIP)
    void forgetLost() {
        jdbi.useHandle(h -> h.execute(
                """
                DELETE FROM arriving_part WHERE document_id IN (
                    SELECT document_id FROM arriving_part GROUP BY document_id HAVING max(arrived_at) < ?)""",
                now().minus(LONGEST)));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
