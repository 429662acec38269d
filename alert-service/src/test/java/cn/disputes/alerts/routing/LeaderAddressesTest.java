package cn.disputes.alerts.routing;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertFalse;

import cn.disputes.alerts.Office;
import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where a leader is told may hold a secret of the leader's own system, and is nobody's business but who keeps it. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class LeaderAddressesTest {
    private static final String HOOK = "https://hooks.example.org/services/geheim";

    private final Office office = new Office("520100");

    @BeforeEach
    void aLeaderWithAddresses() {
        office.coordinator()
                .header("If-Match", "*")
                .body(Map.of(
                        "name",
                        "虚构甲",
                        "rank",
                        "COUNTY",
                        "regionCode",
                        "520101",
                        "post",
                        "副县长",
                        "email",
                        "a@example.org",
                        "webhook",
                        HOOK))
                .put("/v1/leaders/A-told")
                .then()
                .statusCode(org.hamcrest.Matchers.oneOf(200, 201))
                .body("webhook", equalTo(HOOK));
    }

    @Test
    void areShownToTheLeaderAndTheCoordinatorAlone() {
        for (RequestSpecification other :
                List.of(office.as("leader", "520101", "B-other"), office.as("case-officer", "520101", "O")))
            other.get("/v1/leaders/A-told")
                    .then()
                    .statusCode(200)
                    .body("name", equalTo("虚构甲"))
                    .body("post", equalTo("副县长"))
                    .body("webhook", nullValue())
                    .body("email", nullValue());
        for (RequestSpecification keeper : List.of(
                office.as("leader", "520101", "A-told"), office.as("coordinator", "520101", "K"), office.coordinator()))
            keeper.get("/v1/leaders/A-told")
                    .then()
                    .statusCode(200)
                    .body("webhook", equalTo(HOOK))
                    .body("email", equalTo("a@example.org"));
    }

    @Test
    void areLeftOutOfLists() {
        office.as("case-officer", "520100", "O")
                .get("/v1/leaders?limit=500")
                .then()
                .statusCode(200)
                .body("items.id", hasItem("A-told"))
                .body("items.webhook", everyItem(nullValue()))
                .body("items.email", everyItem(nullValue()));
        office.leader("A-told")
                .get("/v1/leaders?limit=500")
                .then()
                .body("items.find { it.id == 'A-told' }.webhook", equalTo(HOOK));
        office.coordinator()
                .get("/v1/leaders?limit=500")
                .then()
                .body("items.find { it.id == 'A-told' }.email", notNullValue());
    }

    /** A wider duty may lead to a leader of a region that who asks may not see. */
    @Test
    void areNoPartOfAnExplanation() {
        office.coordinator()
                .header("If-Match", "*")
                .body(Office.duty("A-told", "520100"))
                .put("/v1/duties/D-told")
                .then()
                .statusCode(org.hamcrest.Matchers.oneOf(200, 201));
        var answer = office.as("coordinator", "520102", "K")
                .body(Map.of("regionCode", "520102", "level", "RED"))
                .post("/v1/routing/explain")
                .then()
                .statusCode(200)
                .body("leader.id", equalTo("A-told"))
                .body("leader.keySet()", equalTo(Set.of("id", "name", "post", "rank")))
                .extract()
                .asString();
        assertFalse(answer.contains("geheim") || answer.contains("a@example.org"), answer);
    }
}
