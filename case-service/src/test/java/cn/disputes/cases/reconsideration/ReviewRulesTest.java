package cn.disputes.cases.reconsideration;

import static cn.disputes.cases.reconsideration.ReconsiderationStepType.*;
import static cn.disputes.cases.reconsideration.Told.accepted;
import static cn.disputes.cases.reconsideration.Told.clock;
import static cn.disputes.cases.reconsideration.Told.fold;
import static cn.disputes.cases.reconsideration.Told.legal;
import static cn.disputes.cases.reconsideration.Told.ordinary;
import static cn.disputes.cases.reconsideration.Told.received;
import static cn.disputes.cases.reconsideration.Told.refused;
import static cn.disputes.cases.reconsideration.Told.step;
import static cn.disputes.cases.reconsideration.Told.suspended;
import static cn.disputes.cases.reconsideration.Told.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import cn.disputes.contract.codes.OutcomeGround;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReviewRulesTest {
    private static final ReconsiderationStep IN = received("2024-02-19");
    private static final ReconsiderationStep ORDINARY = ordinary("2024-02-19");
    private static final ReconsiderationStep SIMPLIFIED = accepted("2024-02-19", Procedure.SIMPLIFIED);

    private static ReconsiderationStep extended(String on, int days) {
        return with(EXTENDED, on).days(days).build();
    }

    private static ReconsiderationStep converted(String on) {
        return with(PROCEDURE_CONVERTED, on).to("ORDINARY").build();
    }

    private static ReconsiderationStep questioned(boolean own) {
        return with(DOCUMENT_QUESTIONED, "2024-02-20").ownPower(own).build();
    }

    private static ReconsiderationStep forwarded() {
        return with(DOCUMENT_FORWARDED, "2024-02-21").to("省级主管部门").build();
    }

    @Test
    void theReplyFollowsTheCopyAndTheCopyIsServedOnce() {
        var served = step(COPY_SERVED, "2024-02-20");
        refused("type", IN, ORDINARY, step(REPLY_RECEIVED, "2024-02-21"));
        refused("type", IN, ORDINARY, served, served);
        legal(IN, ORDINARY, served, step(REPLY_RECEIVED, "2024-02-21"));
    }

    @Test
    void anExtensionIsOfOneToThirtyDaysOnceAndOfTheOrdinaryProcedure() {
        legal(IN, ORDINARY, extended("2024-03-01", 1));
        legal(IN, ORDINARY, extended("2024-03-01", 30));
        refused("days", IN, ORDINARY, extended("2024-03-01", 0));
        refused("days", IN, ORDINARY, extended("2024-03-01", 31));
        refused("days", IN, ORDINARY, step(EXTENDED, "2024-03-01"));
        refused("type", IN, ORDINARY, extended("2024-03-01", 10), extended("2024-03-02", 10));
        refused("type", IN, SIMPLIFIED, extended("2024-03-01", 10));
        legal(IN, SIMPLIFIED, converted("2024-03-01"), extended("2024-03-02", 10));
    }

    @Test
    void conversionCountsTheSixtyDaysFromAcceptance() {
        assertEquals(
                LocalDate.of(2024, 4, 19),
                clock("DECIDE", IN, SIMPLIFIED, converted("2024-03-15")).end());
        refused("type", IN, ORDINARY, converted("2024-03-01"));
        refused("type", IN, SIMPLIFIED, converted("2024-03-01"), converted("2024-03-02"));
        refused("to", IN, SIMPLIFIED, step(PROCEDURE_CONVERTED, "2024-03-01"));
        refused(
                "to",
                IN,
                SIMPLIFIED,
                with(PROCEDURE_CONVERTED, "2024-03-01").to("SIMPLIFIED").build());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void tenGroundsSuspend(int ground) {
        assertEquals(
                ground,
                fold(IN, ORDINARY, suspended("2024-03-01", ground))
                        .openSuspension()
                        .ground());
    }

    @Test
    void noOtherGroundSuspends() {
        refused("ground", IN, ORDINARY, suspended("2024-03-01", 0));
        refused("ground", IN, ORDINARY, suspended("2024-03-01", 11));
        refused("ground", IN, ORDINARY, step(SUSPENDED, "2024-03-01"));
        refused(
                "ground",
                IN,
                ORDINARY,
                with(SUSPENDED, "2024-03-01").ground(OutcomeGround.SETTLED).build());
    }

    @Test
    void mediationSuspendsOnlyWhenBothConsent() {
        legal(IN, ORDINARY, suspended("2024-03-01", 6));
        legal(
                IN,
                ORDINARY,
                with(SUSPENDED, "2024-03-01").ground(6).consent(true).build());
        refused(
                "type",
                IN,
                ORDINARY,
                with(SUSPENDED, "2024-03-01").ground(6).consent(false).build());
        legal(
                IN,
                ORDINARY,
                with(SUSPENDED, "2024-03-01").ground(7).consent(false).build());
    }

    @Test
    void aHearingIsNotBeforeItsNotice() {
        var notice = with(HEARING_NOTIFIED, "2024-03-01");
        legal(IN, ORDINARY, notice.build());
        legal(IN, ORDINARY, notice.hearingOn(LocalDate.of(2024, 3, 1)).build());
        refused(
                "hearingOn",
                IN,
                ORDINARY,
                notice.hearingOn(LocalDate.of(2024, 2, 29)).build());
    }

    /** Hearing on a Thursday: Wednesday counts as the first day back, the Thursday before as the fifth. */
    @Test
    void theHearingsNoticeIsCountedBack() {
        var notice = with(HEARING_NOTIFIED, "2024-03-14").hearingOn(LocalDate.of(2024, 3, 21));
        var inTime = clock("HEAR_NOTICE", IN, ORDINARY, notice.build());
        assertEquals(LocalDate.of(2024, 3, 14), inTime.end());
        assertEquals(false, inTime.breached());
        var late = with(HEARING_NOTIFIED, "2024-03-15").hearingOn(LocalDate.of(2024, 3, 21));
        var breach = clock("HEAR_NOTICE", IN, ORDINARY, late.build());
        assertEquals(LocalDate.of(2024, 3, 15), breach.breachedSince());
        var undated = step(HEARING_NOTIFIED, "2024-03-15");
        assertEquals(false, Told.codes(IN, ORDINARY, undated).contains("HEAR_NOTICE"));
        var held = clock("HEAR_NOTICE", IN, ORDINARY, undated, step(HEARING_HELD, "2024-03-20"));
        assertEquals(LocalDate.of(2024, 3, 13), held.end());
        assertEquals(
                false,
                Told.codes(IN, ORDINARY, step(HEARING_HELD, "2024-03-20")).contains("HEAR_NOTICE"));
    }

    @Test
    void appraisalAndInspectionDoNotCount() {
        var appraisal = with(TIME_EXCLUDED, "2024-03-21")
                .ground(ExcludedGround.APPRAISAL)
                .from(LocalDate.of(2024, 3, 11));
        var clock = clock("DECIDE", IN, ORDINARY, appraisal.build());
        assertEquals(LocalDate.of(2024, 4, 29), clock.rawEnd());
        assertEquals("APPRAISAL 实施条例 Art. 37", clock.excluded().get(0).reason());
        refused(
                "from",
                IN,
                ORDINARY,
                with(TIME_EXCLUDED, "2024-03-21")
                        .ground(ExcludedGround.INSPECTION)
                        .build());
        refused("from", IN, ORDINARY, appraisal.from(LocalDate.of(2024, 2, 18)).build());
        refused("from", IN, ORDINARY, appraisal.from(LocalDate.of(2024, 3, 22)).build());
        legal(IN, ORDINARY, appraisal.from(LocalDate.of(2024, 2, 19)).build());
        legal(IN, ORDINARY, appraisal.from(LocalDate.of(2024, 3, 21)).build());
        refused(
                "ground",
                IN,
                ORDINARY,
                with(TIME_EXCLUDED, "2024-03-21")
                        .from(LocalDate.of(2024, 3, 1))
                        .ground(7)
                        .build());
    }

    /** An appraisal during a suspension takes the same days out once. */
    @Test
    void sharedDaysAreTakenOutOnce() {
        var clock = clock(
                "DECIDE",
                IN,
                ORDINARY,
                suspended("2024-03-11", 7),
                step(RESUMED, "2024-03-21"),
                with(TIME_EXCLUDED, "2024-03-25")
                        .ground(ExcludedGround.APPRAISAL)
                        .from(LocalDate.of(2024, 3, 15))
                        .build());
        assertEquals(LocalDate.of(2024, 4, 19).plusDays(14), clock.rawEnd());
    }

    @Test
    void aDocumentIsDealtWithHereOrForwarded() {
        refused("ownPower", IN, ORDINARY, step(DOCUMENT_QUESTIONED, "2024-02-20"));
        refused("type", IN, ORDINARY, questioned(true), questioned(true));
        refused("type", IN, ORDINARY, forwarded());
        refused("type", IN, ORDINARY, questioned(true), forwarded());
        refused("to", IN, ORDINARY, questioned(false), step(DOCUMENT_FORWARDED, "2024-02-21"));
        refused("type", IN, ORDINARY, questioned(false), forwarded(), forwarded());
        refused("type", IN, ORDINARY, questioned(false), step(DOCUMENT_ANSWER_RETURNED, "2024-03-01"));
        refused("type", IN, ORDINARY, questioned(false), forwarded(), step(DOCUMENT_REVIEWED, "2024-03-01"));
        var returned = step(DOCUMENT_ANSWER_RETURNED, "2024-03-01");
        assertEquals(
                LocalDate.of(2024, 3, 1),
                clock("DOC_RET", IN, ORDINARY, questioned(false), forwarded(), returned)
                        .metOn());
        assertEquals(
                LocalDate.of(2024, 2, 21),
                clock("DOC_FWD", IN, ORDINARY, questioned(false), forwarded(), returned)
                        .metOn());
        refused("type", IN, ORDINARY, questioned(false), forwarded(), returned, returned);
        legal(
                IN,
                ORDINARY,
                questioned(false),
                forwarded(),
                returned,
                with(DOCUMENT_QUESTIONED, "2024-03-02").ownPower(true).build());
    }

    @Test
    void theMakerIsAskedAndAnswers() {
        var asked = step(DOCUMENT_MAKER_ASKED, "2024-02-22");
        var answered = step(DOCUMENT_MAKER_ANSWERED, "2024-03-01");
        var dealtWith = step(DOCUMENT_REVIEWED, "2024-03-05");
        var nine = suspended("2024-02-21", 9);
        refused("type", IN, ORDINARY, questioned(false), asked);
        refused("type", IN, ORDINARY, asked);
        refused("type", IN, ORDINARY, questioned(true), asked, asked);
        refused("type", IN, ORDINARY, questioned(true), answered);
        refused("type", IN, ORDINARY, questioned(false), answered);
        refused("type", IN, ORDINARY, questioned(true), step(DOCUMENT_ANSWER_RETURNED, "2024-03-01"));
        assertEquals(
                LocalDate.of(2024, 2, 22),
                clock("DOC_ASK", IN, ORDINARY, questioned(true), nine, asked, answered, dealtWith)
                        .metOn());
        assertEquals(
                LocalDate.of(2024, 3, 1),
                clock("DOC_ANS", IN, ORDINARY, questioned(true), nine, asked, answered, dealtWith)
                        .metOn());
        assertEquals(
                LocalDate.of(2024, 3, 5),
                clock("DOC_OWN", IN, ORDINARY, questioned(true), nine, asked, answered, dealtWith)
                        .metOn());
        assertEquals(
                false,
                Told.codes(IN, ORDINARY, questioned(true), suspended("2024-02-21", 7))
                        .contains("DOC_ASK"));
        assertEquals(
                false,
                Told.codes(IN, ORDINARY, suspended("2024-02-19", 9), step(RESUMED, "2024-02-20"), questioned(true))
                        .contains("DOC_ASK"),
                "suspended before it was questioned");
    }

    /** A supplement that comes later (补充答复) does not make a reply late that came in time. */
    @Test
    void theFirstReplyMeetsTheTerm() {
        var reply = clock(
                "REPLY",
                IN,
                ORDINARY,
                step(COPY_SERVED, "2024-02-28"),
                step(REPLY_RECEIVED, "2024-03-13"),
                step(REPLY_RECEIVED, "2024-03-20"));
        assertEquals(LocalDate.of(2024, 3, 13), reply.metOn());
        assertFalse(reply.breached());
    }
}
