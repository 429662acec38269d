package cn.disputes.stats.dashboard;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Without an identity provider the page goes by pasted tokens, and says so when it is asked for a login. */
@QuarkusTest
@QuarkusTestResource(value = PostgresTestResource.class, restrictToAnnotatedClass = true)
class NoLoginTest {
    @ParameterizedTest
    @ValueSource(strings = {"login", "login?back=period%3D2022", "logout"})
    void thereIsNoLogin(String path) {
        given().header("Accept-Language", "en-GB,en;q=0.9")
                .get("/dashboard/" + path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("login-not-offered"))
                .body("title", containsString("No login"));
        given().get("/dashboard/" + path).then().statusCode(404).body("title", equalTo("此服务未配置登录"));
    }

    @Test
    void thePageIsToldSo() {
        given().get("/dashboard/token")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("login", equalTo("off"));
        given().get("/dashboard/session.js")
                .then()
                .statusCode(200)
                .contentType(containsString("text/javascript"))
                .header("X-Content-Type-Options", "nosniff")
                .body(containsString("export async function token"));
    }
}
