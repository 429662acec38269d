package cn.disputes.cases.reconsideration;

import static cn.disputes.cases.reconsideration.AcceptanceCondition.COMPETENT;
import static cn.disputes.cases.reconsideration.AcceptanceCondition.IN_TIME;
import static cn.disputes.cases.reconsideration.ReconsiderationStepType.*;
import static cn.disputes.cases.reconsideration.Told.fold;
import static cn.disputes.cases.reconsideration.Told.legal;
import static cn.disputes.cases.reconsideration.Told.ordinary;
import static cn.disputes.cases.reconsideration.Told.received;
import static cn.disputes.cases.reconsideration.Told.refused;
import static cn.disputes.cases.reconsideration.Told.step;
import static cn.disputes.cases.reconsideration.Told.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.contract.codes.ReconsiderationOutcome;
import cn.disputes.contract.events.EventJson;
import cn.disputes.contract.problem.ProblemException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdmissionRulesTest {
    private static final ReconsiderationStep IN = received("2024-02-19");

    private static ConditionFinding met(AcceptanceCondition condition) {
        return new ConditionFinding(condition, true, null);
    }

    private static ConditionFinding failed(AcceptanceCondition condition) {
        return new ConditionFinding(condition, false, "（虚构）");
    }

    private static ReconsiderationStepBuilder refusal() {
        return with(REFUSED, "2024-02-21").reason("超过法定期限（虚构）");
    }

    private static ReconsiderationStep asked(String on) {
        return with(CORRECTION_REQUESTED, on).items("身份证明").build();
    }

    @ParameterizedTest
    @EnumSource(AcceptanceCondition.class)
    void isNotAcceptedWithAConditionNotMet(AcceptanceCondition condition) {
        var accepting = with(ACCEPTED, "2024-02-21");
        legal(IN, accepting.conditions(met(condition)).build());
        refused("conditions", IN, accepting.conditions(failed(condition)).build());
        var refusal = assertThrows(
                ProblemException.class,
                () -> fold(IN, accepting.conditions(failed(condition)).build()));
        var number = condition.ordinal() + 1;
        assertTrue(refusal.toProblem(true).title().contains("Condition " + number + " is not met (" + condition.en()));
        assertTrue(refusal.toProblem(false).title().contains("第" + number + "项（" + condition.zh()));
        assertFalse(condition.zh().isBlank() || condition.en().isBlank());
    }

    @Test
    void aConditionHasOneFinding() {
        refused(
                "conditions",
                IN,
                with(ACCEPTED, "2024-02-21")
                        .conditions(met(IN_TIME), met(IN_TIME))
                        .build());
        refused(
                "conditions",
                IN,
                refusal().conditions(failed(IN_TIME), met(IN_TIME)).build());
    }

    @Test
    void aRefusalKeepsWhatFailed() {
        var file =
                fold(IN, refusal().conditions(met(COMPETENT), failed(IN_TIME)).build());
        assertEquals(List.of(IN_TIME), AdmissionRules.failed(file.conditions));
        assertEquals(ReconsiderationOutcome.REFUSED, file.outcome);
        assertEquals(List.of(), AdmissionRules.failed(fold(IN, refusal().build()).conditions));
    }

    @Test
    void aRefusalHasReasonsAndWhoFoundEverythingMetDoesNotRefuse() {
        legal(IN, refusal().build());
        legal(IN, refusal().conditions().build());
        refused("reason", IN, step(REFUSED, "2024-02-21"));
        refused("reason", IN, with(REFUSED, "2024-02-21").reason(" ").build());
        refused("conditions", IN, refusal().conditions(met(IN_TIME)).build());
    }

    @Test
    void aRefusalForWantOfJurisdictionNamesTheCompetentAuthority() {
        refused("to", IN, refusal().conditions(failed(COMPETENT)).build());
        legal(IN, refusal().conditions(failed(COMPETENT)).to("义乌市人民政府").build());
        legal(IN, refusal().conditions(failed(IN_TIME)).build());
        refused("to", IN, step(TRANSFERRED, "2024-02-21"));
        legal(IN, with(TRANSFERRED, "2024-02-21").to("义乌市人民政府").build());
    }

    @Test
    void foundLackingAfterAcceptanceItIsRejected() {
        var rejected = with(DECIDED, "2024-03-01").outcome(ReconsiderationOutcome.APPLICATION_REJECTED);
        legal(IN, ordinary("2024-02-20"), rejected.build());
        var file = fold(
                IN, ordinary("2024-02-20"), rejected.conditions(failed(IN_TIME)).build());
        assertEquals(List.of(IN_TIME), AdmissionRules.failed(file.conditions));
        refused(
                "conditions",
                IN,
                ordinary("2024-02-20"),
                rejected.conditions(met(IN_TIME)).build());
        refused(
                "conditions",
                IN,
                ordinary("2024-02-20"),
                with(DECIDED, "2024-03-01")
                        .outcome(ReconsiderationOutcome.UPHELD)
                        .conditions(failed(IN_TIME))
                        .build());
    }

    @ParameterizedTest
    @CsvSource({"1, IDENTIFIED_PARTIES", "4, IN_TIME", "'\"7\"', NOT_BEFORE", "'\"COMPETENT\"', COMPETENT"})
    void aConditionIsNamedByCodeOrItem(String json, AcceptanceCondition condition) throws Exception {
        assertEquals(condition, EventJson.MAPPER.readValue(json, AcceptanceCondition.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "8", "\"\"", "\"IN TIME\""})
    void anUnknownConditionIsRefused(String json) {
        assertThrows(Exception.class, () -> EventJson.MAPPER.readValue(json, AcceptanceCondition.class));
    }

    @Test
    void correctionIsAskedForOnceWithAllItsItems() {
        refused("items", IN, step(CORRECTION_REQUESTED, "2024-02-20"));
        refused("items", IN, with(CORRECTION_REQUESTED, "2024-02-20").items().build());
        refused("type", IN, asked("2024-02-20"), step(CORRECTED, "2024-02-22"), asked("2024-02-23"));
        refused(
                "days",
                IN,
                with(CORRECTION_REQUESTED, "2024-02-20").items("身份证明").days(10).build());
        var old = received("2022-02-21");
        legal(
                old,
                with(CORRECTION_REQUESTED, "2022-02-22").items("身份证明").days(365).build());
        refused(
                "days",
                old,
                with(CORRECTION_REQUESTED, "2022-02-22").items("身份证明").days(366).build());
        refused(
                "days",
                old,
                with(CORRECTION_REQUESTED, "2022-02-22").items("身份证明").days(0).build());
    }

    @Test
    void theTimeToCorrectIsExtendedForAReason() {
        var asked = asked("2024-02-20");
        var extended = with(CORRECTION_EXTENDED, "2024-02-21").days(5);
        refused("reason", IN, asked, extended.build());
        refused(
                "days",
                IN,
                asked,
                with(CORRECTION_EXTENDED, "2024-02-21").reason("住院（虚构）").build());
        var granted = extended.reason("住院（虚构）").build();
        var clock = Told.clock("CORR_SUBMIT", IN, asked, granted, granted);
        assertEquals("2024-03-05", Told.clock("CORR_SUBMIT", IN, asked).rawEnd().toString());
        assertEquals(10, clock.extendedDays());
        assertEquals("2024-03-15", clock.rawEnd().toString());
    }

    /** The review begins anew on the day of the correction; how long that took does not count. */
    @Test
    void correctionTimeDoesNotCount() {
        var review = Told.clock("ACCEPT", IN, asked("2024-02-20"), step(CORRECTED, "2024-03-04"));
        assertEquals("2024-03-04", review.startsOn().toString());
        assertEquals("2024-03-11", review.end().toString());
        var decide = Told.clock("DECIDE", IN, asked("2024-02-20"), step(CORRECTED, "2024-03-04"));
        assertEquals("2024-03-11", decide.startsOn().toString(), "silent, so accepted when the new review ended");
        var sameDay = Told.clock("CORR_SUBMIT", IN, asked("2024-02-19"), step(CORRECTED, "2024-02-19"));
        assertEquals("2024-02-19", sameDay.metOn().toString());
        var reviewing = Told.clock("ACCEPT", IN, asked("2024-02-20"));
        assertEquals("2024-02-20", reviewing.metOn().toString());
    }

    @Test
    void theSimplifiedProcedureIsOfThe2023Law() {
        var simplified = with(ACCEPTED, "2024-02-20").procedure(Procedure.SIMPLIFIED);
        legal(IN, simplified.build());
        legal(IN, simplified.simplifiedGround(SimplifiedGround.AGREED).build());
        refused(
                "type",
                received("2022-02-21"),
                with(ACCEPTED, "2022-02-22").procedure(Procedure.SIMPLIFIED).build());
        refused(
                "simplifiedGround",
                IN,
                with(ACCEPTED, "2024-02-20")
                        .simplifiedGround(SimplifiedGround.AGREED)
                        .build());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "SMALL_AMOUNT, OTHER, 3000, true",
                "SMALL_AMOUNT, OTHER, 3000.01, false",
                "SMALL_AMOUNT, OTHER, -, true",
                "INFORMATION_DISCLOSURE, INFORMATION_DISCLOSURE, -, true",
                "INFORMATION_DISCLOSURE, PENALTY, -, false",
                "WARNING, PENALTY, 9000, true",
                "AGREED, OTHER, 9000, true",
                "ON_THE_SPOT, PENALTY, 9000, true"
            })
    void aGroundFitsWhatIsRegistered(
            SimplifiedGround ground, cn.disputes.contract.codes.ActType act, BigDecimal amount, boolean fits) {
        assertEquals(fits, ground.fits(act, amount));
    }

    @Test
    void seesWhatSpeaksForTheSimplifiedProcedure() {
        var disclosure = cn.disputes.contract.codes.ActType.INFORMATION_DISCLOSURE;
        var penalty = cn.disputes.contract.codes.ActType.PENALTY;
        assertEquals(List.of(), SimplifiedGround.seen(penalty, null));
        assertEquals(List.of(), SimplifiedGround.seen(penalty, new BigDecimal("3000.01")));
        assertEquals(List.of(SimplifiedGround.SMALL_AMOUNT), SimplifiedGround.seen(penalty, new BigDecimal("200")));
        assertEquals(List.of(SimplifiedGround.INFORMATION_DISCLOSURE), SimplifiedGround.seen(disclosure, null));
    }

    @Test
    void theLawFollowsTheDayOfReceiptUnlessSomebodySaysWhy() {
        assertEquals(LawVersion.XZFY_2017, fold(received("2023-12-31")).lawVersion);
        assertEquals(LawVersion.XZFY_2023, fold(received("2024-01-01")).lawVersion);
        var override = with(RECEIVED, "2023-12-31")
                .application(new ApplicationFacts(LawVersion.XZFY_2023, "跨年案件（虚构）", null, null, null, null, null, null))
                .build();
        assertEquals(LawVersion.XZFY_2023, fold(override).lawVersion);
        var silent = new ApplicationFacts(LawVersion.XZFY_2023, null, null, null, null, null, null, null);
        refused(
                "lawVersionReason",
                with(RECEIVED, "2023-12-31").application(silent).build());
        legal(with(RECEIVED, "2024-01-01").application(silent).build());
        var forNothing = new ApplicationFacts(null, "跨年案件（虚构）", null, null, null, null, null, null);
        refused(
                "lawVersion",
                with(RECEIVED, "2023-12-31").application(forNothing).build());
    }

    @Test
    void theRevisedRegulationIsAPlaceAndNotALaw() {
        assertThrows(IllegalArgumentException.class, () -> LawVersion.of(RevisedRegulation.CODE));
        assertTrue(RevisedRegulation.verified(java.time.LocalDate.of(2026, 6, 30)));
        assertEquals(false, RevisedRegulation.verified(java.time.LocalDate.of(2026, 7, 1)));
    }
}
