package cn.disputes.deploy.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The overlay that brings the databases back from the archive is production but for where their data comes from. */
class RecoveryTest {
    /** Under the same name: services, policies and secrets go by it. The archive it reads it never writes. */
    @ParameterizedTest
    @EnumSource(Service.class)
    void aDatabaseReadsTheOldArchiveAndWritesANewOne(Service service) throws IOException {
        var cluster = Manifests.of("recovery").named("Cluster", service.database);
        var recovery = cluster.at("/spec/bootstrap/recovery");
        assertEquals(service.database, recovery.path("database").asText());
        assertEquals(service.database, recovery.path("owner").asText());
        assertTrue(cluster.at("/spec/bootstrap/initdb").isMissingNode());
        var source = cluster.at("/spec/externalClusters/0");
        assertEquals(recovery.path("source"), source.path("name"));
        var read = source.at("/plugin/parameters");
        var written = cluster.at("/spec/plugins/0/parameters");
        assertEquals(written.path("barmanObjectName"), read.path("barmanObjectName"));
        assertEquals(service.database, read.path("serverName").asText());
        assertTrue(written.path("serverName").asText().startsWith(service.database));
        assertNotEquals(read.path("serverName"), written.path("serverName"));
    }

    /** A moment nobody has chosen would take away what came after it. */
    @ParameterizedTest
    @EnumSource(Service.class)
    void theMomentIsSomebodysToWrite(Service service) throws IOException {
        var moment = Manifests.of("recovery")
                .named("Cluster", service.database)
                .at("/spec/bootstrap/recovery/recoveryTarget/targetTime")
                .asText();
        assertTrue(!moment.isBlank());
        assertThrows(DateTimeParseException.class, () -> OffsetDateTime.parse(moment));
    }
}
