package cn.disputes.cases.bulk;

import static cn.disputes.cases.bulk.Loads.HEADER;
import static cn.disputes.cases.bulk.Loads.finished;
import static cn.disputes.cases.bulk.Loads.load;
import static cn.disputes.cases.bulk.Loads.row;
import static cn.disputes.cases.bulk.Loads.send;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Which files can be read, and what is said of those that cannot. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class ImportFileTest {
    @Inject
    Jdbi jdbi;

    @Test
    void readsGbkAndAMarkAtTheBeginning() {
        var gbk = load("reconsiderations", HEADER + row("国标〔2022〕1号", "330784", ""), Charset.forName("GBK"));
        assertEquals(1, gbk.getInt("created"), gbk.prettify());
        var mark = load("reconsiderations", "\ufeff" + HEADER + row("国标〔2022〕1号", "330784", ""));
        assertEquals(1, mark.getInt("unchanged"), mark.prettify());
    }

    @Test
    void aFileThatCannotBeReadIsRefusedAndLeavesNothing() {
        var before = jdbi.withHandle(h -> h.createQuery("SELECT count(*) FROM import_job")
                .mapTo(Long.class)
                .one());
        send("reconsiderations", new byte[0], "case-officer")
                .then()
                .statusCode(400)
                .body("code", equalTo("file-empty"));
        send("reconsiderations", "a,".repeat(200_000).getBytes(StandardCharsets.UTF_8), "case-officer")
                .then()
                .statusCode(400);
        send("reconsiderations", new byte[17 * 1024 * 1024], "case-officer")
                .then()
                .statusCode(413)
                .body("detail", containsString("16"));
        var after = jdbi.withHandle(h -> h.createQuery("SELECT count(*) FROM import_job")
                .mapTo(Long.class)
                .one());
        assertEquals(before, after);
    }

    @Test
    void aDayThatDoesNotExistIsNamedByLineAndColumn() {
        var job = load(
                "reconsiderations",
                HEADER + row("日期〔2022〕1号", "330784", "") + row("日期〔2022〕2号", "330784", "2022-02-30"));
        assertEquals(List.of(1, 1), List.of(job.getInt("created"), job.getInt("rejected")));
        assertEquals(3, job.getInt("errors[0].line"));
        assertEquals("concludedOn", job.getString("errors[0].field"));
        assertEquals("DONE", finished("/v1/imports/" + job.getString("id")).getString("status"));
    }
}
