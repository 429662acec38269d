package cn.disputes.alerts.alert;

import static cn.disputes.alerts.Courts.alert;
import static cn.disputes.alerts.Courts.court;
import static cn.disputes.alerts.Courts.number;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.Test;

/** Many versions of one alert, many of them late. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class LateRevisionsTest {
    @Inject
    Jdbi jdbi;

    private static List<Map<String, Object>> versions(String source, int from, int to) {
        var first = alert(source, "late", source, "2021-05-01", "GROUP_CASE");
        return IntStream.rangeClosed(from, to)
                .mapToObj(revision -> {
                    Map<String, Object> version = new HashMap<>(first);
                    version.put("revision", revision);
                    version.put("note", "第" + revision);
                    return version;
                })
                .toList();
    }

    private static List<Integer> posted(List<Map<String, Object>> rows, String status) {
        return court().body(Map.of("items", rows))
                .post("/v1/alerts/batch")
                .then()
                .statusCode(200)
                .body("items.status", everyItem(equalTo(status)))
                .extract()
                .path("items.revision");
    }

    @Test
    void whetherTheyWereHereBeforeIsAskedOnceForAll() {
        var suit = number();
        posted(versions(suit, 100, 100), "CREATED");
        var late = versions(suit, 1, 60);
        assertEquals(IntStream.rangeClosed(2, 61).boxed().toList(), posted(late, "OUTDATED"));
        var statements = new AtomicInteger();
        var before = jdbi.getConfig(SqlStatements.class).getSqlLogger();
        jdbi.setSqlLogger(new SqlLogger() {
            @Override
            public void logAfterExecution(StatementContext context) {
                if (context.getRawSql().contains("alert_revision")) statements.incrementAndGet();
            }
        });
        try {
            assertEquals(IntStream.rangeClosed(2, 61).boxed().toList(), posted(late, "OUTDATED"));
        } finally {
            jdbi.setSqlLogger(before);
        }
        assertEquals(1, statements.get());
        // one that comes twice in a batch is kept once, too
        var again = new ArrayList<>(versions(suit, 61, 61));
        again.addAll(versions(suit, 61, 61));
        assertEquals(List.of(62, 62), posted(again, "OUTDATED"));
    }

    /** Of the same age as the one in force it would be no late one, were it not for the newer that comes with it. */
    @Test
    void anEarlierVersionThatComesBehindANewerInOneBatchIsKnownAgain() {
        var suit = number();
        var first = alert(suit, "late", suit, "2021-05-01", "GROUP_CASE");
        var second = new HashMap<>(first);
        second.put("note", "二");
        posted(List.of(first), "CREATED");
        posted(List.of(second), "REVISED");
        var third = new HashMap<>(first);
        third.put("raisedOn", "2021-05-02");
        court().body(Map.of("items", List.of(third, first)))
                .post("/v1/alerts/batch")
                .then()
                .body("items.status", equalTo(List.of("REVISED", "OUTDATED")))
                .body("items.revision", equalTo(List.of(3, 1)));
    }

    @Test
    void revisionsAreReadByPages() {
        var suit = number();
        posted(versions(suit, 1, 1), "CREATED");
        posted(versions(suit, 2, 5), "REVISED");
        var id = court().get("/v1/alerts?source=" + suit).<String>path("items[0].id");
        var read = new ArrayList<Integer>();
        String cursor = null;
        do {
            var page = court().queryParam("limit", 2)
                    .queryParam("cursor", cursor == null ? "" : cursor)
                    .get("/v1/alerts/" + id + "/revisions")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            read.addAll(page.getList("items.revision"));
            cursor = page.getString("next");
        } while (cursor != null);
        assertEquals(List.of(1, 2, 3, 4, 5), read);
        var whole = court().get("/v1/alerts/" + id + "/revisions").then().body("items", hasSize(5));
        assertNull(whole.extract().path("next"));
        court().get("/v1/alerts/" + id + "/revisions?cursor=forged").then().statusCode(400);
        court().get("/v1/alerts/" + id + "/revisions?limit=0").then().statusCode(400);
    }
}
