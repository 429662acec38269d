package cn.disputes.cases.reconsideration;

import static cn.disputes.cases.reconsideration.ReconsiderationStepType.*;
import static cn.disputes.cases.reconsideration.Told.accepted;
import static cn.disputes.cases.reconsideration.Told.ordinary;
import static cn.disputes.cases.reconsideration.Told.received;
import static cn.disputes.cases.reconsideration.Told.step;
import static cn.disputes.cases.reconsideration.Told.suspended;
import static cn.disputes.cases.reconsideration.Told.with;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.disputes.contract.codes.OutcomeGround;
import cn.disputes.contract.codes.ReconsiderationOutcome;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReconsiderationShortcomingsTest {
    private static final ReconsiderationStep IN = received("2024-02-19");
    private static final ReconsiderationStep ORDINARY = ordinary("2024-02-19");
    private static final ReconsiderationStep HEARD = step(OPINIONS_HEARD, "2024-02-20");
    private static final ReconsiderationStep CONSULTED = step(COMMITTEE_CONSULTED, "2024-03-25");
    private static final LocalDate TODAY = LocalDate.of(2024, 3, 1);

    private static List<Shortcoming> found(ReconsiderationStep... steps) {
        return ReconsiderationShortcomings.of(Told.fold(steps), Told.CALENDAR, TODAY);
    }

    private static List<String> codes(ReconsiderationStep... steps) {
        return found(steps).stream().map(Shortcoming::code).toList();
    }

    private static ReconsiderationStep feature(CaseFeature... features) {
        return with(ACCEPTED, "2024-02-19").features(features).build();
    }

    private static ReconsiderationStep decided(ReconsiderationOutcome outcome) {
        return with(DECIDED, "2024-03-28").outcome(outcome).build();
    }

    private static ReconsiderationStepBuilder hearing() {
        return with(HEARING_HELD, "2024-03-21").presider("主持人（虚构）").hearers("听证员甲", "听证员乙");
    }

    private static ReconsiderationStep notice(String on) {
        return with(HEARING_NOTIFIED, on).hearingOn(LocalDate.of(2024, 3, 21)).build();
    }

    @Test
    void nothingIsLackingBeforeAcceptanceOrWhenAllIsDone() {
        assertEquals(List.of(), codes(IN));
        assertEquals(List.of(), codes(IN, ORDINARY, HEARD));
        assertEquals(
                List.of(),
                codes(
                        IN,
                        feature(CaseFeature.COMPLEX),
                        HEARD,
                        notice("2024-03-14"),
                        hearing().build(),
                        CONSULTED));
    }

    @Test
    void opinionsAreHeardInTheOrdinaryProcedure() {
        assertEquals(List.of("OPINIONS_NOT_HEARD"), codes(IN, ORDINARY));
        var open = found(IN, ORDINARY).get(0);
        assertEquals("Art. 49 XZFY-2023", open.article());
        assertEquals(true, open.curable());
        assertEquals(
                false,
                found(IN, ORDINARY, decided(ReconsiderationOutcome.UPHELD))
                        .get(0)
                        .curable());
        assertEquals(List.of("SIMPLIFIED_GROUND_MISSING"), codes(IN, accepted("2024-02-19", Procedure.SIMPLIFIED)));
        var grounded =
                with(ACCEPTED, "2024-02-19").procedure(Procedure.SIMPLIFIED).simplifiedGround(SimplifiedGround.AGREED);
        assertEquals(List.of(), codes(IN, grounded.build()));
    }

    /** Rejected, withdrawn or mediated, nobody had to be heard. */
    @ParameterizedTest
    @EnumSource(ReconsiderationOutcome.class)
    void onlyADecisionOnTheMeritsNeedsIt(ReconsiderationOutcome outcome) {
        var merits = outcome.compareTo(ReconsiderationOutcome.CLAIM_REJECTED) <= 0;
        if (outcome.compareTo(ReconsiderationOutcome.APPLICATION_REJECTED) > 0) return;
        assertEquals(
                merits,
                codes(IN, feature(CaseFeature.COMPLEX), decided(outcome)).contains("OPINIONS_NOT_HEARD"));
        assertEquals(
                merits,
                codes(IN, feature(CaseFeature.COMPLEX), decided(outcome)).contains("HEARING_NOT_HELD"));
        assertEquals(
                merits,
                codes(IN, feature(CaseFeature.COMPLEX), decided(outcome)).contains("COMMITTEE_NOT_CONSULTED"));
    }

    @Test
    void aWithdrawnCaseLacksNothing() {
        assertEquals(
                List.of(),
                codes(
                        IN,
                        feature(CaseFeature.COMPLEX),
                        with(WITHDRAWN, "2024-03-01")
                                .ground(OutcomeGround.VOLUNTARY)
                                .build()));
    }

    @ParameterizedTest
    @EnumSource(CaseFeature.class)
    void hearingAndCommittee(CaseFeature feature) {
        var codes = codes(IN, feature(feature), HEARD);
        assertEquals(feature == CaseFeature.COMPLEX, codes.contains("HEARING_NOT_HELD"));
        assertEquals(true, codes.contains("COMMITTEE_NOT_CONSULTED"));
        assertEquals(false, codes(IN, feature(feature), HEARD, CONSULTED).contains("COMMITTEE_NOT_CONSULTED"));
        var later = with(OPINIONS_HEARD, "2024-02-20").features(feature).build();
        assertEquals(true, codes(IN, ORDINARY, later).contains("COMMITTEE_NOT_CONSULTED"));
    }

    @Test
    void aNoticeIsNoHearing() {
        assertEquals(
                true,
                codes(IN, feature(CaseFeature.COMPLEX), HEARD, notice("2024-03-01"))
                        .contains("HEARING_NOT_HELD"));
    }

    @Test
    void theHearingsNoticePanelAndHead() {
        assertEquals(
                List.of(),
                codes(IN, ORDINARY, HEARD, notice("2024-03-14"), hearing().build()));
        assertEquals(
                List.of("HEARING_NOTICE_LATE"),
                codes(IN, ORDINARY, HEARD, notice("2024-03-15"), hearing().build()));
        assertEquals(List.of("HEARING_NOTICE_LATE"), codes(IN, ORDINARY, HEARD, notice("2024-03-15")));
        assertEquals(
                List.of("HEARING_NOT_NOTIFIED"),
                codes(IN, ORDINARY, HEARD, hearing().build()));
        assertEquals(List.of(), codes(IN, ORDINARY, HEARD, step(HEARING_NOTIFIED, "2024-03-20")));
        var small = with(HEARING_HELD, "2024-03-21")
                .presider("主持人（虚构）")
                .hearers("听证员甲")
                .build();
        assertEquals(List.of("HEARING_PANEL_NOT_RECORDED"), codes(IN, ORDINARY, HEARD, notice("2024-03-14"), small));
        var headless = with(HEARING_HELD, "2024-03-21").hearers("听证员甲", "听证员乙").build();
        assertEquals(List.of("HEARING_PANEL_NOT_RECORDED"), codes(IN, ORDINARY, HEARD, notice("2024-03-14"), headless));
        var absent = hearing().respondentHeadAttended(false);
        assertEquals(
                List.of("HEAD_ABSENT_UNEXPLAINED"), codes(IN, ORDINARY, HEARD, notice("2024-03-14"), absent.build()));
        assertEquals(
                List.of(),
                codes(
                        IN,
                        ORDINARY,
                        HEARD,
                        notice("2024-03-14"),
                        absent.reason("出差（虚构）").build()));
        assertEquals(
                List.of(),
                codes(
                        IN,
                        ORDINARY,
                        HEARD,
                        notice("2024-03-14"),
                        hearing().respondentHeadAttended(true).build()));
    }

    @Test
    void eachHearingHasItsOwnNotice() {
        var again = with(HEARING_HELD, "2024-03-25")
                .presider("主持人（虚构）")
                .hearers("听证员甲", "听证员乙")
                .build();
        assertEquals(
                List.of("HEARING_NOT_NOTIFIED"),
                codes(IN, ORDINARY, HEARD, notice("2024-03-14"), hearing().build(), again));
    }

    @Test
    void consentReplyAndPeriods() {
        assertEquals(List.of("CONSENT_NOT_RECORDED"), codes(IN, ORDINARY, HEARD, suspended("2024-02-21", 6)));
        assertEquals(List.of(), codes(IN, ORDINARY, HEARD, suspended("2024-02-21", 7)));
        assertEquals(
                List.of(),
                codes(
                        IN,
                        ORDINARY,
                        HEARD,
                        with(SUSPENDED, "2024-02-21").ground(6).consent(true).build()));
        var served = step(COPY_SERVED, "2024-02-20");
        var decided = with(DECIDED, "2024-03-28").outcome(ReconsiderationOutcome.REVOKED);
        assertEquals(List.of("REPLY_MISSING"), codes(IN, ORDINARY, HEARD, served, decided.build()));
        assertEquals(
                List.of("REDO_PERIOD_NOT_SET"),
                codes(IN, ORDINARY, HEARD, decided.redo(true).build()));
        assertEquals(
                List.of(), codes(IN, ORDINARY, HEARD, decided.redoWithinDays(30).build()));
        var order = with(DECIDED, "2024-03-28").outcome(ReconsiderationOutcome.ORDERED_TO_PERFORM);
        assertEquals(List.of("PERFORMANCE_PERIOD_NOT_SET"), codes(IN, ORDINARY, HEARD, order.build()));
        assertEquals(
                List.of(),
                codes(IN, ORDINARY, HEARD, order.performWithinDays(30).build()));
    }

    @Test
    void theOldLawReviewedInWriting() {
        var in = received("2022-02-21");
        var revoked = with(DECIDED, "2022-03-21")
                .outcome(ReconsiderationOutcome.REVOKED)
                .redo(true);
        assertEquals(List.of(), codes(in, ordinary("2022-02-22"), revoked.build()));
        var order = with(DECIDED, "2022-03-28").outcome(ReconsiderationOutcome.ORDERED_TO_PERFORM);
        var found = found(in, ordinary("2022-02-22"), order.build());
        assertEquals("Art. 28 XZFY-2017", found.get(0).article());
        var missing = found(in, ordinary("2022-02-22"), step(COPY_SERVED, "2022-02-22"), revoked.build());
        assertEquals("Art. 28 XZFY-2017", missing.get(0).article());
    }
}
