package cn.disputes.alerts.round;

import static cn.disputes.deploy.testing.Together.together;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class DeadlocksTest {
    @Inject
    Jdbi jdbi;

    private static void lock(Handle h, int number) {
        h.createQuery("SELECT pg_advisory_xact_lock(77, :number)::text")
                .bind("number", number)
                .mapTo(String.class)
                .one();
    }

    /** Both hold the lock the other wants next: the database ends one, which then does its work again. */
    @Test
    void whoeverLosesATieDoesItsWorkAgain() throws Exception {
        var bothHold = new CyclicBarrier(2);
        var attempts = new AtomicInteger();
        var done = together(
                2,
                i -> () -> Deadlocks.retried(jdbi, h -> {
                    lock(h, i);
                    // only the first two attempts meet; the one that is done again has nobody to wait for
                    if (attempts.incrementAndGet() <= 2) await(bothHold);
                    lock(h, 1 - i);
                    return i;
                }));
        assertEquals(List.of(0, 1), done.stream().sorted().toList());
        assertTrue(attempts.get() > 2, "there was no deadlock");
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anyOtherFaultIsTheCallersAtOnce() {
        var attempts = new AtomicInteger();
        assertThrows(
                JdbiException.class,
                () -> Deadlocks.retried(jdbi, h -> {
                    attempts.incrementAndGet();
                    return h.execute("SELECT 1 / 0");
                }));
        assertEquals(1, attempts.get());
    }
}
