package cn.disputes.stats.release;

import static cn.disputes.stats.Cases.as;

import cn.disputes.stats.Cases;
import cn.disputes.stats.Told;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** A small 2022 after a smaller 2021, and sealing it. */
final class SmallYear {
    private SmallYear() {}

    static List<Cases> cases() {
        var cases = new ArrayList<Cases>();
        for (var i = 0; i < 12; i++) {
            var month = "2022-%02d-".formatted(i + 1);
            cases.add(Cases.reconsideration("R" + i, month + "03")
                    .region(i % 3 == 0 ? "330782" : "330702")
                    .concluded(month + "25", i % 4 == 0 ? "REVOKED" : "UPHELD"));
            cases.add(Cases.suit("L" + i, month + "05")
                    .region(i % 2 == 0 ? "330782" : "330702")
                    .heard(i % 5 == 0 ? "ABSENT" : "DEPUTY")
                    .concluded(month + "26", i % 6 == 0 ? "REVOKED" : "CLAIM_REJECTED"));
        }
        cases.add(Cases.suit("P1", "2021-03-01").concluded("2021-05-01", "CLAIM_REJECTED"));
        cases.add(Cases.suit("P2", "2021-04-01").concluded("2021-05-01", "REVOKED"));
        return cases;
    }

    static void load(Jdbi jdbi) {
        Told.empty(jdbi);
        Cases.apply(jdbi, cases());
    }

    static String body(String title) {
        return "{\"title\":\"" + title + "\",\"from\":\"2022-01\",\"to\":\"2022-12\"}";
    }

    /** Titles are sealed once, so every test has its own. */
    static String title() {
        return "公报 " + UUID.randomUUID();
    }

    static JsonPath seal() {
        return as("statistician")
                .contentType(ContentType.JSON)
                .body(body(title()))
                .post("/v1/releases")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    static String sealed() {
        return seal().getString("release.id");
    }
}
