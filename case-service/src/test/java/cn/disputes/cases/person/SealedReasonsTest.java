package cn.disputes.cases.person;

import static cn.disputes.cases.office.Office.CASES;
import static cn.disputes.cases.office.Office.as;
import static cn.disputes.cases.office.Office.assign;
import static cn.disputes.cases.office.Office.head;
import static cn.disputes.cases.office.Office.officer;
import static cn.disputes.cases.office.Office.received;
import static cn.disputes.deploy.testing.Together.together;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.cases.casefile.SealedText;
import cn.disputes.cases.privacy.DataKeys;
import cn.disputes.cases.privacy.Seal;
import cn.disputes.deploy.local.DataKeyFile;
import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Why a case changed hands and why somebody keeps away lies sealed and reads as it was written. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class SealedReasonsTest {
    private static final String REGION = "330723";
    private static final List<String> TABLES = List.of("assignment", "recusal", "recusal_lifted");

    @Inject
    Jdbi jdbi;

    @Inject
    Seal seal;

    @ConfigProperty(name = "personal-data.key")
    String key;

    /** A case with a reason of every kind. */
    private String handed(String from, String to) {
        officer(from, REGION, 100);
        officer(to, REGION, 100);
        var path = CASES + "/" + received(REGION);
        assign(path, REGION, Map.of("officer", from)).statusCode(200);
        assign(path, REGION, Map.of("officer", to, "reason", "合成甲来访时要求（虚构）")).statusCode(200);
        recused(path, to, "系合成甲近亲属（虚构）");
        head(REGION)
                .body(Map.of("reason", "与合成甲无亲属关系（虚构）"))
                .post(path + "/recusals/" + to + "/lifting")
                .then()
                .statusCode(200);
        recused(path, from, "曾为合成甲代理（虚构）");
        return path;
    }

    private static void recused(String path, String who, String reason) {
        as(who, REGION, "case-officer")
                .body(Map.of("reason", reason))
                .post(path + "/recusals")
                .then()
                .statusCode(201);
    }

    private static UUID id(String path) {
        return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    }

    private static String stored(Handle h, UUID id) {
        var all = new StringBuilder();
        for (var table : TABLES)
            all.append(h.createQuery("SELECT string_agg(t::text, ' ') FROM " + table + " t WHERE case_id = ?")
                    .bind(0, id)
                    .mapTo(String.class)
                    .one());
        return all.toString();
    }

    private static void readsAsWritten(String path) {
        head(REGION).get(path + "/assignment").then().body("items.reason", hasItems("合成甲来访时要求（虚构）", "RECUSED"));
        head(REGION)
                .get(path + "/recusals")
                .then()
                .body("items[0].reason", equalTo("曾为合成甲代理（虚构）"))
                .body("lifted[0].reason", equalTo("系合成甲近亲属（虚构）"))
                .body("lifted[0].liftReason", equalTo("与合成甲无亲属关系（虚构）"));
    }

    private void inTheClear(Handle h, UUID id) {
        h.execute("UPDATE assignment SET reason = '合成甲来访时要求（虚构）' WHERE case_id = ? AND sequence = 2", id);
        h.execute("UPDATE recusal SET reason = '曾为合成甲代理（虚构）' WHERE case_id = ?", id);
        h.execute(
                "UPDATE recusal_lifted SET reason = '系合成甲近亲属（虚构）', lift_reason = '与合成甲无亲属关系（虚构）' WHERE case_id = ?",
                id);
    }

    @Test
    void lieSealedAndReadAsWritten() {
        var path = handed("封甲", "封乙");
        var kept = jdbi.withHandle(h -> stored(h, id(path)));
        assertFalse(kept.contains("合成") || kept.contains("虚构"), kept);
        assertTrue(kept.contains("RECUSED") && kept.contains("封甲"), kept);
        readsAsWritten(path);
    }

    @Test
    void whatLiesInTheClearOrUnderAnOlderKeyIsSealedUnderTheNewest() {
        var path = handed("封丙", "封丁");
        var rotated = new Seal(DataKeys.parse(DataKeyFile.random() + "," + key));
        jdbi.useHandle(h -> {
            h.begin();
            h.execute("UPDATE recusal SET reason = '合成旧文' WHERE case_id = ?", id(path));
            var sealed = 0;
            for (var reasons : ResealedReasons.ALL) sealed += all(h, new ResealedReasons(rotated), reasons);
            assertTrue(sealed >= 4, "sealed " + sealed);
            var kept = h.createQuery("SELECT reason FROM recusal WHERE case_id = ?")
                    .bind(0, id(path))
                    .mapTo(String.class)
                    .one();
            assertTrue(kept.startsWith(rotated.newestPrefix()), kept);
            assertEquals("合成旧文", SealedText.openText(rotated, SealedText.ofOffice(id(path)), kept));
            for (var reasons : ResealedReasons.ALL) assertEquals(0, all(h, new ResealedReasons(rotated), reasons));
            assertTrue(stored(h, id(path)).contains("RECUSED"), "a code is no text");
            h.rollback();
        });
    }

    private static int all(Handle h, ResealedReasons work, ResealedReasons.Reasons reasons) {
        return Passes.all(h, ResealedReasons.FIRST, (handle, after) -> work.chunk(handle, reasons, after));
    }

    /** While several replicas seal what lay in the clear, others read it and lift what was declared. */
    @Test
    void sealingAgainstReadingAndLifting() throws Exception {
        var paths =
                IntStream.range(0, 4).mapToObj(i -> handed("封戊" + i, "封己" + i)).toList();
        jdbi.useHandle(h -> paths.forEach(path -> inTheClear(h, id(path))));
        together(8, i -> () -> {
            if (i < 4) return new ResealedReasons(seal).run(jdbi);
            readsAsWritten(paths.get(i - 4));
            return head(REGION)
                    .body(Map.of("reason", "再无关系（虚构）"))
                    .post(paths.get(i - 4) + "/recusals/封戊" + (i - 4) + "/lifting")
                    .statusCode();
        });
        new ResealedReasons(seal).run(jdbi);
        for (var path : paths) {
            var kept = jdbi.withHandle(h -> stored(h, id(path)));
            assertFalse(kept.contains("合成") || kept.contains("虚构"), kept);
            head(REGION)
                    .get(path + "/recusals")
                    .then()
                    .body("items.size()", equalTo(0))
                    .body("lifted.reason", hasItems("曾为合成甲代理（虚构）", "系合成甲近亲属（虚构）"))
                    .body("lifted.liftReason", hasItems("再无关系（虚构）", "与合成甲无亲属关系（虚构）"));
        }
    }
}
