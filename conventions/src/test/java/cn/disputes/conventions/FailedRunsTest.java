package cn.disputes.conventions;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class FailedRunsTest {
    @Inject
    Scheduler scheduler;

    private final List<LogRecord> said = new CopyOnWriteArrayList<>();
    private final Handler ear = new Handler() {
        @Override
        public void publish(LogRecord line) {
            said.add(line);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(ear);
    }

    @AfterEach
    void stop() {
        scheduler.unscheduleJob("trial");
        Logger.getLogger("").removeHandler(ear);
    }

    private void every(Runnable run) {
        scheduler
                .newJob("trial")
                .setInterval("1s")
                .setTask(execution -> run.run())
                .schedule();
    }

    private List<String> lines() {
        return said.stream()
                .filter(line -> line.getLoggerName().contains("FailedRuns")
                        || line.getLoggerName().contains("scheduler"))
                .map(LogRecord::getMessage)
                .toList();
    }

    @Test
    void aDatabaseThatIsAwayIsOneLineAndItsReturnAnother() {
        var runs = new AtomicInteger();
        every(() -> {
            if (runs.incrementAndGet() <= 3) throw new IllegalStateException(new SQLException("合成甲", "08006"));
        });
        await().atMost(Duration.ofSeconds(30))
                .until(() -> lines().stream().anyMatch(line -> line.contains("works again")));
        assertTrue(runs.get() >= 4, "tried until it worked");
        assertEquals(2, lines().size(), lines().toString());
        assertTrue(said.stream().allMatch(line -> line.getThrown() == null));
    }

    @Test
    void anythingElseIsALineWithKindAndPlaceAndNoMessage() {
        every(() -> {
            throw new IllegalStateException("合成甲");
        });
        await().atMost(Duration.ofSeconds(30)).until(() -> !lines().isEmpty());
        assertTrue(lines().get(0).contains("IllegalStateException"), lines().toString());
        assertTrue(lines().get(0).contains("FailedRunsTest"), lines().toString());
        assertFalse(lines().toString().contains("合成甲"));
    }
}
