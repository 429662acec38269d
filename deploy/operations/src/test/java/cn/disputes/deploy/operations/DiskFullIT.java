package cn.disputes.deploy.operations;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The disk of the database fills up, first the one of the data, then the one of the log: who writes is refused and told to
 * come again, and with room again everything goes on. The two disks are file systems in memory, which only root can mount.
 */
@Tag("faults")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DiskFullIT {
    private static Path disks;
    private static TrialPostgres postgres;
    private static Trial trial;
    private static Load load;

    @BeforeAll
    static void start() throws Exception {
        disks = Files.createTempDirectory("disputes-disks");
        assumeTrue(
                mount("data", 160) && mount("log", 112), "no small disk can be mounted here: not root, or not allowed");
        TrialPostgres.own(disks);
        postgres = TrialPostgres.empty("max_wal_size=64MB", "min_wal_size=32MB");
        postgres.init("--waldir=" + disks.resolve("log/wal"));
        postgres.start();
        Files.createDirectories(disks.resolve("data/space"));
        TrialPostgres.own(disks);
        postgres.execute("postgres", "CREATE TABLESPACE small LOCATION '" + disks.resolve("data/space") + "'");
        postgres.databases(" TABLESPACE small");
        trial = new Trial("disk-full-it", 1, postgres::url, Map.of("DB_POOL_MAX", "10"));
        trial.start();
        load = new Load(trial).start();
    }

    private static boolean mount(String name, int megabytes) throws IOException, InterruptedException {
        var folder = Files.createDirectories(disks.resolve(name));
        return new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "none", folder.toString())
                        .start()
                        .waitFor()
                == 0;
    }

    @AfterAll
    static void stop() throws Exception {
        if (trial != null) trial.close();
        if (postgres != null) postgres.close();
        for (var name : new String[] {"data", "log"})
            new ProcessBuilder("umount", disks.resolve(name).toString()).start().waitFor();
    }

    /** Somebody else's file takes all the room that is left. */
    private static Path fill(String disk) throws IOException {
        var file = disks.resolve(disk).resolve("somebody-elses");
        try (var out = Files.newOutputStream(file)) {
            var block = new byte[64 * 1024];
            while (true) out.write(block);
        } catch (IOException full) {
            return file;
        }
    }

    /** What fits into pages that are there is written still; the first that needs a new one is refused. */
    @Test
    @Order(1)
    void theDataHaveNoRoom() throws Exception {
        load.awaitWork(10, 60);
        var begun = System.nanoTime();
        var file = fill("data");
        await("who registers is refused")
                .atMost(Duration.ofSeconds(90))
                .until(() -> load.attempts.refused(begun).stream()
                        .anyMatch(attempt -> attempt.what().equals("register")
                                || attempt.what().equals("accept")));
        Files.delete(file);
        System.out.printf(
                "data disk full: %s; back after %d ms%n", load.attempts.summary(begun), load.awaitWork(3, 60));
        load.attempts.answeredWithin(begun, 10, false);
        assertTrue(trial.all().stream().allMatch(Replica::alive), "nobody had to be started again");
    }

    /** The server gives up when it cannot write its log; with room again it starts, by itself or started by somebody. */
    @Test
    @Order(2)
    void theLogHasNoRoom() throws Exception {
        load.awaitWork(10, 60);
        var begun = System.nanoTime();
        var file = fill("log");
        postgres.writeLogUntilItEnds();
        load.awaitRefusals(begun, 20);
        Files.delete(file);
        if (!postgres.alive()) postgres.start();
        System.out.printf("log disk full: %s; back after %d ms%n", load.attempts.summary(begun), load.awaitWork(3, 60));
        load.attempts.answeredWithin(begun, 10, false);
        assertTrue(trial.all().stream().allMatch(Replica::alive), "nobody had to be started again");
    }

    @Test
    @Order(3)
    void nothingIsLostAndNoFigureIsWrong() throws Exception {
        load.stop();
        load.nothingLost(postgres);
        trial.figuresAreRight(postgres);
        trial.logsAreShort(60);
    }
}
