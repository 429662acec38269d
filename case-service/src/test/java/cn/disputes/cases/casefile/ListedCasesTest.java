package cn.disputes.cases.casefile;

import static cn.disputes.cases.office.Office.CASES;
import static cn.disputes.cases.office.Office.as;
import static cn.disputes.cases.office.Office.registered;
import static cn.disputes.deploy.testing.Together.together;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.contract.security.Caller;
import cn.disputes.contract.security.RegionScope;
import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** A list that remembers what it has shown never shows what is no longer so, nor to one what was another's to see. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class ListedCasesTest {
    private static final String REGION = "330723";

    private static final CaseLists.Kind<UUID> KIND = new CaseLists.Kind<>(
            "reconsideration", "received_on", (row, context) -> row.getObject("id", UUID.class), id -> id, id -> null);

    @Inject
    Jdbi jdbi;

    @Inject
    ListedCases listed;

    private static JsonPath listed(String role, String name, String number) {
        var list = as(name, REGION, role).queryParam("caseNumber", number).get(CASES);
        assertEquals(200, list.statusCode());
        assertEquals(1, list.jsonPath().getList("items").size());
        return list.jsonPath();
    }

    private static String number(ValidatableResponse made) {
        return made.extract().path("caseNumber");
    }

    private void change(ValidatableResponse made, String set) {
        jdbi.useHandle(h -> h.createUpdate("UPDATE reconsideration SET " + set + " WHERE id = :id")
                .bind("id", UUID.fromString(made.extract().path("id")))
                .execute());
    }

    @Test
    void whatIsKeptSaysWhatWasReadFirst() {
        var made = registered(REGION);
        var first = listed("case-officer", "收案", number(made)).prettify();
        assertEquals(first, listed("case-officer", "收案", number(made)).prettify());
        assertTrue(first.contains("请求撤销（虚构）") && first.contains("合成甲"), first);
    }

    @Test
    void aRowThatChangedIsReadAgainThoughItsVersionStayed() {
        var made = registered(REGION);
        listed("case-officer", "收案", number(made));
        change(made, "claims = '另一请求（虚构）'");
        assertEquals("另一请求（虚构）", listed("case-officer", "收案", number(made)).getString("items[0].claims"));
    }

    @Test
    void oneSeesTheNameAndTheOtherTheMaskWhoeverLooksFirst() {
        for (var wholeFirst : new boolean[] {true, false}) {
            var made = registered(REGION);
            for (var look = 0; look < 4; look++) {
                var whole = wholeFirst == (look % 2 == 0);
                var seen = listed(whole ? "case-officer" : "coordinator", "某人", number(made));
                assertEquals(whole ? "合成甲" : "合*", seen.getString("items[0].applicants[0].name"));
                if (!whole) assertNull(seen.getString("items[0].claims"));
            }
        }
    }

    @Test
    void whoNoLongerHasTheCaseSeesTheMaskAtOnce() {
        var made = registered(REGION);
        assertEquals("合成甲", listed("case-officer", "路人", number(made)).getString("items[0].applicants[0].name"));
        change(made, "assigned_to = '承办'");
        assertEquals("合*", listed("case-officer", "路人", number(made)).getString("items[0].applicants[0].name"));
        assertEquals("合成甲", listed("case-officer", "承办", number(made)).getString("items[0].applicants[0].name"));
    }

    @Test
    void aCaseThatLeavesTheListWhileItIsReadIsNotShown() {
        var made = registered(REGION);
        var found = new ListedCases.Row(
                UUID.fromString(made.extract().path("id")), LocalDate.of(2025, 3, 3), 1, 0, Handling.NOBODY);
        assertEquals(1, read(found).size());
        change(made, "region_code = '330784'");
        assertEquals(List.of(), read(found));
    }

    private List<ListedCases.Shown> read(ListedCases.Row found) {
        var filter = new CaseFilter()
                .ofRegion(new Caller(QuarkusSecurityIdentity.builder()
                        .setPrincipal(() -> "收案")
                        .addAttribute(RegionScope.class.getName(), new RegionScope(REGION))
                        .build()));
        var viewer = new Viewer("收案", false, true);
        return jdbi.withHandle(h -> listed.of(h, KIND, filter, List.of(found), viewer, (id, who) -> id));
    }

    @Test
    void noListIsOlderThanWhatWasSavedBeforeItWasAskedFor() throws Exception {
        var made = registered(REGION);
        String id = made.extract().path("id");
        var saved = new AtomicLong(1);
        var steps = new Map[] {
            Map.of("type", "ACCEPTED", "on", "2025-03-05", "procedure", "ORDINARY"),
            Map.of("type", "COPY_SERVED", "on", "2025-03-06"),
            Map.of("type", "SUSPENDED", "on", "2025-03-10", "ground", 7),
            Map.of("type", "RESUMED", "on", "2025-03-20")
        };
        var late = together(6, thread -> () -> {
                    if (thread == 0) {
                        for (var step : steps) {
                            as("收案", REGION, "case-officer")
                                    .header("If-Match", "\"v" + saved.get() + "\"")
                                    .body(step)
                                    .post(CASES + "/" + id + "/steps")
                                    .then()
                                    .statusCode(201);
                            saved.incrementAndGet();
                        }
                        return 0;
                    }
                    var older = 0;
                    while (saved.get() <= steps.length) {
                        var known = saved.get();
                        var role = thread % 2 == 0 ? "case-officer" : "coordinator";
                        if (listed(role, "收案", number(made)).getLong("items[0].version") < known) older++;
                    }
                    return older;
                })
                .stream()
                .mapToInt(Integer::intValue)
                .sum();
        assertEquals(0, late);
        assertEquals(5, listed("coordinator", "收案", number(made)).getLong("items[0].version"));
    }
}
