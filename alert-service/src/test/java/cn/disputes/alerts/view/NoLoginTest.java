package cn.disputes.alerts.view;

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
@QuarkusTestResource(PostgresTestResource.class)
class NoLoginTest {
    @ParameterizedTest
    @ValueSource(strings = {"login", "login?back=x%3D1", "logout"})
    void thereIsNoLogin(String path) {
        given().header("Accept-Language", "en-GB,en;q=0.9")
                .get("/board/" + path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("login-not-offered"))
                .body("title", containsString("No login"));
        given().get("/board/" + path).then().statusCode(404).body("title", equalTo("此服务未配置登录"));
    }

    @Test
    void thePageIsToldSo() {
        given().get("/board/token")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("login", equalTo("off"));
        given().get("/board/session.js")
                .then()
                .statusCode(200)
                .contentType(containsString("text/javascript"))
                .header("X-Content-Type-Options", "nosniff")
                .body(containsString("export async function token"));
    }
}
