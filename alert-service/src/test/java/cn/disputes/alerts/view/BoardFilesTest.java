package cn.disputes.alerts.view;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.alerts.risk.ActionType;
import cn.disputes.alerts.risk.EvidenceType;
import cn.disputes.alerts.risk.PlanRules;
import cn.disputes.alerts.routing.NoLeader;
import cn.disputes.contract.codes.Code;
import cn.disputes.contract.codes.RiskLevel;
import cn.disputes.contract.codes.RiskState;
import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of the page as they are served; what they do is tried in a browser. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class BoardFilesTest {
    @ParameterizedTest
    @ValueSource(strings = {"/board/", "/board/index.html", "/board/board.js", "/board/board.css"})
    void areAnyonesAndHoldTheBrowserToTheService(String file) {
        given().get(file)
                .then()
                .statusCode(200)
                .header(
                        "Content-Security-Policy",
                        allOf(
                                containsString("default-src 'none'"),
                                containsString("script-src 'self'"),
                                containsString("frame-ancestors 'none'"),
                                not(containsString("unsafe"))))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Referrer-Policy", equalTo("no-referrer"))
                .header("Cache-Control", equalTo("no-cache"));
    }

    @Test
    void areAlsoFoundWithoutTheLastSlashUnderWhateverPrefix() {
        given().redirects().follow(false).get("/board").then().statusCode(308).header("Location", equalTo("board/"));
    }

    @Test
    void nameNoOtherHostAndHoldNoScriptOrStyleInTheMarkup() {
        for (var file : List.of("/board/", "/board/board.js", "/board/session.js", "/board/board.css")) {
            var text = given().get(file).asString();
            assertTrue(!text.isEmpty() && !text.matches("(?s).*(https?:)?//[a-z0-9-]+\\.[a-z].*"), file);
        }
        var markup = given().get("/board/").asString();
        assertEquals(1, markup.split("<script").length - 1);
        assertTrue(markup.contains("<script src=\"board.js\" type=\"module\"></script>"));
        assertTrue(!markup.contains("<style") && !markup.matches("(?s).* (style|on[a-z]+)=.*"));
    }

    /** The page calls a code what the service calls it. */
    @Test
    void callACodeWhatTheServiceCallsIt() {
        var script = given().get("/board/board.js").asString();
        var missing = new ArrayList<String>();
        Stream.<Code[]>of(RiskLevel.values(), RiskState.values(), EvidenceType.values(), NoLeader.values())
                .flatMap(Stream::of)
                .map(code -> "%s: ['%s', '%s']".formatted(code.name(), code.zh(), code.en()))
                .filter(entry -> !script.contains(entry))
                .forEach(missing::add);
        Stream.of(ActionType.PLAN_FILED, ActionType.COORDINATED)
                .map(code -> "%s: ['%s', '%s']".formatted(code.name(), code.zh(), code.en()))
                .filter(entry -> !script.contains(entry))
                .forEach(missing::add);
        Stream.of(MyCaseRules.Task.values(), PlanRules.Standing.values())
                .flatMap(Stream::of)
                .filter(code -> code != PlanRules.Standing.REPLACED)
                .filter(code -> !script.contains(code + ": ['"))
                .map(Object::toString)
                .forEach(missing::add);
        assertEquals(List.of(), missing);
    }
}
