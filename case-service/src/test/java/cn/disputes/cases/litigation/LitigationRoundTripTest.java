package cn.disputes.cases.litigation;

import static cn.disputes.cases.bulk.Loads.load;
import static cn.disputes.cases.litigation.Suits.SUITS;
import static cn.disputes.cases.litigation.Suits.filed;
import static cn.disputes.cases.litigation.Suits.filing;
import static cn.disputes.cases.litigation.Suits.number;
import static cn.disputes.cases.litigation.Suits.officer;
import static cn.disputes.cases.litigation.Suits.step;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a suit is exported as comes back as nothing new, also where a column says what no step does. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class LitigationRoundTripTest {
    @BeforeEach
    void agencies() {
        Suits.agencies();
    }

    private static void comesBackAsItWentOut(String id) {
        var suit = officer().get(SUITS + "/" + id).then().statusCode(200).extract();
        var csv = officer()
                .get("/v1/exports?kind=litigations&format=csv")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        var lines = csv.lines().toList();
        var line = lines.stream()
                .filter(one -> one.contains(suit.<String>path("caseNumber")))
                .findFirst()
                .orElseThrow();
        var job = load("litigations", lines.get(0) + "\n" + line + "\n");
        assertEquals(List.of(0, 0), List.of(job.getInt("updated"), job.getInt("rejected")), job.prettify());
        officer().get(SUITS + "/" + id).then().header("ETag", equalTo(suit.header("ETag")));
    }

    /** 解释 Art. 119: the register says since when it has effect; the status waits for what the court tells. */
    @Test
    void aRetrialTriedAsSecondInstance() {
        var filing = filing(number("行再"), "RETRIAL");
        filing.put("retriedAs", "SECOND");
        var id = filed(filing);
        step(id, "CONCLUDED", "2024-08-01", "outcome", "REVOKED")
                .statusCode(201)
                .body("effectiveOn", equalTo("2024-08-01"));
        comesBackAsItWentOut(id);
        step(id, "JUDGMENT_SERVED", "2024-08-05").statusCode(201);
        comesBackAsItWentOut(id);
    }

    /** 行诉法 Art. 67: the first service was not on the nominal defendant. */
    @Test
    void aServiceOnACoDefendantAlone() {
        var filing = filing(number("行初"), "FIRST");
        filing.put("coDefendantCodes", List.of(Suits.GOVERNMENT));
        var id = filed(filing);
        step(id, "SERVED", "2024-03-04", "agency", Suits.GOVERNMENT).statusCode(201);
        comesBackAsItWentOut(id);
        step(id, "DEFENCE_FILED", "2024-03-15", "agency", Suits.GOVERNMENT).statusCode(201);
        comesBackAsItWentOut(id);
    }
}
