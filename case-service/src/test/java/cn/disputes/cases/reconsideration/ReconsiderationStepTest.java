package cn.disputes.cases.reconsideration;

import static cn.disputes.cases.reconsideration.ReconsiderationStepType.*;
import static cn.disputes.cases.reconsideration.Told.history;
import static cn.disputes.cases.reconsideration.Told.ordinary;
import static cn.disputes.cases.reconsideration.Told.received;
import static cn.disputes.cases.reconsideration.Told.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import cn.disputes.cases.casefile.Amendment;
import cn.disputes.cases.casefile.StepLog;
import cn.disputes.contract.codes.OutcomeGround;
import cn.disputes.contract.codes.ReconsiderationOutcome;
import cn.disputes.contract.events.EventJson;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReconsiderationStepTest {
    private static ReconsiderationStep rectify(int sequence, ReconsiderationStep right) {
        return with(RECTIFIED, "2024-06-01").rectifies(sequence, right).build();
    }

    private static List<ReconsiderationStep> amended(ReconsiderationStep recorded, ReconsiderationStep told) {
        return Amendment.of(
                history(recorded), Set.of(1), List.of(told), ReconsiderationStepTest::rectify, (known, now) -> false);
    }

    @Test
    void anEmptyListSaysNothing() {
        var sent =
                EventJson.MAPPER.createObjectNode().put("type", "COPY_SERVED").put("on", "2024-03-01");
        for (var list : List.of("items", "conditions", "features", "hearers")) sent.putArray(list);
        assertEquals(
                ReconsiderationStep.of(ReconsiderationStepType.COPY_SERVED, LocalDate.of(2024, 3, 1)),
                StepLog.parse(sent, ReconsiderationStep.class));
    }

    @Test
    void aFileThatTellsLessChangesNothing() {
        var findings = with(ACCEPTED, "2024-02-20")
                .procedure(Procedure.ORDINARY)
                .features(CaseFeature.COMPLEX)
                .conditions(new ConditionFinding(AcceptanceCondition.IN_TIME, true, null))
                .build();
        assertEquals(List.of(), amended(findings, ordinary("2024-02-20")));
        var facts = new ApplicationFacts(null, null, LocalDate.of(2024, 1, 2), null, null, null, null, null);
        var receipt = with(RECEIVED, "2024-02-19").application(facts).build();
        assertEquals(List.of(), amended(receipt, received("2024-02-19")));
    }

    @Test
    void aFileThatTellsOtherwiseKeepsWhatItDoesNotTell() {
        var decided = with(DECIDED, "2024-03-20")
                .outcome(ReconsiderationOutcome.REVOKED)
                .redo(true)
                .build();
        var moved = with(DECIDED, "2024-03-21")
                .outcome(ReconsiderationOutcome.REVOKED)
                .build();
        var kept = amended(decided, moved).get(0).replacement();
        assertEquals(LocalDate.of(2024, 3, 21), kept.on());
        assertEquals(true, kept.redo());
        var upheld = with(DECIDED, "2024-03-21")
                .outcome(ReconsiderationOutcome.UPHELD)
                .build();
        assertNull(amended(decided, upheld).get(0).replacement().redo(), "another outcome is another decision");
        var simplified = Told.accepted("2024-02-20", Procedure.SIMPLIFIED);
        var complex = with(ACCEPTED, "2024-02-20")
                .procedure(Procedure.ORDINARY)
                .features(CaseFeature.COMPLEX)
                .build();
        assertNull(amended(complex, simplified).get(0).replacement().features());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"1, 1", "10, 10", "99, 99", "100, -", "x, -", "'', -", "-1, -", "1/, -", "1:, -", "SETTLED, -"})
    void aNumberedGroundMayBeText(String text, Integer number) {
        var step = EventJson.MAPPER.createObjectNode().put("type", "SUSPENDED").put("on", "2024-03-01");
        step.set("ground", TextNode.valueOf(text));
        assertEquals(number, StepLog.parse(step, ReconsiderationStep.class).numberedGround());
    }

    @Test
    void groundsAreNumbersOrNames() {
        assertEquals(7, with(SUSPENDED, "2024-03-01").ground(7).build().numberedGround());
        assertNull(with(SUSPENDED, "2024-03-01").build().numberedGround());
        assertNull(with(WITHDRAWN, "2024-03-01").ground(7).build().withdrawalGround());
        assertNull(with(WITHDRAWN, "2024-03-01").build().withdrawalGround());
        for (var ground : OutcomeGround.values())
            assertEquals(
                    ground, with(WITHDRAWN, "2024-03-01").ground(ground).build().withdrawalGround());
        for (var ground : ExcludedGround.values())
            assertEquals(
                    ground,
                    with(TIME_EXCLUDED, "2024-03-01").ground(ground).build().excludedGround());
        var decimal = EventJson.MAPPER
                .createObjectNode()
                .put("type", "SUSPENDED")
                .put("on", "2024-03-01")
                .put("ground", 1.5);
        assertNull(StepLog.parse(decimal, ReconsiderationStep.class).numberedGround());
    }

    /** What is written is what is read, every field. */
    @Test
    void goesThroughJsonWhole() {
        var step = with(DECIDED, "2024-03-20")
                .outcome(ReconsiderationOutcome.REVOKED)
                .redo(true)
                .redoWithinDays(30)
                .performWithinDays(20)
                .compensation(false, null)
                .thirdPartyAsked(true)
                .thirdPartyEvidence(true)
                .worseForApplicant(false)
                .application(new ApplicationFacts(LawVersion.XZFY_2017, "（虚构）", null, null, null, true, null, null))
                .conditions(new ConditionFinding(AcceptanceCondition.NOT_BEFORE, false, "（虚构）"))
                .simplifiedGround(SimplifiedGround.WARNING)
                .features(CaseFeature.values())
                .from(LocalDate.of(2024, 3, 1))
                .hearingOn(LocalDate.of(2024, 3, 2))
                .presider("甲")
                .hearers("乙", "丙")
                .respondentHeadAttended(true)
                .applicantAbsent(true)
                .consent(true)
                .unheard(true)
                .ownPower(false)
                .lawful(true)
                .procedure(Procedure.ORDINARY)
                .reason("（虚构）")
                .to("某机关")
                .items("一", "二")
                .days(3)
                .build();
        var read = StepLog.parse(EventJson.MAPPER.valueToTree(step), ReconsiderationStep.class);
        assertEquals(step, read);
    }
}
