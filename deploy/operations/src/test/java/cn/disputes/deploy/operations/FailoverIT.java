package cn.disputes.deploy.operations;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * A standby confirms every commit. It is away for a while; then the machine of the database is lost while people work, and
 * the standby takes its place: the services know both by one address, find the one that takes writes, and nothing acknowledged is missing.
 */
@Tag("faults")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FailoverIT {
    private static final String STANDBY = "standby1";
    private static final int PATIENCE_SECONDS = 8;

    private static TrialPostgres primary;
    private static TrialPostgres standby;
    private static Trial trial;
    private static Load load;

    @BeforeAll
    static void start() throws Exception {
        primary = TrialPostgres.create();
        standby = TrialPostgres.empty();
        copy();
        standby.start();
        await("the standby follows").atMost(Duration.ofSeconds(60)).until(() -> "streaming"
                .equals(primary.ask("postgres", "SELECT max(state) FROM pg_stat_replication")));
        primary.execute("postgres", "ALTER SYSTEM SET synchronous_standby_names = '" + STANDBY + "'");
        primary.execute("postgres", "SELECT pg_reload_conf()");
        await("the standby confirms commits").atMost(Duration.ofSeconds(60)).until(() -> "sync"
                .equals(primary.ask("postgres", "SELECT max(sync_state) FROM pg_stat_replication")));
        // the standby is named first: which of them takes writes is found out, not guessed
        trial = new Trial(
                "failover-it",
                1,
                database -> "jdbc:postgresql://127.0.0.1:" + standby.port() + ",127.0.0.1:" + primary.port() + "/"
                        + database,
                Map.of("DB_PATIENCE_SECONDS", Integer.toString(PATIENCE_SECONDS)));
        trial.start();
        load = new Load(trial).start();
    }

    /** What pg_basebackup does, over SQL and by copying files: the programs shipped with the suite do not include it. */
    private static void copy() throws IOException, SQLException, InterruptedException {
        try (var connection = primary.connect("postgres", "postgres");
                var statement = connection.createStatement()) {
            statement.execute("SELECT pg_create_physical_replication_slot('" + STANDBY + "', true)");
            statement.execute("SELECT pg_backup_start('copy', true)");
            Running.script(
                    Map.of(),
                    "cp",
                    "-a",
                    primary.data().toString(),
                    standby.data().toString());
            try (var stopped = statement.executeQuery("SELECT labelfile FROM pg_backup_stop(false)")) {
                stopped.next();
                Files.writeString(standby.data().resolve("backup_label"), stopped.getString(1));
            }
        }
        for (var left : Set.of("postmaster.pid", "postmaster.opts"))
            Files.deleteIfExists(standby.data().resolve(left));
        empty(standby.data().resolve("pg_wal"));
        empty(standby.data().resolve("pg_replslot"));
        Files.createFile(standby.data().resolve("standby.signal"));
        Files.writeString(
                standby.data().resolve("postgresql.auto.conf"),
                "primary_conninfo = 'host=127.0.0.1 port=" + primary.port() + " user=postgres application_name="
                        + STANDBY + "'\nprimary_slot_name = '" + STANDBY + "'\n");
        TrialPostgres.own(standby.data());
    }

    private static void empty(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) Files.delete(file);
        }
        try (var folders = Files.list(folder)) {
            for (var inner : folders.filter(f -> !f.endsWith("archive_status") && !f.endsWith("summaries"))
                    .toList()) Files.delete(inner);
        }
    }

    @AfterAll
    static void stop() throws Exception {
        if (trial != null) trial.close();
        if (standby != null) standby.close();
        if (primary != null) primary.close();
    }

    /** Commits wait for it: who writes is told so in time, who reads is answered, and all goes on once it is back. */
    @Test
    @Order(1)
    void theStandbyIsAway() throws Exception {
        load.awaitWork(5, 60);
        var begun = System.nanoTime();
        standby.killAll();
        load.awaitRefusals(begun, 40, Load.IN_THE_REGISTER, "alert");
        assertTrue(load.attempts.refused(begun).stream()
                .noneMatch(attempt -> Set.of("worklist", "figures").contains(attempt.what())));
        standby.start();
        var back = load.awaitWork(1, 60);
        System.out.printf("standby away: %s; back %d ms after its return%n", load.attempts.summary(begun), back);
        load.attempts.answeredWithin(begun, PATIENCE_SECONDS + 8, false);
        load.awaitWork(5, 60);
        await("the standby confirms commits").atMost(Duration.ofSeconds(60)).until(() -> "sync"
                .equals(primary.ask("postgres", "SELECT max(sync_state) FROM pg_stat_replication")));
    }

    @Test
    @Order(2)
    void theStandbyTakesOver() throws Exception {
        load.awaitWork(15, 60);
        assertEquals("t", standby.ask("postgres", "SELECT pg_is_in_recovery()"), "nothing was written there");
        var begun = System.nanoTime();
        primary.killAll();
        load.awaitRefusals(begun, 20);
        standby.execute("postgres", "SELECT pg_promote()");
        var back = load.awaitWork(1, 40);
        System.out.printf("fail-over: %s; back %d ms after the promotion%n", load.attempts.summary(begun), back);
        load.awaitWork(15, 60);
        assertTrue(trial.all().stream().allMatch(Replica::alive), "nobody had to be started again");
        load.stop();
        load.attempts.answeredWithin(begun, 10, false);
        load.nothingLost(standby);
        trial.figuresAreRight(standby);
        trial.logsAreShort(40);
    }
}
