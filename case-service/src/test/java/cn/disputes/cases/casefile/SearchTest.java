package cn.disputes.cases.casefile;

import static cn.disputes.cases.office.Office.CASES;
import static cn.disputes.cases.office.Office.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class SearchTest {
    private static final String REGION = "330781";

    @Inject
    Jdbi jdbi;

    private static String registered(String applicant) {
        return as("检索", REGION, "case-officer")
                .body(Map.of(
                        "regionCode", REGION,
                        "receivedOn", "2025-03-03",
                        "channel", "POST",
                        "applicants", List.of(Map.of("kind", "NATURAL_PERSON", "name", applicant)),
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

    @Test
    void findsAnyPartOfAName() {
        var one = registered("龘靐齉");
        var other = registered("龘龘靐");
        assertFinds("龘", one, other);
        assertFinds("龘靐", one, other);
        assertFinds("龘龘", other);
        assertFinds("靐齉", one);
        assertFinds("龘靐齉", one);
        assertFinds("龘龘靐齉");
        assertFinds("龘%齉");
        assertFinds("靐龘");
    }

    private static void assertFinds(String text, String... ids) {
        var found = as("检索", REGION, "case-officer")
                .queryParam("q", text)
                .get(CASES)
                .then()
                .statusCode(200);
        if (ids.length == 2) found.body("items.id", contains(ids[1], ids[0]));
        else if (ids.length == 1) found.body("items.id", contains(ids[0]));
        else found.body("items", hasSize(0));
    }

    /** A coordinator, who sees masks only, would spell the name out of what is found and what is not. */
    @ParameterizedTest
    @ValueSource(strings = {"reconsiderations", "litigations"})
    void whoSeesMasksFindsNobodyByName(String list) {
        registered("鱻羴猋");
        var found = as("统筹", REGION, "coordinator")
                .body(Map.of("q", "鱻羴"))
                .post("/v1/" + list + "/search")
                .then()
                .statusCode(200);
        found.body("items", hasSize(0));
    }

    @Test
    void whoSeesMasksFindsByNumberAndAgency() {
        var id = registered("鱻羴猋");
        var number = as("检索", REGION, "case-officer").get(CASES + "/" + id).path("caseNumber");
        var agency = as("检索", REGION, "case-officer").get(CASES + "/" + id).path("respondentName");
        for (var text : List.of(number, agency)) {
            as("统筹", REGION, "coordinator")
                    .body(Map.of("q", text, "limit", 500))
                    .post(CASES + "/search")
                    .then()
                    .statusCode(200)
                    .body("items.id", hasItem(id));
        }
    }

    /** Read from the index, and no more than what has the text: two letters are enough to tell. */
    @ParameterizedTest
    @CsvSource({"reconsideration, 龘靐", "reconsideration, 公安局", "reconsideration, 〔2025〕12", "litigation, 龘靐"})
    void readsTheIndexForTwoLetters(String table, String text) {
        var filter = new CaseFilter().containing(text);
        var plan = jdbi.inTransaction(h -> {
            h.execute("SET LOCAL enable_seqscan = off");
            h.execute("SET LOCAL enable_indexscan = off");
            return String.join(
                    "\n",
                    h.createQuery("EXPLAIN SELECT id FROM " + table + " WHERE "
                                    + filter.where().replaceFirst("^.*?search_text", "search_text"))
                            .bindMap(filter.values())
                            .mapTo(String.class)
                            .list());
        });
        assertTrue(plan.contains("Bitmap Index Scan on " + table + "_search"), plan);
        assertTrue(plan.contains("Index Cond: (regexp_replace"), plan);
    }

    /** A GIN index that has no part of the text to look for hands out everything. */
    @ParameterizedTest
    @ValueSource(strings = {"靁靂", "靂靃"})
    void theIndexTellsTwoLettersApart(String text) {
        registered("靁靂靃");
        for (var i = 0; i < 20; i++) registered("张三");
        var filter = new CaseFilter().containing(text);
        var plan = jdbi.inTransaction(h -> {
            h.execute("SET LOCAL enable_seqscan = off");
            h.execute("SET LOCAL enable_indexscan = off");
            return String.join(
                    "\n",
                    h.createQuery(
                                    "EXPLAIN (ANALYZE, TIMING OFF, COSTS OFF, FORMAT JSON) SELECT id FROM reconsideration WHERE "
                                            + filter.where().replaceFirst("^.*?search_text", "search_text"))
                            .bindMap(filter.values())
                            .mapTo(String.class)
                            .list());
        });
        var bitmap = plan.substring(plan.indexOf("Bitmap Index Scan"));
        var rows = Double.parseDouble(bitmap.replaceFirst("(?s)^.*?\"Actual Rows\": ([0-9.]+).*$", "$1"));
        assertTrue(rows < 20, plan);
    }
}
