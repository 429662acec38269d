package cn.disputes.stats.release;

import static cn.disputes.stats.Cases.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.RegionScope;
import cn.disputes.deploy.local.PostgresTestResource;
import cn.disputes.stats.Cases;
import cn.disputes.stats.Told;
import cn.disputes.stats.figures.Cut;
import cn.disputes.stats.figures.Rows;
import cn.disputes.stats.indicators.Indicators;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What whoever goes round the database's own guard leaves behind, and what a large year costs. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class SealTest {
    @Inject
    Jdbi jdbi;

    @Inject
    ReleaseStore store;

    @Inject
    Rows rows;

    private void tamper(String table, String sql, Object... args) {
        jdbi.useTransaction(h -> {
            h.execute("ALTER TABLE " + table + " DISABLE TRIGGER USER");
            assertTrue(h.execute(sql, args) > 0);
            h.execute("ALTER TABLE " + table + " ENABLE TRIGGER USER");
        });
    }

    @Test
    void whateverIsChangedBehindItsBackShows() {
        SmallYear.load(jdbi);
        for (var sql : new String[] {
            "UPDATE release SET content = replace(content, '330702', '330703') WHERE id = ?::uuid",
            "UPDATE release_case SET content = replace(content, 'UPHELD', 'REVOKED') WHERE release_id = ?::uuid",
            "DELETE FROM release_case WHERE release_id = ?::uuid AND position = (SELECT max(position) FROM release_case)",
            "UPDATE release_list SET members = '0' WHERE release_id = ?::uuid AND indicator = 'LOSS_RATE'",
            "DELETE FROM release_list WHERE release_id = ?::uuid AND indicator = 'LOSS_RATE'"
        }) {
            var id = SmallYear.sealed();
            if (sql.contains("max(position)"))
                sql = sql.replace("FROM release_case)", "FROM release_case WHERE release_id = '" + id + "')");
            tamper(sql.split(" ")[sql.startsWith("DELETE") ? 2 : 1], sql, id);
            as("statistician").get("/v1/releases/" + id).then().statusCode(200).body("seal.intact", equalTo(false));
            for (var path : new String[] {"?format=docx", "?format=xlsx", "/narrative", "/restatement"})
                as("statistician")
                        .get("/v1/releases/" + id + path)
                        .then()
                        .statusCode(409)
                        .body("code", equalTo("seal-broken"));
        }
    }

    /** Even with the hash made to fit: a number its cases do not add up to is not said. */
    @Test
    void aNumberItsCasesDoNotAddUpToIsRefused() {
        SmallYear.load(jdbi);
        var id = SmallYear.sealed();
        tamper(
                "release_list",
                "UPDATE release_list SET members = '0' WHERE release_id = ?::uuid AND indicator = 'LOSS_RATE'"
                        + " AND row_set = 'NUMERATOR'",
                id);
        var hash = jdbi.withHandle(h -> store.find(h, UUID.fromString(id), new RegionScope("330700"))
                .orElseThrow()
                .recomputed());
        tamper("release", "UPDATE release SET hash = ? WHERE id = ?::uuid", hash, id);
        as("statistician").get("/v1/releases/" + id).then().body("seal.intact", equalTo(true));
        as("statistician")
                .get("/v1/releases/" + id + "/narrative")
                .then()
                .statusCode(409)
                .body("code", equalTo("does-not-add-up"))
                .body("title", containsString("LOSS_RATE"));
        as("statistician").get("/v1/releases/" + id + "?format=docx").then().statusCode(409);
    }

    /** Ten thousand cases in seconds, and the same seal after as many later changes. */
    @Test
    void aYearOfTenThousandCases() {
        Told.empty(jdbi);
        var cases = new ArrayList<Cases>();
        for (var i = 0; i < 10_000; i++) {
            var month = "2022-%02d-".formatted(i % 12 + 1);
            cases.add(
                    i % 4 == 0
                            ? Cases.suit("BL" + i, month + "05")
                                    .heard("DEPUTY")
                                    .concluded(month + "20", "CLAIM_REJECTED")
                            : Cases.reconsideration("BR" + i, month + "05").concluded(month + "20", "UPHELD"));
        }
        Cases.apply(jdbi, cases);
        // as the database does by itself, a little later
        jdbi.useHandle(h -> h.execute("ANALYZE fact"));
        var started = Instant.now();
        var sealed = SmallYear.seal();
        var took = Duration.between(started, Instant.now());
        assertEquals(10_000, sealed.getInt("release.caseCount"));
        assertTrue(took.toSeconds() < 30, "sealing took " + took);
        Cases.apply(
                jdbi,
                cases.stream()
                        .map(one -> one.later(2, "2023-06-01T00:00:00Z").with("outcome", "WITHDRAWN"))
                        .toList());
        as("statistician")
                .get("/v1/releases/" + sealed.getString("release.id"))
                .then()
                .body("seal.intact", equalTo(true))
                .body("seal.hash", equalTo(sealed.getString("seal.hash")));
        as("statistician")
                .get("/v1/releases/" + sealed.getString("release.id")
                        + "/restatement?indicators=RECONSIDERATION_SETTLEMENT_RATE&limit=5")
                .then()
                .statusCode(200)
                .body("caseCount", equalTo(7500))
                .body("figures[0].numerator.entered", equalTo(7500));
    }

    /** More cases than a release holds: refused, and nothing of it is there. */
    @Test
    void whatIsTooLargeLeavesNothingBehind() {
        Told.empty(jdbi);
        SmallYear.load(jdbi);
        var before = kept();
        var most = 20;
        var refused = assertThrows(
                ProblemException.class,
                () -> jdbi.useHandle(h -> Gathering.of(
                        h,
                        rows,
                        Indicators.all(),
                        new Cut(YearMonth.of(2022, 1), YearMonth.of(2022, 12), "330700", null),
                        most)));
        assertEquals("too-large-to-seal", refused.code().code());
        assertEquals(422, refused.code().status());
        as("statistician")
                .contentType(ContentType.JSON)
                .body("{\"title\":\"" + "长".repeat(201) + "\",\"from\":\"2022-01\",\"to\":\"2022-12\"}")
                .post("/v1/releases")
                .then()
                .statusCode(400);
        assertEquals(before, kept());
    }

    private long kept() {
        return jdbi.withHandle(
                h -> h.createQuery("SELECT (SELECT count(*) FROM release) + (SELECT count(*) FROM release_case)"
                                + " + (SELECT count(*) FROM release_list)")
                        .mapTo(Long.class)
                        .one());
    }
}
