package cn.disputes.cases.litigation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.disputes.cases.calendar.ShippedCalendar;
import cn.disputes.contract.codes.Instance;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lies ahead of a suit, by its steps. */
class UpcomingTest {
    private static final String SERVED = "FILED 2024-03-01; SERVED 2024-03-04; ";
    private static final String HEARD = SERVED + "HEARING_HELD 2024-04-01 headAttendance=";
    private static final String JUDGED = SERVED + "CONCLUDED 2024-05-01 outcome=REVOKED; ";

    private static Upcoming of(Instance instance, String history) {
        var file = WrittenHistory.fold(instance, history);
        return Upcoming.of(file, new LitigationDeadlines(file, ShippedCalendar.load(), LocalDate.of(2024, 5, 2)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // nothing announced, or announced without a day
                SERVED + "HEAD_NAMED 2024-03-10 attendee=DEPUTY | | false",
                SERVED + "HEARING_SCHEDULED 2024-03-10 | | false",
                SERVED + "HEARING_SCHEDULED 2024-03-10 hearingOn=2024-04-01 | 2024-04-01 | true",
                // the later notice holds, whichever day it names
                SERVED + "HEARING_SCHEDULED 2024-03-10 hearingOn=2024-04-09; HEARING_SCHEDULED 2024-03-11"
                        + " hearingOn=2024-04-08 | 2024-04-08 | true",
                // named before the notice or after it
                SERVED + "HEAD_NAMED 2024-03-09 attendee=PRINCIPAL; HEARING_SCHEDULED 2024-03-10"
                        + " hearingOn=2024-04-01 | 2024-04-01 | false",
                SERVED + "HEARING_SCHEDULED 2024-03-10 hearingOn=2024-04-01; HEAD_NAMED 2024-03-11"
                        + " attendee=DEPUTY | 2024-04-01 | false",
                // held: on its day, late, and another one before it
                SERVED + "HEARING_SCHEDULED 2024-03-10 hearingOn=2024-04-01; HEARING_HELD 2024-04-01"
                        + " headAttendance=ABSENT | | false",
                SERVED + "HEARING_SCHEDULED 2024-03-10 hearingOn=2024-04-01; HEARING_HELD 2024-04-02"
                        + " headAttendance=ABSENT | | false",
                SERVED + "HEARING_SCHEDULED 2024-03-10 hearingOn=2024-04-08; HEARING_HELD 2024-04-01"
                        + " headAttendance=ABSENT | 2024-04-08 | true",
                // whoever was named was named for the hearing that was held
                SERVED + "HEAD_NAMED 2024-03-09 attendee=DEPUTY; HEARING_HELD 2024-04-01 headAttendance=ABSENT;"
                        + " HEARING_SCHEDULED 2024-04-02 hearingOn=2024-04-20 | 2024-04-20 | true",
                // once is enough for the instance, unless the court calls again (Art. 7)
                HEARD + "DEPUTY; HEARING_SCHEDULED 2024-04-02 hearingOn=2024-04-20 | 2024-04-20 | false",
                HEARD
                        + "DEPUTY; HEARING_SCHEDULED 2024-04-02 hearingOn=2024-04-20 headNotified=true | 2024-04-20 | true",
                HEARD
                        + "DEPUTY; HEARING_SCHEDULED 2024-04-02 hearingOn=2024-04-20 headNotified=false | 2024-04-20 | false",
                HEARD + "ABSENT_JUSTIFIED; HEARING_SCHEDULED 2024-04-02 hearingOn=2024-04-20 | 2024-04-20 | true",
                // an instance that ended is heard no more
                SERVED + "HEARING_SCHEDULED 2024-03-10 hearingOn=2024-06-01; CONCLUDED 2024-05-01"
                        + " outcome=MEDIATED | | false",
            })
    void aHearingIsToComeUntilItIsHeld(String history, LocalDate hearingOn, boolean headToName) {
        assertEquals(new Upcoming(hearingOn, headToName, null), of(Instance.FIRST, history));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FIRST | " + JUDGED + " | ",
                "FIRST | " + JUDGED + "JUDGMENT_SERVED 2024-05-06 | 2024-05-21",
                // ten days for a ruling, the last of them a Saturday
                "FIRST | " + SERVED
                        + "CONCLUDED 2024-05-01 outcome=SUIT_DISMISSED; JUDGMENT_SERVED 2024-05-08 | 2024-05-20",
                "FIRST | " + SERVED
                        + "CONCLUDED 2024-05-01 outcome=CLAIM_REJECTED; JUDGMENT_SERVED 2024-05-06 | 2024-05-21",
                "FIRST | " + SERVED + "CONCLUDED 2024-05-01 outcome=MEDIATED; JUDGMENT_SERVED 2024-05-06 | ",
                "FIRST | " + JUDGED + "JUDGMENT_SERVED 2024-05-06; APPEALED 2024-05-10 | ",
                "FIRST | " + JUDGED + "JUDGMENT_SERVED 2024-05-06; EFFECTIVE 2024-05-22 | ",
                "SECOND | " + JUDGED + "JUDGMENT_SERVED 2024-05-06 | ",
            })
    void anAppealIsOpenFromServiceUntilItIsUsedOrTheDecisionHolds(
            Instance instance, String history, LocalDate appealDueOn) {
        assertEquals(
                new Upcoming(null, false, appealDueOn),
                of(instance, history.strip().replaceAll(";$", "")));
    }
}
