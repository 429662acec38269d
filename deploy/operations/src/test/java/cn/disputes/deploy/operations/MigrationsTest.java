package cn.disputes.deploy.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A migration only adds: while a release is rolled out, the former one works on the same database. What is taken away is
 * taken away a release later, and its file says so: {@code -- safe since 1.4: nothing has read it from then on}.
 */
class MigrationsTest {
    /** Older than the first release, and never edited since: a database knows each file by its checksum. */
    private static final Set<String> BEFORE_THE_FIRST_RELEASE = Set.of("V12__alert_sources.sql", "V40__bulk.sql");

    private static List<Path> migrations() throws IOException {
        var all = new ArrayList<Path>();
        for (var module : List.of("conventions", "case-service", "alert-service", "stats-service")) {
            try (var files = Files.walk(Service.HOME.resolve(module).resolve("src/main/resources/db"))) {
                files.filter(file -> file.toString().endsWith(".sql")).forEach(all::add);
            }
        }
        return all;
    }

    @Test
    void noMigrationTakesAwayWhatTheFormerReleaseNeeds() throws IOException {
        var all = migrations();
        assertTrue(all.size() > 40, "they are found");
        for (var file : all) {
            var name = file.getFileName().toString();
            var taken = MigrationSteps.takingAway(Files.readString(file));
            if (BEFORE_THE_FIRST_RELEASE.contains(name)) assertFalse(taken.isEmpty(), name + " needs no exception");
            else assertEquals(List.of(), taken, name + ": expand now, contract a release later (deploy/README.md)");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE officer DROP COLUMN team;",
                "ALTER TABLE officer\n    ADD COLUMN a text,\n    drop team;",
                "DROP TABLE IF EXISTS officer;",
                "DROP VIEW told;",
                "ALTER TABLE officer RENAME COLUMN team TO crew;",
                "ALTER TABLE officer RENAME TO official;",
                "ALTER TABLE officer ALTER COLUMN team SET NOT NULL;",
                "ALTER TABLE officer ALTER team TYPE varchar(10);",
                "ALTER TABLE officer ALTER COLUMN team SET DATA TYPE int USING 1;",
                "ALTER TABLE officer ADD COLUMN team text NOT NULL;",
                "ALTER TABLE officer ADD COLUMN a numeric(18, 2) NOT NULL DEFAULT 0, ADD COLUMN team text NOT NULL;",
                "DO $$ BEGIN EXECUTE 'ALTER TABLE officer DROP COLUMN team'; END $$;",
                "-- safe some day\nDROP TABLE officer;"
            })
    void whatTheFormerReleaseCouldNotLiveWithIsRefused(String sql) {
        assertFalse(MigrationSteps.takingAway(sql).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE officer ADD COLUMN team text, ADD COLUMN since date DEFAULT now();",
                "ALTER TABLE officer ADD COLUMN team text NOT NULL DEFAULT '';",
                "ALTER TABLE officer ADD COLUMN n bigint GENERATED ALWAYS AS IDENTITY NOT NULL;",
                "ALTER TABLE officer ALTER COLUMN team DROP NOT NULL;",
                "ALTER TABLE officer DROP CONSTRAINT officer_check;",
                "DROP INDEX officer_team;",
                "CREATE TABLE crew (name text NOT NULL);",
                "CREATE TABLE crew (LIKE officer); ALTER TABLE crew ADD COLUMN sign int NOT NULL;",
                "CREATE TEMPORARY VIEW told AS SELECT 1; SELECT * FROM told; DROP VIEW told;",
                "-- nothing reads it: DROP TABLE officer;",
                "-- safe since 1.4: nothing has read the team since then\nALTER TABLE officer DROP COLUMN team;"
            })
    void whatOnlyAddsIsLetThrough(String sql) {
        assertEquals(List.of(), MigrationSteps.takingAway(sql));
    }
}
