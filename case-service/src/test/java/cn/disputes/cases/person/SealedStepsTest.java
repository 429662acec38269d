package cn.disputes.cases.person;

import static cn.disputes.cases.office.Office.CASES;
import static cn.disputes.cases.office.Office.as;
import static cn.disputes.cases.office.Office.etag;
import static cn.disputes.cases.office.Office.head;
import static cn.disputes.cases.office.Office.received;
import static cn.disputes.deploy.testing.Together.together;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
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
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** The free text of steps and proposals lies sealed and reads as it was written. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class SealedStepsTest {
    private static final String REGION = "330703";

    @Inject
    Jdbi jdbi;

    @Inject
    Seal seal;

    @ConfigProperty(name = "personal-data.key")
    String key;

    private static ValidatableResponse step(String id, Map<String, Object> step) {
        var path = CASES + "/" + id;
        return as("经办", REGION, "case-officer")
                .header("If-Match", etag(path, REGION))
                .body(step)
                .post(path + "/steps")
                .then();
    }

    private String stored(String table, String column, Object id) {
        return jdbi.withHandle(h -> h.createQuery(
                        "SELECT string_agg(t::text, ' ') FROM " + table + " t WHERE " + column + " = CAST(? AS uuid)")
                .bind(0, id)
                .mapTo(String.class)
                .one());
    }

    private static void corrected(String id) {
        step(id, Map.of("type", "CORRECTION_REQUESTED", "on", "2025-03-04", "items", List.of("补交合成甲的委托书")))
                .statusCode(201);
        step(id, Map.of("type", "CORRECTED", "on", "2025-03-05", "note", "合成甲本人送来"))
                .statusCode(201);
        step(
                        id,
                        Map.of(
                                "type", "RECTIFIED",
                                "on", "2025-03-06",
                                "step", 3,
                                "reason", "笔误：非合成甲本人",
                                "replacement", Map.of("type", "CORRECTED", "on", "2025-03-05", "note", "合成乙代送")))
                .statusCode(201);
    }

    @Test
    void lieSealedAndReadAsWritten() {
        var id = received(REGION);
        corrected(id);
        var kept = stored("reconsideration_step", "case_id", id);
        assertFalse(kept.contains("合成") || kept.contains("委托书"), kept);
        assertTrue(kept.contains("2025-03-05") && kept.contains("CORRECTED"), kept);
        as("经办", REGION, "case-officer")
                .get(CASES + "/" + id + "/steps")
                .then()
                .body("items[1].body.items[0]", equalTo("补交合成甲的委托书"))
                .body("items[2].body.note", equalTo("合成甲本人送来"))
                .body("items[3].body.reason", equalTo("笔误：非合成甲本人"))
                .body("items[3].body.replacement.note", equalTo("合成乙代送"));
        as("协调", REGION, "coordinator")
                .get(CASES + "/" + id + "/steps")
                .then()
                .body("items[2].body.note", equalTo("***"))
                .body("items[2].body.on", equalTo("2025-03-05"));
        // a notice is made of what was written
        step(id, Map.of("type", "ACCEPTED", "on", "2025-03-07")).statusCode(201);
        var made = as("经办", REGION, "case-officer")
                .body(Map.of("kind", "CORRECTION_NOTICE"))
                .post(CASES + "/" + id + "/documents")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        var notice = as("经办", REGION, "case-officer")
                .get(CASES + "/" + id + "/documents/" + made)
                .asByteArray();
        assertTrue(words(notice).contains("补交合成甲的委托书"));
    }

    private static String words(byte[] docx) {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("word/document.xml"))
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8).replaceAll("<[^>]*>", "");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError("no text in the notice");
    }

    @Test
    void theReasonForAnotherLawIsShownAsWritten() {
        var id = as("经办", REGION, "case-officer")
                .body(Map.of(
                        "regionCode", REGION,
                        "receivedOn", "2024-01-03",
                        "channel", "POST",
                        "applicants", List.of(Map.of("kind", "NATURAL_PERSON", "name", "合成甲")),
                        "respondentCode", "11330700002592265Y",
                        "actType", "PENALTY",
                        "domain", "OTHER",
                        "claims", "请求撤销（虚构）",
                        "lawVersion", "XZFY-2017",
                        "lawVersionReason", "跨年案件，合成甲同意（虚构）"))
                .post(CASES)
                .then()
                .statusCode(201)
                .body("lawVersionReason", equalTo("跨年案件，合成甲同意（虚构）"))
                .extract()
                .<String>path("id");
        assertFalse(stored("reconsideration_step", "case_id", id).contains("合成甲"));
        as("经办", REGION, "case-officer")
                .get(CASES + "/" + id)
                .then()
                .body("lawVersionReason", equalTo("跨年案件，合成甲同意（虚构）"));
    }

    @Test
    void aProposalLiesSealedUntilItIsAStepThatDoes() {
        var id = received(REGION);
        var approval = step(id, Map.of("type", "REFUSED", "on", "2025-03-05", "reason", "合成甲与该行为无利害关系"))
                .statusCode(202)
                .extract()
                .<String>path("approvalId");
        assertFalse(stored("approval", "id", approval).contains("合成甲"));
        head(REGION).get("/v1/approvals/" + approval).then().body("body.reason", equalTo("合成甲与该行为无利害关系"));
        head(REGION)
                .body(Map.of("decision", "APPROVED", "note", "合成甲确无利害关系"))
                .post("/v1/approvals/" + approval + "/decision")
                .then()
                .statusCode(200)
                .body("note", equalTo("合成甲确无利害关系"));
        assertFalse(stored("approval", "id", approval).contains("合成甲"));
        head(REGION)
                .get("/v1/approvals?limit=500")
                .then()
                .body("items.find { it.id == '" + approval + "' }.note", equalTo("合成甲确无利害关系"));
        assertFalse(stored("reconsideration_step", "case_id", id).contains("合成甲"));
        as("经办", REGION, "case-officer")
                .get(CASES + "/" + id + "/steps")
                .then()
                .body("items[1].body.reason", equalTo("合成甲与该行为无利害关系"));
    }

    /** What a history comes to is read without a key: a text whose key is lost hides no case. */
    @Test
    void aHistoryFoldsWithoutOpeningAText() {
        var id = received(REGION);
        corrected(id);
        jdbi.useHandle(h -> h.execute(
                "UPDATE reconsideration_step SET body = jsonb_set(body, '{note}', '\"v1.00000000.AAAA\"') WHERE case_id = ? AND sequence = 3",
                UUID.fromString(id)));
        as("经办", REGION, "case-officer").get(CASES + "/" + id).then().statusCode(200);
        as("经办", REGION, "case-officer")
                .get(CASES + "/" + id + "/deadlines")
                .then()
                .statusCode(200);
        as("协调", REGION, "coordinator").get(CASES + "/" + id + "/steps").then().statusCode(200);
        step(id, Map.of("type", "ACCEPTED", "on", "2025-03-07", "note", "合成丙")).statusCode(201);
        jdbi.useHandle(h -> h.execute(
                "UPDATE reconsideration_step SET body = body - 'note' WHERE case_id = ? AND sequence = 3",
                UUID.fromString(id)));
    }

    private static int all(Handle h, ResealedTexts work, String table) {
        return Passes.all(h, ResealedTexts.FIRST, (handle, after) -> work.chunk(handle, table, after));
    }

    @Test
    void aNewKeyTakesOverTextByText() {
        var id = received(REGION);
        corrected(id);
        var approval = step(id, Map.of("type", "REFUSED", "on", "2025-03-08", "reason", "合成甲"))
                .statusCode(202)
                .extract()
                .<String>path("approvalId");
        var rotated = new Seal(DataKeys.parse(DataKeyFile.random() + "," + key));
        jdbi.useHandle(h -> {
            h.begin();
            h.execute(
                    "UPDATE reconsideration_step SET body = jsonb_set(body, '{note}', '\"合成旧文\"'), sealed_under = NULL WHERE case_id = ? AND sequence = 3",
                    UUID.fromString(id));
            h.execute("UPDATE approval SET note = '合成旧批', sealed_under = NULL WHERE id = ?", UUID.fromString(approval));
            var work = new ResealedTexts(rotated);
            assertTrue(all(h, work, "reconsideration_step") >= 3);
            assertTrue(all(h, work, "approval") >= 1);
            var bodies = h.createQuery(
                            "SELECT body::text FROM reconsideration_step WHERE case_id = ? ORDER BY sequence")
                    .bind(0, UUID.fromString(id))
                    .mapTo(String.class)
                    .list();
            assertTrue(bodies.stream().allMatch(body -> SealedText.isNewest(rotated, body)), bodies.toString());
            assertFalse(bodies.toString().contains("合成旧文"), bodies.toString());
            var note = h.createQuery("SELECT note FROM approval WHERE id = ?")
                    .bind(0, UUID.fromString(approval))
                    .mapTo(String.class)
                    .one();
            assertTrue(note.startsWith(rotated.newestPrefix()), note);
            assertEquals("合成旧批", SealedText.openText(rotated, SealedText.ofProposal(UUID.fromString(approval)), note));
            for (var table :
                    List.of("reconsideration_step", "litigation_step", "supervision_document_step", "approval")) {
                all(h, work, table);
                assertEquals(new Pass.Progress<>(null, 0, 0), work.chunk(h, table, ResealedTexts.FIRST), table);
            }
            h.rollback();
        });
    }

    /** While several replicas seal what is left in the clear, others read and record in the same cases. */
    @Test
    void sealingAgainstReadingAndRecording() throws Exception {
        var ids = List.of(received(REGION), received(REGION), received(REGION), received(REGION));
        for (var id : ids) {
            corrected(id);
            jdbi.useHandle(h -> h.execute(
                    "UPDATE reconsideration_step SET body = jsonb_set(body, '{note}', '\"合成旧文\"'), sealed_under = NULL WHERE case_id = ? AND sequence = 3",
                    UUID.fromString(id)));
        }
        var work = new ResealedTexts(seal);
        together(8, i -> () -> {
            if (i < 4) return work.run(jdbi);
            var id = ids.get(i - 4);
            as("经办", REGION, "case-officer")
                    .get(CASES + "/" + id + "/steps")
                    .then()
                    .statusCode(200)
                    .body("items.body.note", hasItem("合成旧文"));
            return step(id, Map.of("type", "ACCEPTED", "on", "2025-03-07", "note", "合成新文"))
                    .extract()
                    .statusCode();
        });
        work.run(jdbi);
        for (var id : ids) {
            var kept = stored("reconsideration_step", "case_id", id);
            assertFalse(kept.contains("合成"), kept);
            as("经办", REGION, "case-officer")
                    .get(CASES + "/" + id + "/steps")
                    .then()
                    .body("items.body.note", hasItem("合成旧文"))
                    .body("items.body.note", hasItem("合成新文"));
        }
    }
}
