package cn.disputes.alerts.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.contract.codes.RiskState;
import cn.disputes.contract.problem.ProblemException;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RiskActionRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2022, 5, 20);
    private static final LocalDate FLAGGED = LocalDate.of(2022, 5, 2);

    private static RiskCaseResource.Action action(
            ActionType type, String note, String evidence, EvidenceType kind, LocalDate promised) {
        return new RiskCaseResource.Action(type, null, note, evidence, kind, promised, null, null);
    }

    @ParameterizedTest
    @CsvSource({
        "SILENCED,法院组织调解,2022-05-25,",
        "SILENCED,法院组织调解,,until",
        "SILENCED,' ',2022-05-25,note",
        "SILENCED,,2022-05-25,note",
        "COORDINATED,面谈,2022-05-25,until"
    })
    void aSilenceNeedsItsReasonAndItsEnd(ActionType type, String note, LocalDate until, String field) {
        var given = new RiskCaseResource.Action(type, null, note, null, null, null, null, until);
        if (field == null) {
            RiskActionRules.check(given, TODAY, FLAGGED, TODAY);
            return;
        }
        var refused = assertThrows(ProblemException.class, () -> RiskActionRules.check(given, TODAY, FLAGGED, TODAY));
        assertEquals(field, refused.faults().get(0).field());
    }

    @ParameterizedTest
    @CsvSource({
        // type, on, note, evidence, kind, promised, the field at fault
        "ACKNOWLEDGED,2022-05-21,,,,,on",
        "ACKNOWLEDGED,2022-05-01,,,,,on",
        "ACKNOWLEDGED,2022-05-02,,,,,",
        "RESOLVED,2022-05-20,,,,,evidence",
        "RESOLVED,2022-05-20,,' ',,,evidence",
        "RESOLVED,2022-05-20,,裁定,,,",
        "RESOLVED,2022-05-20,,裁定,WITHDRAWAL_RULING,,",
        "RESOLVED,2022-05-20,,,WITHDRAWAL_RULING,,evidence",
        "RESOLUTION_CLAIMED,2022-05-20,,,,,",
        "RESOLUTION_CLAIMED,2022-05-20,,,MEDIATION_STATEMENT,,evidence",
        "RESOLUTION_CLAIMED,2022-05-20,,调解书,MEDIATION_STATEMENT,,",
        "LOST,2022-05-20,,判决,PROOF_OF_PERFORMANCE,,evidenceType",
        "PLAN_FILED,2022-05-10,,,,,",
        "PLAN_FILED,2022-05-10,一案一策,,,2022-05-10,",
        "PLAN_FILED,2022-05-10,一案一策,,,2022-05-09,promisedOn",
        "PLAN_FILED,2022-05-10,,,,2022-06-01,note",
        "COORDINATED,2022-05-10,面谈,,,2022-06-01,promisedOn",
        "RECUSED,2022-05-10,,,,,type",
        "RECUSAL_WITHDRAWN,2022-05-10,,,,,type",
        "HELD,2022-05-10,,,,,type",
        "RELEASED,2022-05-10,,,,,type",
        "ORDERED,2022-05-10,,,,,type"
    })
    void namesTheParticularThatDoesNotFit(
            ActionType type,
            LocalDate on,
            String note,
            String evidence,
            EvidenceType kind,
            LocalDate promised,
            String field) {
        var given = action(type, note, evidence, kind, promised);
        if (field == null) {
            RiskActionRules.check(given, on, FLAGGED, TODAY);
            return;
        }
        var refused = assertThrows(ProblemException.class, () -> RiskActionRules.check(given, on, FLAGGED, TODAY));
        assertEquals(field, refused.faults().get(0).field());
        assertEquals(400, refused.code().status());
    }

    @ParameterizedTest
    @CsvSource({
        "PLAN_FILED,2022-06-01,2022-05-15,2022-06-01",
        "PLAN_FILED,,2022-05-15,2022-05-15",
        "PLAN_FILED,,2022-05-10,2022-05-10",
        "PLAN_FILED,,2022-05-09,",
        "PLAN_FILED,,,",
        "COORDINATED,,2022-05-15,"
    })
    void aPlanWithoutADayPromisesTheDayTheCaseIsDue(
            ActionType type, LocalDate promised, LocalDate dueOn, LocalDate kept) {
        assertEquals(
                kept,
                RiskActionRules.promisedOn(action(type, "方案", null, null, promised), LocalDate.of(2022, 5, 10), dueOn));
    }

    @ParameterizedTest
    @EnumSource(ActionType.class)
    void leadersRecordFourThingsThemselves(ActionType type) {
        var four = Set.of("ACKNOWLEDGED", "PLAN_FILED", "COORDINATED", "RESOLUTION_CLAIMED");
        assertEquals(four.contains(type.name()), RiskActionRules.byLeaders(type));
    }

    @Test
    void saysWhatIsAllowedNowAndWhereTheActionBelongs() {
        var refused = assertThrows(
                ProblemException.class, () -> RiskActionRules.next(RiskState.FLAGGED, ActionType.PLAN_FILED, null));
        assertEquals(409, refused.code().status());
        var said = refused.faults().get(0).en();
        assertTrue(said.contains("Allowed now: RESOLVED, LOST, WON, REASSIGNED, SILENCED;"), said);
        assertTrue(said.endsWith("may follow only in ACKNOWLEDGED, IN_COORDINATION"), said);
    }

    @ParameterizedTest
    @CsvSource({"RESOLUTION_CLAIMED,false", "PLAN_FILED,true", "COORDINATED,true", "RESOLVED,true", "LOST,true"})
    void aCaseThatWaitsForItsModelClaimsNothingYet(ActionType type, boolean allowed) {
        if (allowed) {
            assertEquals(
                    RiskCaseState.next(RiskState.IN_COORDINATION, type).orElseThrow(),
                    RiskActionRules.next(RiskState.IN_COORDINATION, type, "(2022)浙0702行初1号"));
            return;
        }
        var refused = assertThrows(
                ProblemException.class, () -> RiskActionRules.next(RiskState.IN_COORDINATION, type, "(2022)浙0702行初1号"));
        assertEquals("model-pending", refused.code().code());
        assertTrue(refused.toProblem(true).title().contains("(2022)浙0702行初1号"));
        assertTrue(refused.toProblem(true).title().contains("PLAN_FILED, COORDINATED, RESOLVED"));
    }

    @ParameterizedTest
    @CsvSource({
        // promised, replaced, state, closed
        "2022-05-20,false,IN_COORDINATION,,OPEN",
        "2022-05-19,false,IN_COORDINATION,,BROKEN",
        "2022-05-19,true,IN_COORDINATION,,REPLACED",
        ",false,IN_COORDINATION,,OPEN",
        "2022-05-19,false,RESOLVED,2022-05-19,KEPT",
        "2022-05-19,false,RESOLVED,2022-05-20,BROKEN",
        "2022-05-19,false,LOST,2022-05-18,MOOT",
        "2022-05-19,false,WON,2022-05-20,BROKEN",
        ",false,RESOLVED,2022-05-20,KEPT",
        ",false,LOST,2022-05-20,MOOT"
    })
    void whatBecameOfAPromise(
            LocalDate promised, boolean replaced, RiskState state, LocalDate closed, PlanRules.Standing standing) {
        assertEquals(standing, PlanRules.standing(promised, replaced, state, closed, TODAY));
    }
}
