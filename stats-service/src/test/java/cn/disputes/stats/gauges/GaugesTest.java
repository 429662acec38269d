package cn.disputes.stats.gauges;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.deploy.local.PostgresTestResource;
import cn.disputes.stats.Told;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Year;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class GaugesTest {
    @Inject
    Jdbi jdbi;

    @Inject
    FigureGauges gauges;

    @Inject
    Clock clock;

    private int year;

    @BeforeEach
    void empty() {
        Told.empty(jdbi);
        year = Year.now(clock).getValue();
    }

    private static Map<String, Double> scrape() {
        return given().get("/q/metrics")
                .body()
                .asString()
                .lines()
                .filter(line -> line.startsWith("disputes_figure{"))
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.lastIndexOf(' ')),
                        line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1))));
    }

    private static String of(String indicator, String region) {
        return "disputes_figure{indicator=\"" + indicator + "\",region=\"" + region + "\"}";
    }

    @Test
    void showsTheCurrentYearByCityAndCountyAndFollowsTheFacts() {
        Told.fold(
                jdbi,
                Told.suit("L1", "330702", year + "-01-10").concluded(year + "-01-20", "REVOKED"),
                Told.suit("L2", "330782", year + "-01-10").concluded(year + "-01-20", "CLAIM_REJECTED"),
                Told.suit("old", "330782", (year - 1) + "-01-10").concluded((year - 1) + "-01-20", "REVOKED"));
        gauges.refresh();
        var figures = scrape();
        assertEquals(0.5, figures.get(of("LOSS_RATE", "330700")));
        assertEquals(1, figures.get(of("LOSS_RATE", "330702")));
        assertEquals(0, figures.get(of("LOSS_RATE", "330782")));
        assertEquals(2, figures.get(of("FIRST_INSTANCE_CONCLUDED", "330700")));
        assertFalse(figures.containsKey(of("LOSS_RATE", "330703")), "nothing to divide by is no zero");
        assertEquals(0, figures.get(of("FIRST_INSTANCE_CONCLUDED", "330703")));

        Told.fold(jdbi, Told.suit("L2", "330782", year + "-01-10").then("outcome", "REVOKED"));
        assertEquals(0.5, scrape().get(of("LOSS_RATE", "330700")), "a scrape computes nothing");
        Told.fold(
                jdbi,
                Told.suit("L2", "330782", year + "-01-10")
                        .concluded(year + "-01-20", "CLAIM_REJECTED")
                        .then("outcome", "REVOKED")
                        .then("version", 3));
        gauges.refresh();
        assertEquals(1, scrape().get(of("LOSS_RATE", "330700")));
    }

    /** Cases the city deals with itself bear the code that its total is shown under. */
    @Test
    void theCitysOwnCasesAreInItsTotalAndDoNotTakeItsPlace() {
        for (var i = 0; i < 2; i++) {
            Told.fold(
                    jdbi,
                    Told.suit("own" + i, "330700", year + "-01-10").concluded(year + "-01-20", "REVOKED"),
                    Told.suit("below" + i, "330702", year + "-01-10").concluded(year + "-01-20", "CLAIM_REJECTED"));
            gauges.refresh();
        }
        var figures = scrape();
        assertEquals(4, figures.get(of("FIRST_INSTANCE_CONCLUDED", "330700")));
        assertEquals(0.5, figures.get(of("LOSS_RATE", "330700")));
        assertEquals(2, figures.get(of("FIRST_INSTANCE_CONCLUDED", "330702")));
    }

    @Test
    void everyHeadlineFigureHasAGaugeAndNothingPersonalIsInIt() {
        gauges.refresh();
        var figures = scrape();
        Headline.indicators().stream()
                .filter(i -> i.shape() == cn.disputes.stats.indicators.Indicator.Shape.COUNT)
                .forEach(i -> assertTrue(figures.containsKey(of(i.code(), "330700")), i.code()));
        assertTrue(
                figures.keySet().stream()
                        .allMatch(key -> key.matches("disputes_figure\\{indicator=\"[A-Z_]+\",region=\"\\d{6}\"}")),
                figures.toString());
    }
}
