package cn.disputes.cases.litigation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.contract.codes.HeadAttendance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether a head stood in court, fact by fact (法释〔2020〕3号). */
class AttendanceRulesTest {
    private static HearingAttendance evaluated(String facts) {
        return WrittenHistory.step("HEARING_HELD 2024-05-20 " + facts).attendance();
    }

    private static String codes(List<Hint> hints) {
        return hints.stream().map(Hint::code).collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Art. 2: who is a head
                "attendees=PRINCIPAL | PRINCIPAL | HEAD_ATTENDED | ''",
                "attendees=DEPUTY | DEPUTY | HEAD_ATTENDED | ''",
                "attendees=DEPUTY_LEVEL_IN_CHARGE | OTHER_HEAD | HEAD_ATTENDED | ''",
                "attendees=OTHER_IN_CHARGE | OTHER_HEAD | HEAD_ATTENDED | ''",
                "attendees=STAFF+DEPUTY+PRINCIPAL+LAWYER | PRINCIPAL | HEAD_ATTENDED | ''",
                "attendees=OTHER_IN_CHARGE+DEPUTY | DEPUTY | HEAD_ATTENDED | ''",
                "attendees=DELEGATED_HEAD | ABSENT | NOT_A_HEAD NO_REASON ONLY_STAFF | ABSENT_WITHOUT_REASON",
                "attendees=LOWER_AGENCY_HEAD+LAWYER | ABSENT | NOT_A_HEAD NO_REASON ONLY_STAFF | ABSENT_WITHOUT_REASON",
                "attendees=STAFF | ABSENT | NO_REASON ONLY_STAFF | ABSENT_WITHOUT_REASON",
                "attendees=DELEGATED_STAFF | ABSENT | NO_REASON ONLY_STAFF | ABSENT_WITHOUT_REASON",
                "attendees=LEGAL_OFFICE_STAFF+LAWYER | ABSENT | NO_REASON ONLY_STAFF | ABSENT_WITHOUT_REASON",
                "attendees=LAWYER | ABSENT | NO_REASON ONLY_LAWYER | ABSENT_WITHOUT_REASON NEITHER_HEAD_NOR_STAFF",
                "attendees= | ABSENT | NO_REASON NOBODY | ABSENT_WITHOUT_REASON NEITHER_HEAD_NOR_STAFF",
                "identity=ACCEPTED | ABSENT | NO_REASON NOBODY | ABSENT_WITHOUT_REASON NEITHER_HEAD_NOR_STAFF",
                // Art. 6: proof of identity
                "attendees=DEPUTY identity=ACCEPTED | DEPUTY | HEAD_ATTENDED | ''",
                "attendees=DEPUTY identity=CORRECTED | DEPUTY | HEAD_ATTENDED | ''",
                "attendees=DEPUTY identity=CORRECTABLE | DEPUTY | HEAD_ATTENDED IDENTITY_TO_CORRECT | ''",
                "attendees=DEPUTY+STAFF identity=REJECTED | ABSENT | IDENTITY_REJECTED ONLY_STAFF |"
                        + " ABSENT_WITHOUT_REASON",
                "attendees=DEPUTY+STAFF identity=NOT_SUBMITTED | ABSENT | IDENTITY_REJECTED ONLY_STAFF |"
                        + " ABSENT_WITHOUT_REASON",
                "attendees=DEPUTY+LAWYER identity=REJECTED | ABSENT | IDENTITY_REJECTED ONLY_LAWYER |"
                        + " ABSENT_WITHOUT_REASON NEITHER_HEAD_NOR_STAFF",
                // Art. 11 and 12
                "attendees=PRINCIPAL spokeToSubstance=true | PRINCIPAL | HEAD_ATTENDED | ''",
                "attendees=PRINCIPAL spokeToSubstance=false | PRINCIPAL | HEAD_ATTENDED SILENT | ''",
                "attendees=PRINCIPAL refusedToExplain=true | PRINCIPAL | HEAD_ATTENDED REFUSED_TO_EXPLAIN |"
                        + " REFUSED_TO_EXPLAIN",
                "attendees=PRINCIPAL leftWithoutPermission=true | ABSENT | LEFT_EARLY | LEFT_EARLY",
                "attendees=PRINCIPAL leftWithoutPermission=true postponedBefore=true | ABSENT | LEFT_EARLY |"
                        + " LEFT_EARLY",
                "attendees=PRINCIPAL leftWithoutPermission=false refusedToExplain=false | PRINCIPAL | HEAD_ATTENDED |"
                        + " ''",
                "attendees=STAFF postponedBefore=true | ABSENT | NO_REASON ONLY_STAFF | ABSENT_WITHOUT_REASON"
                        + " ABSENT_AFTER_POSTPONEMENT",
                "attendees=PRINCIPAL postponedBefore=true | PRINCIPAL | HEAD_ATTENDED | ''",
                // Art. 8 and 9: justified absence
                "attendees=STAFF absenceReason=FORCE_MAJEURE absenceProven=true absenceAccepted=true |"
                        + " ABSENT_JUSTIFIED | JUSTIFIED ONLY_STAFF | ''",
                "attendees=STAFF absenceReason=ACCIDENT absenceProven=true absenceAccepted=true | ABSENT_JUSTIFIED |"
                        + " JUSTIFIED ONLY_STAFF | ''",
                "attendees=STAFF absenceReason=IRREPLACEABLE_DUTY absenceProven=true absenceAccepted=true |"
                        + " ABSENT_JUSTIFIED | JUSTIFIED ONLY_STAFF | ''",
                "attendees=STAFF absenceReason=OTHER_JUSTIFIED absenceProven=true absenceAccepted=true"
                        + " postponedBefore=true | ABSENT_JUSTIFIED | JUSTIFIED ONLY_STAFF | ''",
                "attendees=STAFF absenceReason=ACCIDENT absenceAccepted=true | ABSENT | PROOF_MISSING ONLY_STAFF |"
                        + " ABSENT_WITHOUT_REASON",
                "attendees=STAFF absenceReason=ACCIDENT absenceProven=false absenceAccepted=true | ABSENT |"
                        + " PROOF_MISSING ONLY_STAFF | ABSENT_WITHOUT_REASON",
                "attendees=STAFF absenceReason=ACCIDENT absenceProven=true absenceAccepted=false | ABSENT |"
                        + " REASON_NOT_ACCEPTED ONLY_STAFF | ABSENT_WITHOUT_REASON",
                "attendees=STAFF absenceReason=ACCIDENT absenceProven=true | ABSENT | REASON_NOT_EXAMINED ONLY_STAFF |"
                        + " ABSENT_WITHOUT_REASON",
                // Art. 10: a justified absence still needs staff, a lawyer alone is not enough
                "attendees=LAWYER absenceReason=ACCIDENT absenceProven=true absenceAccepted=true | ABSENT_JUSTIFIED |"
                        + " JUSTIFIED ONLY_LAWYER | NEITHER_HEAD_NOR_STAFF",
                "attendees= absenceReason=ACCIDENT absenceProven=true absenceAccepted=true | ABSENT_JUSTIFIED |"
                        + " JUSTIFIED NOBODY | NEITHER_HEAD_NOR_STAFF",
                "attendees=DELEGATED_HEAD absenceReason=ACCIDENT absenceProven=true absenceAccepted=true |"
                        + " ABSENT_JUSTIFIED | NOT_A_HEAD JUSTIFIED ONLY_STAFF | ''",
            })
    void everyFactCounts(String facts, HeadAttendance attendance, String findings, String risks) {
        var appearance = facts.replaceAll("(\\w+=)", "appearance.$1");
        var evaluated = evaluated(appearance);
        assertEquals(attendance, evaluated.headAttendance());
        assertEquals(findings, codes(evaluated.findings()));
        assertEquals(risks, codes(evaluated.courtAdviceRisk()));
        assertEquals(LocalDate.of(2024, 5, 20), evaluated.on());
    }

    @ParameterizedTest
    @EnumSource(HeadAttendance.class)
    void aStatedResultIsTakenAsStated(HeadAttendance attendance) {
        var evaluated = evaluated("headAttendance=" + attendance);
        assertEquals(attendance, evaluated.headAttendance());
        assertEquals("", codes(evaluated.findings()));
        assertEquals(
                attendance == HeadAttendance.ABSENT ? "ABSENT_WITHOUT_REASON" : "", codes(evaluated.courtAdviceRisk()));
    }

    @ParameterizedTest
    @EnumSource(AttendeeRole.class)
    void everyRoleIsAHeadOrStaffOrALawyer(AttendeeRole role) {
        assertTrue(role.isHead() ^ role.isStaff() ^ role == AttendeeRole.LAWYER);
        assertTrue(!role.isHeadElsewhere() || role.isStaff());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | NO_HEARING | ",
                "DEPUTY | FULFILLED | 1",
                "ABSENT | UNFULFILLED | ",
                "ABSENT_JUSTIFIED | EXCUSED | ",
                "ABSENT_JUSTIFIED ABSENT | UNFULFILLED | ",
                "ABSENT ABSENT_JUSTIFIED | UNFULFILLED | ",
                // Art. 7: once is enough for the instance
                "ABSENT PRINCIPAL ABSENT | FULFILLED | 2",
                "DEPUTY ABSENT | FULFILLED | 1",
                "ABSENT_JUSTIFIED OTHER_HEAD | FULFILLED | 2",
                "DEPUTY PRINCIPAL | FULFILLED | 1",
                // unless the court called again
                "DEPUTY ABSENT! | UNFULFILLED | 1",
                "DEPUTY ABSENT_JUSTIFIED! | FULFILLED | 1",
                "DEPUTY ABSENT! DEPUTY | FULFILLED | 1",
                "ABSENT_JUSTIFIED ABSENT_JUSTIFIED! | EXCUSED | ",
            })
    void onceIsEnoughForAnInstance(String attendances, HeadDuty.State state, Integer fulfilledAt) {
        var hearings = new ArrayList<HearingAttendance>();
        for (var attendance : attendances.isEmpty() ? new String[0] : attendances.split(" ")) {
            var on = LocalDate.of(2024, 5, hearings.size() + 1);
            var result = HeadAttendance.valueOf(attendance.replace("!", ""));
            hearings.add(new HearingAttendance(on, result, List.of(), List.of(), attendance.endsWith("!")));
        }
        var duty = AttendanceRules.duty(hearings);
        assertEquals(state, duty.state());
        assertEquals(fulfilledAt == null ? null : LocalDate.of(2024, 5, fulfilledAt), duty.fulfilledOn());
        assertEquals(hearings, duty.hearings());
    }

    @Test
    void beingCalledAgainIsKept() {
        assertTrue(evaluated("appearance.attendees=STAFF appearance.calledAgain=true")
                .calledAgain());
        assertTrue(!evaluated("appearance.attendees=STAFF").calledAgain());
    }

    @Test
    void everyFindingNamesItsArticle() {
        assertEquals(
                "法释〔2020〕3号 Art. 6", AttendanceFinding.IDENTITY_REJECTED.hint().article());
        assertEquals("解释 Art. 128", AttendanceFinding.ONLY_LAWYER.hint().article());
        for (var finding : AttendanceFinding.values()) {
            assertTrue(finding.hint().article().contains("Art. "));
            assertTrue(!finding.hint().zh().isBlank() && !finding.hint().en().isBlank());
        }
    }
}
