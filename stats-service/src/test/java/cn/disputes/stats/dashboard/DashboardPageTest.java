package cn.disputes.stats.dashboard;

import static cn.disputes.deploy.local.TestTokens.token;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.disputes.contract.codes.ActType;
import cn.disputes.contract.codes.Code;
import cn.disputes.contract.codes.Domain;
import cn.disputes.contract.codes.LitigationOutcome;
import cn.disputes.contract.codes.ReconsiderationOutcome;
import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page as it is served; what it does in a browser is for others. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class DashboardPageTest {
    private static final Path FOLDER = Path.of("src/main/resources/META-INF/resources/dashboard");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/dashboard",
                "/dashboard/page.js",
                "/dashboard/page.css",
                "/_static/echarts/6.0.0/dist/echarts.min.js"
            })
    void isOpenToAnybodyAndRunsNothingFromElsewhere(String path) {
        given().get(path)
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", startsWith("default-src 'self'"))
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Referrer-Policy", equalTo("no-referrer"))
                .header("Cache-Control", equalTo("no-cache"));
    }

    @Test
    void isOneAddressWithAndWithoutASlash() {
        given().redirects()
                .follow(false)
                .get("/dashboard/?period=2022")
                .then()
                .statusCode(308)
                .header("Location", equalTo("../dashboard?period=2022"));
        given().get("/dashboard?period=2022").then().statusCode(200).body(containsString("dashboard/page.js"));
    }

    @Test
    void namesTheRegionsOfTheCallerOnly() {
        given().auth()
                .oauth2(token("dashboard").sign())
                .get("/v1/regions")
                .then()
                .statusCode(200)
                .body("items", hasSize(10))
                .body("items.code", everyItem(startsWith("3307")));
        given().auth()
                .oauth2(token("dashboard").region("330782").sign())
                .get("/v1/regions")
                .then()
                .statusCode(200)
                .body("items.name", equalTo(List.of("义乌市")));
        given().get("/v1/regions").then().statusCode(401);
    }

    @Test
    void knowsEveryCodeInBothLanguages() throws IOException {
        var script = Files.readString(FOLDER.resolve("codes.js"));
        var missing = new ArrayList<String>();
        Stream.<Code[]>of(
                        Domain.values(), ActType.values(), ReconsiderationOutcome.values(), LitigationOutcome.values())
                .flatMap(Stream::of)
                .map(code -> "%s: ['%s', '%s']".formatted(code.name(), code.zh(), code.en()))
                .filter(entry -> !script.contains(entry))
                .forEach(missing::add);
        assertEquals(List.of(), missing);
    }

    @Test
    void everyWordThatIsAskedForIsThere() throws IOException {
        var words = Files.readString(FOLDER.resolve("words.js"));
        var missing = new ArrayList<String>();
        try (var files = Files.list(FOLDER)) {
            for (var file : files.filter(f -> f.toString().endsWith(".js")).toList()) {
                var text = Files.readString(file);
                var asked = java.util.regex.Pattern.compile("\\bt\\('(\\w+)'").matcher(text);
                while (asked.find())
                    if (!words.contains(asked.group(1) + ": ['"))
                        missing.add(file.getFileName() + " " + asked.group(1));
            }
        }
        assertEquals(List.of(), missing);
    }
}
