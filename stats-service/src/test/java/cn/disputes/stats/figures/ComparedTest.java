package cn.disputes.stats.figures;

import static cn.disputes.stats.Cases.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.disputes.deploy.local.PostgresTestResource;
import cn.disputes.stats.Told;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands beside a figure is as long a time, and nothing of that time is left out. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class ComparedTest {
    private static final String VALUES = "rows.values.RECONSIDERATIONS_RECEIVED.";

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void none() {
        Told.empty(jdbi);
    }

    private void received(int number, String region, String domain, String on) {
        for (var i = 0; i < number; i++)
            Told.fold(
                    jdbi,
                    Told.reconsideration(region + domain + on + i, region, on)
                            .with("domain", domain)
                            .concluded(on, "UPHELD"));
    }

    private static ValidatableResponse ask(String role, String query) {
        return as(role).get("/v1/statistics?indicators=RECONSIDERATIONS_RECEIVED&" + query)
                .then()
                .statusCode(200);
    }

    private static JsonPath ask(String query) {
        return ask("statistician", query).extract().jsonPath();
    }

    /** Ten months: their first quarter stands beside the March before, which is a month, and their October beside a quarter. */
    @ParameterizedTest
    @ValueSource(strings = {"statistician", "dashboard"})
    void aQuarterIsNotComparedWithAMonth(String role) {
        received(3, "330702", "TAX", "2022-01-05");
        received(3, "330702", "TAX", "2021-03-05");
        received(4, "330702", "TAX", "2021-05-05");
        ask(role, "groupBy=quarter&from=2022-01&to=2022-10&compare=previous-period")
                .body("rows", hasSize(4))
                .body(VALUES + "value", contains(3, 0, 0, 0))
                .body("rows[0].values.RECONSIDERATIONS_RECEIVED", not(hasKey("previous")))
                .body("rows[0].values.RECONSIDERATIONS_RECEIVED", not(hasKey("change")))
                .body("rows[1].values.RECONSIDERATIONS_RECEIVED.previous.value", equalTo(4))
                .body("rows[1].values.RECONSIDERATIONS_RECEIVED.change", equalTo(-1))
                .body("rows[3].values.RECONSIDERATIONS_RECEIVED", not(hasKey("previous")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"domain", "region", "region,domain", "domain,month", "agency,actType,quarter"})
    void whatIsNoMoreIsComparedTooAndTheRowsAddUp(String groupBy) {
        received(2, "330702", "TAX", "2022-03-05");
        received(3, "330702", "WATER", "2021-05-05");
        received(1, "330700", "HEALTH", "2021-06-05");
        var answer = ask("groupBy=" + groupBy + "&from=2022-01&to=2022-12&compare=previous-year&total=true");
        assertEquals(4, answer.getInt("total.values.RECONSIDERATIONS_RECEIVED.previous.value"));
        assertEquals(4, sum(answer, "previous.value"));
        assertEquals(2, sum(answer, "value"));
    }

    private static int sum(JsonPath answer, String of) {
        return answer.getList(VALUES + of, Integer.class).stream()
                .mapToInt(n -> n)
                .sum();
    }

    @Test
    void aGroupThatIsNoMoreHasLostAll() {
        received(3, "330702", "WATER", "2021-05-05");
        ask("statistician", "groupBy=domain,month&from=2022-01&to=2022-12&compare=previous-year")
                .body("rows", hasSize(1))
                .body("rows[0].group.domain", equalTo("WATER"))
                .body("rows[0].group.month", equalTo("2022-05"))
                .body(VALUES + "value[0]", equalTo(0))
                .body(VALUES + "change[0]", equalTo(-1))
                .body(VALUES + "changeDisplay[0]", equalTo("-100.00%"));
    }

    /** That there was something is told of what may be told only. */
    @Test
    void whatIsWithheldOfTheOtherPeriodBringsNoRow() {
        var compared = "groupBy=domain&from=2022-01&to=2022-12&compare=previous-year";
        received(5, "330702", "TAX", "2021-05-05");
        ask("dashboard", compared)
                .body("rows.group.domain", contains("TAX"))
                .body(VALUES + "previous.value", contains(5));
        received(1, "330703", "WATER", "2021-05-05");
        ask("dashboard", compared).body("rows", hasSize(0));
        received(4, "330702", "WATER", "2022-05-05");
        ask("dashboard", compared)
                .body("rows.group.domain", contains("WATER"))
                .body(VALUES + "previous.suppressed", contains(true));
        assertEquals(List.of("TAX", "WATER"), ask(compared).getList("rows.group.domain"));
        ask("statistician", compared).body(VALUES + "previous.value", everyItem(not(equalTo(0))));
    }
}
