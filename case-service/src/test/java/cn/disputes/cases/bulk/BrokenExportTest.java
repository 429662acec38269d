package cn.disputes.cases.bulk;

import static cn.disputes.cases.office.Office.CASES;
import static cn.disputes.cases.office.Office.as;
import static cn.disputes.deploy.local.TestTokens.token;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An export that breaks off half-way reaches nobody as a shorter file that looks whole. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class BrokenExportTest {
    private static final String REGION = "330702";
    /** More than the server gathers before it sends its first bytes. */
    private static final int CASES_BEFORE = 30;

    @Inject
    Jdbi jdbi;

    @TestHTTPResource
    URI server;

    private String unreadable;

    private static String registered(String on) {
        var applicants = IntStream.rangeClosed(1, 20)
                .mapToObj(i -> Map.of("kind", "NATURAL_PERSON", "name", "合成断" + "字".repeat(80) + i))
                .toList();
        return as("断档登记", REGION, "case-officer")
                .body(Map.of(
                        "regionCode", REGION,
                        "receivedOn", on,
                        "channel", "POST",
                        "applicants", applicants,
                        "respondentCode", "11330700002592265Y",
                        "actType", "PENALTY",
                        "domain", "OTHER",
                        "claims", "请求撤销（虚构）"))
                .post(CASES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** A list is exported from its newest case to its oldest, so the oldest breaks it at its end. */
    @BeforeEach
    void aCaseNobodyCanRead() {
        unreadable = registered("2025-06-02");
        for (var i = 0; i < CASES_BEFORE; i++) registered("2025-06-03");
        jdbi.useHandle(h -> {
            h.execute(
                    "CREATE TABLE kept_whole AS SELECT applicants FROM reconsideration WHERE id = ?::uuid", unreadable);
            h.execute("UPDATE reconsideration SET applicants = '5' WHERE id = ?::uuid", unreadable);
        });
    }

    @AfterEach
    void readableAgain() {
        jdbi.useHandle(h -> {
            h.execute(
                    "UPDATE reconsideration SET applicants = k.applicants FROM kept_whole k WHERE id = ?::uuid",
                    unreadable);
            h.execute("DROP TABLE kept_whole");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void theReceiverSeesThatItIsNotWhole(String format) {
        var request = HttpRequest.newBuilder(server.resolve("/v1/exports?kind=reconsiderations&receivedFrom=2025-06-02"
                        + "&receivedTo=2025-06-03&regionCode=" + REGION + "&format=" + format))
                .header(
                        "Authorization",
                        "Bearer "
                                + token("case-officer")
                                        .region(REGION)
                                        .name("断档" + format)
                                        .sign())
                .build();
        var client = HttpClient.newHttpClient();
        assertThrows(IOException.class, () -> {
            var whole = client.send(request, BodyHandlers.ofByteArray());
            // an answer that had not begun may still be an error
            if (whole.statusCode() >= 500) throw new IOException("refused");
        });
        // begun, never counted
        List<String> trail = as("审计", REGION, "auditor")
                .get("/v1/audit?action=EXPORTED&subject=断档" + format)
                .then()
                .extract()
                .path("items.detail");
        assertThat(trail, hasSize(1));
    }
}
