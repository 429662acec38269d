package cn.disputes.stats.figures;

import static cn.disputes.stats.Cases.as;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import cn.disputes.deploy.local.PostgresTestResource;
import cn.disputes.stats.Told;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A small number does not follow from other counts that are shown either. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class LinkedCountsTest {
    private static final String KINDS = "SUPERVISION_ISSUED,SUPERVISION_ISSUED:OPINION,SUPERVISION_ISSUED:ADVICE,"
            + "SUPERVISION_ISSUED:ENFORCEMENT_SUPERVISION";
    private static final String FLOWS =
            "RECONSIDERATIONS_RECEIVED,RECONSIDERATIONS_CONCLUDED,RECONSIDERATIONS_PENDING,CORRECTION_RATE";
    private static final int MONTHS = 12;

    @Inject
    Jdbi jdbi;

    @Inject
    CellRebuild rebuild;

    @BeforeEach
    void empty() {
        Told.empty(jdbi);
    }

    private void documents(String region, int month, String kind, int number) {
        jdbi.useHandle(h -> h.createUpdate(
                        """
                        INSERT INTO fact (id, version, known_from, kind, case_number, region_code, received_on, sub_kind)
                        SELECT gen_random_uuid(), 1, now(), 'SUPERVISION_DOCUMENT', :region || :kind || :month || n, :region,
                               make_date(2022, :month, 5), :kind
                        FROM generate_series(1, :number) n""")
                .bind("region", region)
                .bind("month", month)
                .bind("kind", kind)
                .bind("number", number)
                .execute());
    }

    private void cases(String region, int received, int concluded, String outcome, int number) {
        jdbi.useHandle(h -> h.createUpdate(
                        """
                        INSERT INTO fact (id, version, known_from, kind, case_number, region_code, received_on, concluded_on,
                                          outcome)
                        SELECT gen_random_uuid(), 1, now(), 'RECONSIDERATION',
                               :region || :outcome || :received || '-' || :concluded || '-' || n, :region,
                               make_date(2022, :received, 5), make_date(2022, :concluded, 20), :outcome
                        FROM generate_series(1, :number) n""")
                .bind("region", region)
                .bind("received", received)
                .bind("concluded", concluded)
                .bind("outcome", outcome)
                .bind("number", number)
                .execute());
    }

    private JsonPath months(String region, String indicators) {
        while (!rebuild.run()) Thread.onSpinWait();
        return as("dashboard", "330700")
                .get("/v1/statistics?from=2022-01&to=2022-12&groupBy=month&region=" + region + "&indicators="
                        + indicators)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static void withheld(JsonPath months, String indicators, Boolean suppressed) {
        for (var code : indicators.split(",")) {
            List<Boolean> all = months.getList("rows.values.'" + code + "'.suppressed");
            assertThat(code, all.size(), is(MONTHS));
            assertThat(code, all, everyItem(suppressed == null ? nullValue() : is(suppressed)));
        }
    }

    /** Issued 5, of these opinions 4 and no supervision notice: one advice, which alone would be withheld. */
    @Test
    void aKindIsNotWhatTheOtherKindsLeaveOfTheWhole() {
        for (var month = 1; month <= MONTHS; month++) {
            for (var kind : new String[] {"OPINION", "ADVICE", "ENFORCEMENT_SUPERVISION"}) {
                if (month != 3) documents("330702", month, kind, 5);
                documents("330782", month, kind, 5);
                documents("330783", month, kind, 5);
            }
        }
        documents("330702", 3, "OPINION", 4);
        documents("330702", 3, "ADVICE", 1);
        withheld(months("330702", KINDS), KINDS, true);
        // one more keeps it company, the third is shown
        withheld(months("330783", KINDS), KINDS, null);
        // asked for one by one, from a rate that has the same count in it, or with others
        for (var one : (KINDS + ",RECTIFICATION_RATE").split(",")) withheld(months("330702", one), one, true);
    }

    /** What came in and what is left say what was concluded, month by month. */
    @Test
    void aFlowIsNotWhatTheOtherAndTheStockSay() {
        for (var region : new String[] {"330702", "330782", "330783"}) {
            for (var month = 1; month < MONTHS; month++) {
                cases(region, month, month + 1, "UPHELD", month == 4 && region.equals("330702") ? 1 : 5);
                cases(region, month, MONTHS, "UPHELD", 5);
            }
            cases(region, MONTHS, MONTHS, "UPHELD", 5);
            cases(region, 1, 1, "UPHELD", 5);
        }
        withheld(months("330702", FLOWS), FLOWS, true);
        withheld(months("330783", FLOWS), FLOWS, null);
    }

    /** Six concluded, five of them after admission: one not admitted. */
    @Test
    void aVariantDoesNotSayHowFewItLeavesOut() {
        for (var region : new String[] {"330702", "330782", "330783"})
            for (var month = 1; month <= MONTHS; month++) cases(region, month, month, "UPHELD", 5);
        cases("330702", 3, 3, "REFUSED", 1);
        var both = months("330702", "RECONSIDERATIONS_CONCLUDED,RECONSIDERATIONS_CONCLUDED:ADMITTED");
        withheld(both, "RECONSIDERATIONS_CONCLUDED", null);
        withheld(both, "RECONSIDERATIONS_CONCLUDED:ADMITTED", true);
        withheld(months("330702", "CORRECTION_RATE:ADMITTED"), "CORRECTION_RATE:ADMITTED", true);
    }
}
