package cn.disputes.alerts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.disputes.deploy.local.PostgresTestResource;
import cn.disputes.deploy.testing.CommittedDocument;
import cn.disputes.deploy.testing.EveryEndpoint;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class EveryEndpointTest {
    @Test
    void isShutToStrangersAndToOtherRoles() {
        assertEquals(List.of(), EveryEndpoint.openDoors());
    }

    @Test
    void isOpenToTheRolesItNames() {
        assertEquals(List.of(), EveryEndpoint.shutDoors());
    }

    /** Who may do what is decided in endpoints.txt, not by whoever edits an annotation. */
    @Test
    void namesTheRolesThatWereDecided() throws IOException {
        try (var decided = getClass().getResourceAsStream("/endpoints.txt")) {
            var found = EveryEndpoint.documented().stream()
                    .map(EveryEndpoint.Endpoint::toString)
                    .sorted()
                    .collect(Collectors.joining("\n"));
            assertEquals(new String(decided.readAllBytes(), StandardCharsets.UTF_8).strip(), found);
        }
    }

    /** Written anew by {@code -Dtest=EveryEndpointTest -Dopenapi.refresh=true}. */
    @Test
    void servesTheDocumentThatIsCommitted() throws IOException {
        assertEquals(CommittedDocument.committed(), CommittedDocument.served());
    }
}
