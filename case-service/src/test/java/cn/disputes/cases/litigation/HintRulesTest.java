package cn.disputes.cases.litigation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.cases.calendar.ShippedCalendar;
import cn.disputes.cases.calendar.WorkingCalendar;
import cn.disputes.contract.codes.Domain;
import cn.disputes.contract.codes.Instance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a suit is told without being refused. */
class HintRulesTest {
    private static final WorkingCalendar CALENDAR = ShippedCalendar.load();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "FIRST | FILED 2024-03-01 | - | OTHER | 2024-03-02 | ''",
                "FIRST | FILED 2024-10-01 act.knownOn=2024-03-31 | - | OTHER | 2024-10-02 | FILED_LATE",
                "FIRST | FILED 2024-10-01 act.dutyRequestedOn=2024-01-31 | - | OTHER | 2024-10-02 | FILED_LATE",
                "FIRST | FILED 2024-02-01 act.dutyRequestedOn=2024-01-31 | - | OTHER | 2024-02-02 | FILED_EARLY",
                "SECOND | FILED 2024-03-01 | - | OTHER | 2024-03-02 | PREVIOUS_CASE_MISSING",
                "RETRIAL | FILED 2024-03-01 | - | OTHER | 2024-03-02 | PREVIOUS_CASE_MISSING",
                "SECOND | FILED 2024-03-01 | X | OTHER | 2024-03-02 | ''",
                "FIRST | FILED 2024-03-01 procedure=SIMPLIFIED | X | OTHER | 2024-03-02 | SIMPLIFIED_AFTER_REMAND",
                "FIRST | FILED 2024-03-01 procedure=SIMPLIFIED | - | OTHER | 2024-03-02 | ''",
                "FIRST | FILED 2024-03-01 procedure=ORDINARY | X | OTHER | 2024-03-02 | ''",
                // evidence
                "FIRST | FILED 2024-03-01; SERVED 2024-03-04 | - | OTHER | 2024-03-19 | ''",
                "FIRST | FILED 2024-03-01; SERVED 2024-03-04 | - | OTHER | 2024-03-20 | LATE_EVIDENCE",
                "FIRST | FILED 2024-03-01; SERVED 2024-03-04; DEFENCE_FILED 2024-03-20 | - | OTHER | 2024-03-20 |"
                        + " LATE_EVIDENCE",
                "FIRST | FILED 2024-03-01; SERVED 2024-03-04; DEFENCE_FILED 2024-03-19 | - | OTHER | 2024-05-20 | ''",
                "SECOND | FILED 2024-03-01; SERVED 2024-03-04 | X | OTHER | 2024-03-20 | ''",
                "FIRST | FILED 2024-03-01 procedure=SIMPLIFIED; SERVED 2024-03-04; EVIDENCE_TERM_SET 2024-03-05 days=5"
                        + " | - | OTHER | 2024-03-12 | LATE_EVIDENCE",
                "FIRST | FILED 2024-03-01; SERVED 2024-03-04; EVIDENCE_EXTENSION_REQUESTED 2024-03-05 | - | OTHER |"
                        + " 2024-03-20 | LATE_EVIDENCE",
                "FIRST | FILED 2024-03-01; SERVED 2024-03-04; EVIDENCE_EXTENSION_REQUESTED 2024-03-05;"
                        + " EVIDENCE_EXTENSION_GRANTED 2024-03-06 | - | OTHER | 2024-05-20 | ''",
                "FIRST | FILED 2024-03-01; SERVED 2024-03-04; EVIDENCE_EXTENSION_REQUESTED 2024-03-05;"
                        + " EVIDENCE_EXTENSION_GRANTED 2024-03-06; EVIDENCE_CAUSE_ENDED 2024-03-25 | - | OTHER |"
                        + " 2024-04-09 | ''",
                "FIRST | FILED 2024-03-01; SERVED 2024-03-04; EVIDENCE_EXTENSION_REQUESTED 2024-03-05;"
                        + " EVIDENCE_EXTENSION_GRANTED 2024-03-06; EVIDENCE_CAUSE_ENDED 2024-03-25 | - | OTHER |"
                        + " 2024-04-10 | LATE_EVIDENCE",
                // the head in fields of major public interest
                "FIRST | FILED 2024-03-01; HEARING_SCHEDULED 2024-03-05 | - | ECOLOGY | 2024-03-05 |"
                        + " HEAD_TO_BE_NOTIFIED",
                "FIRST | FILED 2024-03-01; HEARING_SCHEDULED 2024-03-05 headNotified=false | - | HEALTH | 2024-03-05 |"
                        + " HEAD_TO_BE_NOTIFIED",
                "FIRST | FILED 2024-03-01; HEARING_SCHEDULED 2024-03-05; HEARING_SCHEDULED 2024-03-06"
                        + " headNotified=true | - | NATURAL_RESOURCES | 2024-03-06 | ''",
                "FIRST | FILED 2024-03-01 | - | ECOLOGY | 2024-03-05 | ''",
                "FIRST | FILED 2024-03-01; HEARING_SCHEDULED 2024-03-05 | - | OTHER | 2024-03-05 | ''",
                // conversion within the 45 days, less what does not count
                "FIRST | FILED 2024-03-01 procedure=SIMPLIFIED; PROCEDURE_CONVERTED 2024-04-15 to=ORDINARY | - | OTHER"
                        + " | 2024-04-15 | ''",
                "FIRST | FILED 2024-03-01 procedure=SIMPLIFIED; PROCEDURE_CONVERTED 2024-04-16 to=ORDINARY | - | OTHER"
                        + " | 2024-04-16 | CONVERTED_LATE",
                "FIRST | FILED 2024-03-01 procedure=SIMPLIFIED; EXCLUDED_PERIOD 2024-03-11 ground=MEDIATION"
                        + " from=2024-03-06; PROCEDURE_CONVERTED 2024-04-16 to=ORDINARY | - | OTHER | 2024-04-16 | ''",
                // suspension
                "FIRST | FILED 2024-03-01; SUSPENDED 2024-03-11 ground=1 | - | OTHER | 2024-06-08 | ''",
                "FIRST | FILED 2024-03-01; SUSPENDED 2024-03-11 ground=1 | - | OTHER | 2024-06-09 |"
                        + " SUSPENSION_TIMED_OUT",
                "FIRST | FILED 2024-03-01; SUSPENDED 2024-03-11 ground=5 | - | OTHER | 2024-09-09 | ''",
                "FIRST | FILED 2024-03-01; SUSPENDED 2024-03-11 | - | OTHER | 2024-09-09 | ''",
                "FIRST | FILED 2024-03-01; SUSPENDED 2024-03-11 ground=1; RESUMED 2024-03-12 | - | OTHER | 2024-06-09"
                        + " | ''",
                // effect
                "FIRST | FILED 2024-03-01; CONCLUDED 2024-05-01 outcome=REVOKED; EFFECTIVE 2024-05-16 | - | OTHER |"
                        + " 2024-05-16 | EFFECTIVE_EARLY",
                "FIRST | FILED 2024-03-01; CONCLUDED 2024-05-01 outcome=REVOKED; EFFECTIVE 2024-05-17 | - | OTHER |"
                        + " 2024-05-17 | ''",
                "FIRST | FILED 2024-03-01; CONCLUDED 2024-08-01 outcome=REVOKED; JUDGMENT_SERVED 2024-08-05;"
                        + " JUDGMENT_SERVED 2024-08-20; EFFECTIVE 2024-08-25 | - | OTHER | 2024-08-25 | EFFECTIVE_EARLY",
                "FIRST | FILED 2024-03-01; CONCLUDED 2024-05-01 outcome=MEDIATED; EFFECTIVE 2024-05-01 | - | OTHER |"
                        + " 2024-05-17 | ''",
                "FIRST | FILED 2024-03-01; CONCLUDED 2024-05-01 outcome=REVOKED; APPEALED 2024-05-08; EFFECTIVE"
                        + " 2024-05-09 | - | OTHER | 2024-05-17 | EFFECTIVE_THOUGH_APPEALED",
                "FIRST | FILED 2024-03-01; CONCLUDED 2024-05-01 outcome=REVOKED; APPEALED 2024-05-08 | - | OTHER |"
                        + " 2024-05-17 | ''",
            })
    void saysWhatTheLawSays(
            Instance instance, String history, String previous, Domain domain, LocalDate today, String expected) {
        var file = WrittenHistory.fold(instance, history);
        var filing = new FilingDeadlines(file, null, null, CALENDAR, today);
        var trial = new LitigationDeadlines(file, CALENDAR, today);
        var clocks = new ArrayList<>(filing.all());
        clocks.addAll(trial.all());
        var hints = new HintRules(file, trial, clocks, today).of(previous, domain, filing.premature());
        assertEquals(expected, hints.stream().map(SuitHint::name).collect(Collectors.joining(" ")));
    }

    @Test
    void everyHintNamesItsArticleInBothLanguages() {
        for (var hint : SuitHint.values()) {
            assertTrue(hint.hint().article().contains("Art. "));
            assertTrue(!hint.hint().zh().isBlank() && !hint.hint().en().isBlank());
            assertEquals(hint.name(), hint.hint().code());
        }
    }
}
