package cn.disputes.alerts.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.alerts.risk.SuitFacts.Alerted;
import cn.disputes.alerts.risk.SuitFacts.Evidence;
import cn.disputes.contract.codes.ActType;
import cn.disputes.contract.codes.Domain;
import cn.disputes.contract.codes.RiskLevel;
import cn.disputes.contract.problem.ProblemException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskRulesTest {
    private static final LocalDate FILED = LocalDate.of(2022, 3, 1);
    private static final LocalDate LATE = LocalDate.of(2022, 12, 31);

    private static RiskRules rules(Map<RegisterFactor, Integer> register) {
        return new RiskRules(
                70,
                45,
                null,
                Map.of(RiskReason.COURT_OPINION, 10, RiskReason.EVIDENCE_GAP, 20, RiskReason.SIMILAR_CASE_LOST, 20),
                Map.of(Domain.TOWNSHIP, 15),
                Map.of(ActType.COERCION, 15),
                register,
                null);
    }

    private static final RiskRules RULES = rules(Map.of(
            RegisterFactor.SIMILAR_CASE_LOST,
            25,
            RegisterFactor.DEFENCE_OVERDUE,
            35,
            RegisterFactor.FIRST_INSTANCE_LOST,
            30));

    private static SuitFacts facts(Domain domain, ActType act, List<Alerted> alerted, List<Evidence> evidence) {
        return new SuitFacts(domain, act, FILED, alerted, evidence);
    }

    private static Evidence evidence(RegisterFactor factor, LocalDate since) {
        return new Evidence(factor, since, "证据" + factor, "evidence " + factor, null);
    }

    private static Alerted alert(RiskReason reason) {
        return new Alerted(reason, FILED);
    }

    @ParameterizedTest
    @CsvSource({
        // points of the register, level without an alert, level with one that weighs nothing
        "0,,YELLOW",
        "24,,YELLOW",
        "25,YELLOW,YELLOW",
        "44,YELLOW,YELLOW",
        "45,ORANGE,ORANGE",
        "69,ORANGE,ORANGE",
        "70,RED,RED"
    })
    void theThresholdsMakeTheLevel(int points, RiskLevel without, RiskLevel with) {
        var rules = rules(Map.of(RegisterFactor.HEAD_ABSENT, points));
        var evidence = List.of(evidence(RegisterFactor.HEAD_ABSENT, FILED));
        assertEquals(
                without,
                rules.score(facts(null, null, List.of(), evidence), LATE).level());
        var alerted = List.of(alert(RiskReason.GROUP_CASE));
        assertEquals(
                with, rules.score(facts(null, null, alerted, evidence), LATE).level());
    }

    @Test
    void theCourtsOpinionMakesItRedWhateverThePoints() {
        var score = RULES.score(facts(null, null, List.of(alert(RiskReason.COURT_OPINION)), List.of()), LATE);
        assertEquals(RiskLevel.RED, score.level());
        assertEquals(10, score.points());
    }

    @Test
    void whatCourtAndRegisterBothSayCountsOnceByTheHigherWeight() {
        var score = RULES.score(
                facts(
                        null,
                        null,
                        List.of(alert(RiskReason.SIMILAR_CASE_LOST)),
                        List.of(evidence(RegisterFactor.SIMILAR_CASE_LOST, FILED))),
                LATE);
        assertEquals(25, score.points());
        assertEquals(1, score.factors().size());
        assertTrue(score.factors().get(0).evidence().contains("法院预警"));
        assertTrue(score.factors().get(0).evidence().contains("证据"));
        assertTrue(score.factors().get(0).evidenceEn().contains("court alert"));
    }

    @Test
    void nothingCountsBeforeItCouldBeKnown() {
        var known = facts(
                Domain.TOWNSHIP,
                ActType.COERCION,
                List.of(),
                List.of(
                        evidence(RegisterFactor.DEFENCE_OVERDUE, FILED.plusDays(20)),
                        evidence(RegisterFactor.SIMILAR_CASE_LOST, FILED.plusDays(30))));
        assertEquals(30, RULES.score(known, FILED.plusDays(19)).points());
        assertEquals(65, RULES.score(known, FILED.plusDays(20)).points());
        assertEquals(90, RULES.score(known, FILED.plusDays(30)).points());
        assertEquals(Optional.of(FILED), RULES.reached(RiskLevel.YELLOW, known, LATE));
        assertEquals(Optional.of(FILED.plusDays(20)), RULES.reached(RiskLevel.ORANGE, known, LATE));
        assertEquals(Optional.of(FILED.plusDays(30)), RULES.reached(RiskLevel.RED, known, LATE));
        assertEquals(Optional.empty(), RULES.reached(RiskLevel.RED, known, FILED.plusDays(29)));
    }

    @Test
    void rulesWithoutRegisterWeightsScoreAlertsAlone() {
        var old = new RiskRules(70, 45, null, RULES.reasons(), RULES.domains(), RULES.actTypes(), null, null);
        var all = facts(
                Domain.TOWNSHIP,
                null,
                List.of(alert(RiskReason.EVIDENCE_GAP)),
                List.of(evidence(RegisterFactor.DEFENCE_OVERDUE, FILED)));
        assertEquals(35, old.score(all, LATE).points());
        assertEquals(RiskLevel.YELLOW, old.score(all, LATE).level());
        assertNull(old.score(facts(null, null, List.of(), all.evidence()), LATE).level());
    }

    @ParameterizedTest
    @CsvSource({"70,71,25,orange", "70,45,46,yellow", "70,45,25,reasons.EVIDENCE_GAP"})
    void refusesThresholdsOutOfOrderAndWeightsThatLower(int red, int orange, int yellow, String field) {
        var wrong = new RiskRules(
                red,
                orange,
                yellow,
                Map.of(RiskReason.EVIDENCE_GAP, field.startsWith("reasons") ? -1 : 1),
                Map.of(),
                Map.of(),
                null,
                null);
        var refusal = assertThrows(ProblemException.class, wrong::check);
        assertEquals(field, refusal.faults().get(0).field());
    }

    @Provide
    Arbitrary<SuitFacts> suits() {
        var day = Arbitraries.integers().between(-5, 200).map(FILED::plusDays);
        var alerted = Combinators.combine(Arbitraries.of(RiskReason.class), day).as(Alerted::new);
        var evidence =
                Combinators.combine(Arbitraries.of(RegisterFactor.class), day).as(RiskRulesTest::evidence);
        return Combinators.combine(
                        Arbitraries.of(Domain.class).injectNull(0.2),
                        Arbitraries.of(ActType.class).injectNull(0.2),
                        alerted.list().ofMaxSize(4),
                        evidence.list().uniqueElements(Evidence::factor).ofMaxSize(5))
                .as(RiskRulesTest::facts);
    }

    @Provide
    Arbitrary<RiskRules> anyRules() {
        var points = Arbitraries.integers().between(0, 60);
        return Combinators.combine(
                        Arbitraries.maps(Arbitraries.of(RiskReason.class), points),
                        Arbitraries.maps(Arbitraries.of(Domain.class), points),
                        Arbitraries.maps(Arbitraries.of(ActType.class), points),
                        Arbitraries.maps(Arbitraries.of(RegisterFactor.class), points))
                .as((reasons, domains, acts, register) ->
                        new RiskRules(70, 45, 25, reasons, domains, acts, register, null));
    }

    private static int rank(RiskLevel level) {
        return level == null ? 0 : RiskLevel.values().length - level.ordinal();
    }

    @Property
    void oneMoreFactorNeverLowers(
            @ForAll("anyRules") RiskRules rules,
            @ForAll("suits") SuitFacts suit,
            @ForAll RiskReason reason,
            @ForAll RegisterFactor factor) {
        var before = rules.score(suit, LATE);
        var alerted = new ArrayList<>(suit.alerted());
        alerted.add(alert(reason));
        var evidence = new ArrayList<>(suit.evidence());
        evidence.add(evidence(factor, FILED));
        for (var more :
                List.of(suit.alerted(alerted), facts(suit.domain(), suit.actType(), suit.alerted(), evidence))) {
            var after = rules.score(more, LATE);
            assertTrue(after.points() >= before.points());
            assertTrue(rank(after.level()) >= rank(before.level()));
        }
    }

    @Property
    void theOrderInWhichThingsBecameKnownDoesNotMatter(
            @ForAll("anyRules") RiskRules rules, @ForAll("suits") SuitFacts suit, @ForAll long seed) {
        var random = new java.util.Random(seed);
        var alerted = new ArrayList<>(suit.alerted());
        java.util.Collections.shuffle(alerted, random);
        var evidence = new ArrayList<>(suit.evidence());
        java.util.Collections.shuffle(evidence, random);
        var shuffled = facts(suit.domain(), suit.actType(), alerted, evidence);
        assertEquals(rules.score(suit, LATE), rules.score(shuffled, LATE));
    }

    @Property
    void timeOnlyEverAdds(
            @ForAll("anyRules") RiskRules rules, @ForAll("suits") SuitFacts suit, @ForAll RiskLevel level) {
        var points = -1;
        for (var day : suit.days()) {
            var now = rules.score(suit, day).points();
            assertTrue(now >= points);
            points = now;
        }
        var first = rules.reached(level, suit, LATE);
        assertEquals(rank(rules.score(suit, LATE).level()) >= rank(level), first.isPresent());
        first.ifPresent(day -> assertTrue(
                day.equals(FILED) || rank(rules.score(suit, day.minusDays(1)).level()) < rank(level)));
    }
}
