package cn.disputes.alerts.scoring;

import static cn.disputes.alerts.Courts.agency;
import static cn.disputes.alerts.Courts.alert;
import static cn.disputes.alerts.Courts.amended;
import static cn.disputes.alerts.Courts.as;
import static cn.disputes.alerts.Courts.coordinator;
import static cn.disputes.alerts.Courts.coordinatorOfAll;
import static cn.disputes.alerts.Courts.court;
import static cn.disputes.alerts.Courts.number;
import static cn.disputes.alerts.Courts.reconsideration;
import static cn.disputes.alerts.Courts.suit;
import static cn.disputes.deploy.testing.Together.together;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.alerts.register.SuitFollower;
import cn.disputes.alerts.risk.RiskCases;
import cn.disputes.contract.codes.ActType;
import cn.disputes.contract.codes.Domain;
import cn.disputes.contract.codes.HeadAttendance;
import cn.disputes.contract.codes.LitigationOutcome;
import cn.disputes.contract.codes.ReconsiderationOutcome;
import cn.disputes.contract.codes.SupervisionKind;
import cn.disputes.contract.events.CaseEvent;
import cn.disputes.contract.events.SupervisionDocumentEvent;
import cn.disputes.deploy.local.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class ScoringTest {
    @Inject
    Jdbi jdbi;

    @Inject
    SuitFollower follower;

    @Inject
    ScoreWorker worker;

    @Inject
    RiskCases cases;

    private Map<String, Object> before;

    @BeforeEach
    void remember() {
        before = coordinator().get("/v1/risk-rules").jsonPath().getMap("");
    }

    @AfterEach
    void restore() {
        if (!before.equals(coordinator().get("/v1/risk-rules").jsonPath().getMap(""))) put(before);
        scored();
    }

    private static int put(Map<String, Object> rules) {
        var etag = coordinator().get("/v1/risk-rules").header("ETag");
        return Integer.parseInt(coordinatorOfAll()
                .header("If-Match", etag)
                .body(rules)
                .put("/v1/risk-rules")
                .then()
                .statusCode(200)
                .extract()
                .header("ETag")
                .replaceAll("[^0-9]", ""));
    }

    private Map<String, Object> rules(String key, Object value) {
        var rules = new HashMap<>(before);
        rules.put(key, value);
        return rules;
    }

    private void tell(CaseEvent... events) {
        jdbi.useTransaction(h -> follower.applyAll(h, List.of(events)));
    }

    private int due() {
        return jdbi.withHandle(h -> h.createQuery("SELECT count(*) FROM score_due")
                .mapTo(Integer.class)
                .one());
    }

    /** Waits until nothing is due; the worker of the service may be at it, too. */
    private void scored() {
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            worker.drain();
            return due() == 0;
        });
    }

    private static Map<String, Object> score(String number) {
        List<Map<String, Object>> found = coordinator()
                .get("/v1/suit-scores?litigationCaseNumber=" + number)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items");
        return found.isEmpty() ? null : found.get(0);
    }

    @SuppressWarnings("unchecked")
    private static List<String> codes(String number) {
        return ((List<Map<String, Object>>) score(number).get("factors"))
                .stream().map(f -> (String) f.get("code")).sorted().toList();
    }

    @Test
    void everyFactorOfTheRegisterIsEvidencedInWords() {
        var town = agency();
        var bureau = agency();
        var lost = suit().by(bureau, "合成局")
                .actor(town)
                .about(ActType.COERCION, Domain.OTHER)
                .filed("2020-01-10")
                .ended("2020-06-01", LitigationOutcome.REVOKED);
        var first = suit().by(bureau, "合成局")
                .actor(town)
                .about(ActType.LICENSING, Domain.OTHER)
                .filed("2020-09-10")
                .ended("2020-12-01", LitigationOutcome.CONFIRMED_UNLAWFUL);
        var review = "义政复〔2020〕" + System.nanoTime() + "号";
        var suit = suit().by(bureau, "合成局")
                .actor(town)
                .about(ActType.COERCION, Domain.OTHER)
                .filed("2021-03-01")
                .appealOf(first.number())
                .after(review)
                .defence("2021-03-20", "2021-03-25")
                .heard("2021-04-20", HeadAttendance.ABSENT);
        tell(
                suit().by(town, "合成镇人民政府").filed("2019-01-01").event(),
                lost.event(),
                first.event(),
                reconsideration(
                        review,
                        bureau,
                        "合成局",
                        ActType.COERCION,
                        Domain.OTHER,
                        "2021-01-20",
                        ReconsiderationOutcome.REVOKED),
                suit.event());
        scored();
        assertEquals(
                List.of(
                        "ACTOR_DIFFERS",
                        "ACT_COERCION",
                        "DEFENCE_OVERDUE",
                        "FIRST_INSTANCE_LOST",
                        "HEAD_ABSENT",
                        "RECONSIDERATION_CORRECTED",
                        "SIMILAR_CASE_LOST",
                        "TOWNSHIP_ACTOR"),
                codes(suit.number()));
        coordinator()
                .get("/v1/suit-scores?litigationCaseNumber=" + suit.number())
                .then()
                .body("items[0].level", equalTo("RED"))
                .body("items[0].factors.find { it.code == 'SIMILAR_CASE_LOST' }.caseNumber", equalTo(lost.number()))
                .body(
                        "items[0].factors.find { it.code == 'SIMILAR_CASE_LOST' }.evidence",
                        containsString(lost.number()))
                .body(
                        "items[0].factors.find { it.code == 'SIMILAR_CASE_LOST' }.evidenceEn",
                        containsString("2020-06-01"))
                .body("items[0].factors.find { it.code == 'FIRST_INSTANCE_LOST' }.caseNumber", equalTo(first.number()))
                .body("items[0].factors.find { it.code == 'RECONSIDERATION_CORRECTED' }.caseNumber", equalTo(review))
                .body("items[0].factors.find { it.code == 'TOWNSHIP_ACTOR' }.evidence", containsString("合成镇人民政府"));
        // scored, but not flagged: the shipped rules leave that to the courts
        assertNull(score(suit.number()).get("riskCaseId"));
    }

    @Test
    void aCorrectionOnTheSameSubjectCountsUntilItIsAmendedAway() {
        var bureau = agency();
        var suit = suit().by(bureau, "合成局").about(ActType.OTHER, Domain.OTHER).filed("2021-03-01");
        var other = suit().by(bureau, "合成局").about(ActType.OTHER, Domain.TAX).filed("2021-03-01");
        tell(suit.event(), other.event());
        scored();
        var review = reconsideration(
                "义政复〔2020〕" + System.nanoTime() + "号",
                bureau,
                "合成局",
                ActType.OTHER,
                Domain.OTHER,
                "2020-11-20",
                ReconsiderationOutcome.REVOKED);
        tell(review);
        scored();
        assertEquals(List.of("RECONSIDERATION_CORRECTED"), codes(suit.number()));
        assertEquals(List.of(), codes(other.number()));
        tell(amended(review, ReconsiderationOutcome.UPHELD));
        scored();
        assertEquals(List.of(), codes(suit.number()));
    }

    /** Whoever opens or scores a case holds off the rules: else one opened meanwhile stays scored by the old ones. */
    @Test
    void noRulesArePutInForceWhileACaseIsBeingOpened() {
        jdbi.useTransaction(h -> {
            cases.claim(h, number());
            assertFalse(rulesMayBePut());
        });
        await().atMost(Duration.ofSeconds(10)).until(this::rulesMayBePut);
    }

    /** Asked on a connection of its own: nested, one handle would be asked about its own lock. */
    private boolean rulesMayBePut() {
        try (var other = jdbi.open()) {
            return other.createQuery("SELECT pg_try_advisory_xact_lock(32)")
                    .mapTo(Boolean.class)
                    .one();
        }
    }

    @Test
    void anOpinionOnTheReconsiderationCountsAsACorrection() {
        var review = "义政复〔2020〕" + System.nanoTime() + "号";
        var suit = suit().after(review).filed("2021-03-01");
        tell(suit.event());
        scored();
        assertEquals(List.of(), codes(suit.number()));
        tell(new SupervisionDocumentEvent(
                UUID.randomUUID(),
                1,
                "义复意〔2021〕3号",
                SupervisionKind.OPINION,
                "330782",
                agency(),
                "局",
                LocalDate.of(2021, 3, 5),
                review,
                null,
                null,
                Instant.now()));
        scored();
        assertEquals(List.of("RECONSIDERATION_CORRECTED"), codes(suit.number()));
    }

    @Test
    void aLossBearsOnTheOpenSuitsOfTheAgencyAndItsRectificationTakesThatBack() {
        var bureau = agency();
        var open = suit().by(bureau, "合成局")
                .about(ActType.CONFIRMATION, Domain.OTHER)
                .filed("2021-03-01");
        var other =
                suit().by(bureau, "合成局").about(ActType.LICENSING, Domain.OTHER).filed("2021-03-01");
        var tooOld = suit().by(bureau, "合成局")
                .about(ActType.CONFIRMATION, Domain.OTHER)
                .filed("2023-08-01");
        var lost = suit().by(bureau, "合成局")
                .about(ActType.CONFIRMATION, Domain.OTHER)
                .filed("2021-02-01");
        tell(open.event(), other.event(), tooOld.event(), lost.event());
        scored();
        assertEquals(List.of("ACT_CONFIRMATION"), codes(open.number()));
        tell(lost.version(2).ended("2021-07-31", LitigationOutcome.REVOKED).event());
        scored();
        assertEquals(List.of("ACT_CONFIRMATION", "SIMILAR_CASE_LOST"), codes(open.number()));
        assertEquals(List.of(), codes(other.number()));
        assertEquals(List.of("ACT_CONFIRMATION"), codes(tooOld.number()));
        assertNull(score(lost.number()), "judged, so no longer open");
        tell(lost.version(3)
                .ended("2021-07-31", LitigationOutcome.CLAIM_REJECTED)
                .event());
        scored();
        assertEquals(List.of("ACT_CONFIRMATION"), codes(open.number()), "a loss rectified away counts no more");
    }

    @Test
    void theTenthSuitOfASeriesMakesAllOfThemAGroup() {
        var bureau = agency();
        var suits = new ArrayList<cn.disputes.alerts.Courts.Suit>();
        for (var i = 0; i < 10; i++)
            suits.add(
                    suit().by(bureau, "合成局").about(ActType.OTHER, Domain.OTHER).filed("2021-03-0" + (1 + i % 9)));
        for (var s : suits.subList(0, 9)) tell(s.event());
        scored();
        assertEquals(List.of(), codes(suits.get(0).number()));
        tell(suits.get(9).event());
        scored();
        for (var s : suits) assertEquals(List.of("GROUP_CASE"), codes(s.number()));
    }

    /** Whatever order the register's events come in, together or alone, the scores are the same. */
    @Test
    void theOrderOfEventsDoesNotMatter() {
        var expected = List.of(
                "ACTOR_DIFFERS",
                "ACT_COERCION",
                "FIRST_INSTANCE_LOST",
                "RECONSIDERATION_CORRECTED",
                "SIMILAR_CASE_LOST",
                "TOWNSHIP_ACTOR");
        for (var seed = 0; seed < 8; seed++) {
            var town = agency();
            var bureau = agency();
            var review = "义政复〔2020〕" + System.nanoTime() + "号";
            var first = suit().by(bureau, "合成局")
                    .about(ActType.OTHER, Domain.OTHER)
                    .filed("2020-09-10")
                    .ended("2020-12-01", LitigationOutcome.REVOKED);
            var suit = suit().by(bureau, "合成局")
                    .actor(town)
                    .about(ActType.COERCION, Domain.OTHER)
                    .appealOf(first.number())
                    .after(review);
            var open = suit.event();
            var events = new ArrayList<>(List.<CaseEvent>of(
                    suit().by(town, "合成街道办事处").filed("2019-01-01").event(),
                    suit().by(bureau, "合成局")
                            .about(ActType.COERCION, Domain.OTHER)
                            .filed("2020-01-10")
                            .ended("2020-06-01", LitigationOutcome.REVOKED)
                            .event(),
                    first.event(),
                    reconsideration(
                            review,
                            bureau,
                            "合成局",
                            ActType.COERCION,
                            Domain.OTHER,
                            "2021-01-20",
                            ReconsiderationOutcome.CHANGED),
                    open));
            Collections.shuffle(events, new Random(seed));
            if (seed % 2 == 0) tell(events.toArray(CaseEvent[]::new));
            else
                for (var event : events) {
                    tell(event);
                    if (seed % 4 == 1) scored();
                }
            scored();
            assertEquals(expected, codes(suit.number()), "seed " + seed);
        }
    }

    @Test
    void aSuitBecomesARiskCaseByItsPointsFromTheDayTheRulesSay() {
        var rules = rules("registerCasesFrom", "2021-02-01");
        var early = suit().about(ActType.COERCION, Domain.TOWNSHIP).filed("2021-01-31");
        var late = suit().about(ActType.COERCION, Domain.TOWNSHIP).filed("2021-02-01");
        var harmless = suit().about(ActType.OTHER, Domain.OTHER).filed("2021-02-02");
        tell(early.event(), late.event(), harmless.event());
        scored();
        assertNull(score(late.number()).get("riskCaseId"));
        put(rules);
        scored();
        assertNull(score(early.number()).get("riskCaseId"));
        assertNull(score(harmless.number()).get("riskCaseId"));
        var id = score(late.number()).get("riskCaseId");
        assertNotNull(id);
        coordinator()
                .get("/v1/risk-cases/" + id)
                .then()
                .body("level", equalTo("YELLOW"))
                .body("score", equalTo(30))
                .body("state", equalTo("FLAGGED"))
                .body("flaggedOn", equalTo("2021-02-01"));
        // the alert of a court finds the case that is there
        court().body(alert("register-case", "x", late.number(), "2021-05-01", "COURT_OPINION"))
                .post("/v1/alerts")
                .then()
                .body("riskCaseId", equalTo(id))
                .body("level", equalTo("RED"));
        coordinator()
                .get("/v1/suit-scores/history?litigationCaseNumber=" + late.number())
                .then()
                .statusCode(200)
                .body("items.cause", equalTo(List.of("EVENT", "RULES", "ALERT")))
                .body("items[2].inputs.alerted.reason", equalTo(List.of("COURT_OPINION")));
        as("coordinator", "330702", "x")
                .get("/v1/suit-scores/history?litigationCaseNumber=" + late.number())
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void aTermForTheDefenceThatRanOutIsFoundByTheDay() {
        var due = LocalDate.now(java.time.ZoneId.of("Asia/Shanghai")).minusDays(1);
        var suit = suit().filed(due.minusDays(20).toString());
        tell(suit.event());
        scored();
        // told of the term while it still ran: only the day has changed since
        jdbi.useHandle(
                h -> h.execute("UPDATE litigation SET defence_due_on = ? WHERE case_number = ?", due, suit.number()));
        worker.overdue();
        scored();
        assertEquals(List.of("DEFENCE_OVERDUE"), codes(suit.number()));
        worker.overdue();
        assertEquals(0, due(), "found once");
    }

    @Test
    void noDefenceOnRecordProvesNothingOnceTheSuitWasHeard() {
        var late = suit().filed("2021-03-01")
                .defence("2021-03-20", "2021-03-21")
                .heard("2021-04-20", HeadAttendance.DEPUTY);
        var inTime = suit().filed("2021-03-01").defence("2021-03-20", "2021-03-20");
        var silent = suit().filed("2021-03-01").defence("2021-03-20", null);
        tell(late.event(), inTime.event(), silent.event());
        scored();
        assertEquals(List.of("DEFENCE_OVERDUE"), codes(late.number()));
        assertEquals(List.of(), codes(inTime.number()));
        assertEquals(List.of("DEFENCE_OVERDUE"), codes(silent.number()));
        tell(silent.version(2).heard("2021-04-20", HeadAttendance.DEPUTY).event());
        scored();
        assertEquals(List.of(), codes(silent.number()));
    }

    /** Two replicas with four threads each work off one change of the rules: every suit is scored by it once. */
    @Test
    void aChangeOfTheRulesScoresEverySuitOnceHoweverManyWork() throws Exception {
        var numbers = new ArrayList<String>();
        var events = new ArrayList<CaseEvent>();
        for (var i = 0; i < 3_000; i++) {
            var suit = suit().about(ActType.INFORMATION_DISCLOSURE, Domain.OTHER);
            numbers.add(suit.number());
            events.add(suit.event());
        }
        // page by page, as the feed comes
        for (var from = 0; from < events.size(); from += 500) {
            var page = events.subList(from, from + 500);
            jdbi.useTransaction(h -> follower.applyAll(h, page));
        }
        scored();
        var acts = new HashMap<>(Map.of("INFORMATION_DISCLOSURE", 30));
        var version = put(rules("actTypes", acts));
        together(8, () -> {
            while (worker.chunk() > 0) {
                // the next one
            }
            return true;
        });
        scored();
        var scores = jdbi.withHandle(h -> h.createQuery(
                        """
                        SELECT count(*) || ' of ' || count(DISTINCT case_number) || ' at ' || min(points) || '-' || max(points)
                        FROM risk_score WHERE rule_version = :version AND cause = 'RULES' AND case_number = ANY (:numbers)""")
                .bind("version", version)
                .bindArray("numbers", String.class, numbers)
                .mapTo(String.class)
                .one());
        assertEquals("3000 of 3000 at 30-30", scores);
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            worker.drain();
            return coordinator()
                            .get("/v1/risk-rules/versions")
                            .jsonPath()
                            .get("items.find { it.version == " + version + " }.rescoring.finishedAt")
                    != null;
        });
        var done = coordinator()
                .get("/v1/risk-rules/versions")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertEquals(
                done.getInt("items.find { it.version == " + version + " }.rescoring.total"),
                done.getInt("items.find { it.version == " + version + " }.rescoring.done"));
        assertTrue(done.getBoolean("items[0].inForce"));
        assertEquals(List.of("shipped"), done.getList("items.findAll { it.version == 1 }.recordedBy"));
    }

    /** What the register tells while the rules change is not lost between the two. */
    @Test
    void eventsThatComeWhileTheRulesChangeAreScoredByTheNewOnes() throws Exception {
        var suits = new ArrayList<cn.disputes.alerts.Courts.Suit>();
        for (var i = 0; i < 40; i++) suits.add(suit().about(ActType.OTHER, Domain.OTHER));
        for (var s : suits) tell(s.event());
        scored();
        var rules = rules("actTypes", Map.of("COERCION", 41));
        together(8, i -> () -> {
            if (i == 0) put(rules);
            else
                for (var n = i - 1; n < 40; n += 7)
                    tell(suits.get(n)
                            .version(2)
                            .about(ActType.COERCION, Domain.OTHER)
                            .event());
            return true;
        });
        scored();
        for (var s : suits) assertEquals(41, score(s.number()).get("points"), s.number());
    }

    /** The rules change again and again while the open suits are being scored: the queue runs empty all the same. */
    @Test
    void rulesThatChangeWhileTheyAreWorkedOffLeaveNothingBehind() throws Exception {
        var suits = new ArrayList<cn.disputes.alerts.Courts.Suit>();
        for (var i = 0; i < 60; i++) suits.add(suit().about(ActType.OTHER, Domain.OTHER));
        for (var s : suits) tell(s.event());
        scored();
        var last = new int[1];
        var alarmed = java.util.Collections.synchronizedList(new ArrayList<String>());
        together(8, i -> () -> {
            if (i == 0) for (var n = 1; n <= 8; n++) last[0] = put(rules("actTypes", Map.of("OTHER", 20 + n)));
            else if (i < 4) for (var n = 0; n < 40; n++) worker.chunk();
            else
                for (var n = 0; n < 40; n++) {
                    var alert = alert("meanwhile", i + "-" + n, number(), "2021-05-01", "GROUP_CASE");
                    alert.put("actType", "OTHER");
                    court().body(alert).post("/v1/alerts").then().statusCode(201);
                    alarmed.add((String) alert.get("litigationCaseNumber"));
                }
            return true;
        });
        scored();
        for (var n : alarmed) assertEquals(last[0], score(n).get("ruleVersion"), n);
        for (var s : suits) {
            assertEquals(28, score(s.number()).get("points"));
            assertEquals(last[0], score(s.number()).get("ruleVersion"));
        }
    }

    /** A suit whose score cannot be stored does not keep the others waiting; its entry stays to be seen. */
    @Test
    void oneSuitThatCannotBeScoredDoesNotStopTheOthers() throws Exception {
        var poison = suit();
        var others = List.of(suit(), suit(), suit());
        jdbi.useHandle(h -> h.execute(
                "ALTER TABLE suit_score ADD CONSTRAINT poisoned CHECK (case_number <> '" + poison.number() + "')"));
        try {
            tell(poison.event());
            for (var s : others) tell(s.event());
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                worker.drain();
                return others.stream().allMatch(s -> score(s.number()) != null);
            });
            assertEquals(List.of(poison.number()), jdbi.withHandle(h -> h.createQuery(
                            "SELECT case_number FROM score_due WHERE priority = 2")
                    .mapTo(String.class)
                    .list()));
        } finally {
            jdbi.useHandle(h -> h.execute("ALTER TABLE suit_score DROP CONSTRAINT poisoned"));
            jdbi.useHandle(h -> h.execute("DELETE FROM score_due WHERE priority = 2"));
        }
    }

    @Test
    void refusesWeightsThatWouldLowerAScore() {
        coordinatorOfAll()
                .header("If-Match", coordinator().get("/v1/risk-rules").header("ETag"))
                .body(rules("register", Map.of("HEAD_ABSENT", -5)))
                .put("/v1/risk-rules")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("register.HEAD_ABSENT"));
    }

    @Test
    void listsTheHighestFirstAndPages() {
        tell(
                suit().about(ActType.COERCION, Domain.TOWNSHIP).event(),
                suit().about(ActType.PENALTY, Domain.TOWNSHIP).event());
        scored();
        var first = coordinator()
                .get("/v1/suit-scores?limit=1&flagged=false")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        var second = coordinator()
                .get("/v1/suit-scores?limit=1&flagged=false&cursor=" + first.getString("next"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertTrue(first.getInt("items[0].points") >= second.getInt("items[0].points"));
        coordinator().get("/v1/suit-scores?level=YELLOW&limit=500").then().body("items.level", hasItem("YELLOW"));
        coordinator().get("/v1/suit-scores?level=GREEN").then().statusCode(400);
        coordinator().get("/v1/suit-scores?cursor=forged").then().statusCode(400);
        assertNotNull(number());
    }
}
