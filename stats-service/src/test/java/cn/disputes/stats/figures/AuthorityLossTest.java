package cn.disputes.stats.figures;

import static cn.disputes.stats.Cases.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import cn.disputes.deploy.local.PostgresTestResource;
import cn.disputes.stats.Cases;
import cn.disputes.stats.Told;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which losses are the reconsideration authority's (复议机关), whether it is sued with others or alone. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class AuthorityLossTest {
    private static final String FIGURE = "/v1/statistics?from=2022-01&to=2022-12&regionCode=330702&indicators=";

    @Inject
    Jdbi jdbi;

    @ParameterizedTest
    @CsvSource({
        // it upheld the act and is sued beside the agency that acted
        "DEPARTMENT, COUNTY, true, true, 0, 0",
        // it changed the act and is sued alone (行政诉讼法第二十六条第二款)
        "GOVERNMENT, COUNTY, false, true, 0, 1",
        // the agency that acted is sued alone
        "DEPARTMENT, COUNTY, false, true, 1, 1",
        // no reconsideration is decided by the government of a township
        "GOVERNMENT, TOWNSHIP, false, true, 1, 1",
        "GOVERNMENT, COUNTY, false, false, 1, 1"
    })
    void aloneOrWithOthers(String kind, String level, boolean with, boolean after, int without, int before) {
        Told.empty(jdbi);
        Cases.apply(
                jdbi,
                Cases.suit("L", "2022-03-01")
                        .concluded("2022-06-01", "REVOKED")
                        .with("coDefendantCodes", with ? List.of("复议机关") : List.of())
                        .with("reconsiderationCaseNumber", after ? "R" : null)
                        .with("particulars", Map.of("agencyKind", kind, "agencyLevel", level)));
        var code = "ZERO_LOSS_COUNTIES:AUTHORITY";
        as("statistician").get(FIGURE + code).then().body("rows[0].values.'" + code + "'.numerator", equalTo(without));
        // as it was defined before
        as("statistician")
                .get(FIGURE + code + "@1")
                .then()
                .body("rows[0].values.'" + code + "@1'.numerator", equalTo(before));
        as("statistician")
                .get("/v1/statistics/" + code + "/cases?set=numerator&from=2022-01&to=2022-12&regionCode=330702")
                .then()
                .body("items.size()", is(without));
    }
}
