package cn.disputes.deploy.run;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A bulk load whose service is killed in the middle: after the restart every row is there once. */
@Tag("faults")
class ImportKillIT {
    private static final int ROWS = 50_000;
    private static final String HEADER = "caseNumber,regionCode,receivedOn,channel,applicantKind,applicantName,"
            + "respondentCode,respondentName,domain,actType,acceptedOn,concludedOn,outcome\n";

    private static byte[] file() {
        var text = new StringBuilder(HEADER);
        for (var i = 1; i <= ROWS; i++) {
            text.append("断电〔2022〕")
                    .append(i)
                    .append("号,330702,2022-03-01,ONLINE,NATURAL_PERSON,合成")
                    .append(i)
                    .append(",11330700002592265Y,金华市司法局,OTHER,PENALTY,2022-03-02,2022-04-01,UPHELD\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void everyRowIsThereOnceAfterAKill() throws Exception {
        var folder = Path.of("target/import-kill-it").toAbsolutePath();
        Files.createDirectories(folder.getParent());
        try (var suite = new RunningSuite(folder, RunningSuite.freePorts(3)).start("--reset", "--empty")) {
            assertEquals(
                    1,
                    suite.output()
                            .lines()
                            .filter(line -> line.contains("/board/#token="))
                            .count(),
                    "without the sample there is no leader");
            var token = suite.token("--role", "case-officer", "--region", "330700");
            var location = given().auth()
                    .oauth2(token)
                    .contentType("text/csv")
                    .body(file())
                    .post(suite.url(0, "/v1/imports?kind=reconsiderations"))
                    .then()
                    .statusCode(202)
                    .extract()
                    .header("Location");
            var path = location.substring(location.indexOf("/v1/"));
            var before = await().pollInterval(Duration.ofMillis(20))
                    .until(() -> job(suite, token, path), job -> job.getInt("processed") > 0);
            suite.service("case-service").destroyForcibly();
            assertTrue(before.getInt("processed") < ROWS, "killed too late to show anything");
            var after = await().atMost(Duration.ofMinutes(3))
                    .ignoreExceptions()
                    .until(() -> job(suite, token, path), job -> !job.getString("status")
                            .equals("RUNNING"));
            assertEquals("DONE", after.getString("status"));
            assertEquals(ROWS, after.getInt("total"));
            assertEquals(ROWS, after.getInt("created"));
            assertEquals(0, after.getInt("unchanged") + after.getInt("updated") + after.getInt("rejected"));
            var listed = given().auth()
                    .oauth2(token)
                    .get(suite.url(0, "/v1/reconsiderations?count=true&limit=1"))
                    .jsonPath();
            assertEquals(ROWS, listed.getInt("total"));
        }
    }

    private static JsonPath job(RunningSuite suite, String token, String path) {
        return given().auth()
                .oauth2(token)
                .get(suite.url(0, path))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
