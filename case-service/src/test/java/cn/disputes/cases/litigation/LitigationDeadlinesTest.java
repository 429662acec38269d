package cn.disputes.cases.litigation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.cases.calendar.ShippedCalendar;
import cn.disputes.cases.calendar.WorkingCalendar;
import cn.disputes.cases.casefile.Deadline;
import cn.disputes.contract.codes.Instance;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every term of a suit: start, raw end, end, what meets it, and whether it was broken. */
class LitigationDeadlinesTest {
    private static final WorkingCalendar CALENDAR = ShippedCalendar.load();
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 5);

    private static List<Deadline> clocks(Instance instance, String history, LocalDate today) {
        return new LitigationDeadlines(WrittenHistory.fold(instance, history), CALENDAR, today).all();
    }

    private static List<Deadline> coded(List<Deadline> clocks, String code) {
        return clocks.stream().filter(clock -> clock.code().equals(code)).toList();
    }

    private static String shown(Deadline clock) {
        return String.join(
                " ",
                String.valueOf(clock.startsOn()),
                String.valueOf(clock.rawEnd()),
                String.valueOf(clock.end()),
                String.valueOf(clock.metOn()),
                clock.breached() ? "breached" : "kept",
                clock.article());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // the published vectors
                "DEFENCE | FIRST | FILED 2022-01-18; SERVED 2022-01-20; DEFENCE_FILED 2022-02-07 | 2022-01-20"
                        + " 2022-02-04 2022-02-07 2022-02-07 kept 行诉法 Art. 67",
                "FIRST | FIRST | FILED 2022-08-31; CONCLUDED 2023-03-01 outcome=REVOKED | 2022-08-31 2023-02-28"
                        + " 2023-02-28 2023-03-01 breached 行诉法 Art. 81",
                "APPEAL | FIRST | FILED 2022-03-01; CONCLUDED 2022-09-15 outcome=REVOKED; JUDGMENT_SERVED 2022-09-20;"
                        + " APPEALED 2022-10-08 | 2022-09-20 2022-10-05 2022-10-08 2022-10-08 kept 行诉法 Art. 85",
                // the table of terms, row by row
                "COPY_TO_DEF | FIRST | FILED 2024-04-30; SERVED 2024-05-07 | 2024-04-30 2024-05-05 2024-05-06"
                        + " 2024-05-07 breached 行诉法 Art. 67",
                "DEFENCE | FIRST | FILED 2024-03-01; SERVED 2024-03-04; DEFENCE_FILED 2024-03-20 | 2024-03-04"
                        + " 2024-03-19 2024-03-19 2024-03-20 breached 行诉法 Art. 67",
                "JURIS_OBJ | FIRST | FILED 2024-03-01; SERVED 2024-03-04; JURISDICTION_OBJECTED 2024-03-19 |"
                        + " 2024-03-04 2024-03-19 2024-03-19 2024-03-19 kept 解释 Art. 10",
                "EVID_EXT | FIRST | FILED 2024-03-01; SERVED 2024-03-04; EVIDENCE_EXTENSION_REQUESTED 2024-03-20 |"
                        + " 2024-03-04 2024-03-19 2024-03-19 2024-03-20 breached 解释 Art. 34",
                "SIMPLE_EVID | FIRST | FILED 2024-03-01 procedure=SIMPLIFIED; SERVED 2024-03-04; EVIDENCE_TERM_SET"
                        + " 2024-03-06 days=10; EVIDENCE_FILED 2024-03-18 | 2024-03-06 2024-03-16 2024-03-18 2024-03-18"
                        + " kept 解释 Art. 104",
                "COURT_NOTICE | FIRST | FILED 2024-03-01; HEARING_SCHEDULED 2024-05-18 hearingOn=2024-05-20 |"
                        + " 2024-05-20 2024-05-17 2024-05-17 2024-05-18 breached 解释 Art. 71; 法释〔2020〕3号 Art. 5",
                "COURT_NOTICE | FIRST | FILED 2024-03-01; HEARING_SCHEDULED 2024-05-17 hearingOn=2024-05-20 |"
                        + " 2024-05-20 2024-05-17 2024-05-17 2024-05-17 kept 解释 Art. 71; 法释〔2020〕3号 Art. 5",
                "FIRST | FIRST | FILED 2024-03-01; CONCLUDED 2024-09-02 outcome=REVOKED | 2024-03-01 2024-09-01"
                        + " 2024-09-02 2024-09-02 kept 行诉法 Art. 81",
                "FIRST_SIMPLE | FIRST | FILED 2024-03-01 procedure=SIMPLIFIED; CONCLUDED 2024-04-16 outcome=REVOKED |"
                        + " 2024-03-01 2024-04-15 2024-04-15 2024-04-16 breached 行诉法 Art. 83",
                "FIRST_SIMPLE | FIRST | FILED 2024-03-01; SERVED 2024-03-04 procedure=SIMPLIFIED; CONCLUDED 2024-04-15"
                        + " outcome=REVOKED | 2024-03-01 2024-04-15 2024-04-15 2024-04-15 kept 行诉法 Art. 83",
                "APPEAL | FIRST | FILED 2024-03-01; CONCLUDED 2024-08-01 outcome=CLAIM_REJECTED; APPEALED 2024-08-17 |"
                        + " 2024-08-01 2024-08-16 2024-08-16 2024-08-17 breached 行诉法 Art. 85",
                "APPEAL | FIRST | FILED 2022-03-01; CONCLUDED 2022-09-15 outcome=SUIT_DISMISSED; JUDGMENT_SERVED"
                        + " 2022-09-20; APPEALED 2022-10-01 | 2022-09-20 2022-09-30 2022-09-30 2022-10-01 breached 行诉法"
                        + " Art. 85",
                "APPEAL | FIRST | FILED 2022-03-01; CONCLUDED 2022-09-15 outcome=NOT_DOCKETED; JUDGMENT_SERVED"
                        + " 2022-09-20 | 2022-09-20 2022-09-30 2022-09-30 null kept 行诉法 Art. 85",
                "APPEAL_ANSWER | FIRST | FILED 2024-03-01; CONCLUDED 2024-08-01 outcome=REVOKED; APPEALED 2024-08-14;"
                        + " APPEAL_SERVED 2024-08-15; APPEAL_ANSWERED 2024-08-30 | 2024-08-15 2024-08-30 2024-08-30"
                        + " 2024-08-30 kept 解释 Art. 108",
                "APPEAL_ANSWER | SECOND | FILED 2024-08-10; SERVED 2024-08-15; DEFENCE_FILED 2024-08-31 | 2024-08-15"
                        + " 2024-08-30 2024-08-30 2024-08-31 breached 解释 Art. 108",
                "SECOND | SECOND | FILED 2024-07-01; CONCLUDED 2024-10-08 outcome=APPEAL_DISMISSED | 2024-07-01"
                        + " 2024-10-01 2024-10-08 2024-10-08 kept 行诉法 Art. 88; 解释 Art. 50",
                "SECOND | RETRIAL | FILED 2024-07-01 retriedAs=SECOND | 2024-07-01 2024-10-01 2024-10-08 null breached"
                        + " 行诉法 Art. 88; 解释 Art. 50",
                "FIRST | RETRIAL | FILED 2024-03-01 retriedAs=FIRST | 2024-03-01 2024-09-01 2024-09-02 null breached"
                        + " 行诉法 Art. 81",
                "SUSP_END | FIRST | FILED 2024-03-01; SUSPENDED 2024-03-11 ground=3; RESUMED 2024-06-12 | 2024-03-11"
                        + " 2024-06-09 2024-06-11 2024-06-12 breached 解释 Art. 88",
                "RETRIAL_APPLY | SECOND | FILED 2024-07-01; CONCLUDED 2024-08-20 outcome=REVOKED; EFFECTIVE"
                        + " 2024-08-31; RETRIAL_APPLIED 2025-02-28 | 2024-08-31 2025-02-28 2025-02-28 2025-02-28 kept 解释"
                        + " Art. 110",
                "RETRIAL_WRITTEN | SECOND | FILED 2024-05-01; CONCLUDED 2024-06-20 outcome=REVOKED; EFFECTIVE"
                        + " 2024-06-30; RETRIAL_APPLIED 2024-08-30; RETRIAL_COPY_SERVED 2024-09-02; RETRIAL_OPINION_FILED"
                        + " 2024-09-19 | 2024-09-02 2024-09-17 2024-09-18 2024-09-19 breached 解释 Art. 111",
                "RETRIAL_REVIEW | SECOND | FILED 2024-05-01; CONCLUDED 2024-06-20 outcome=REVOKED; EFFECTIVE"
                        + " 2024-06-30; RETRIAL_APPLIED 2024-08-30; RETRIAL_REVIEW_OPENED 2024-09-10;"
                        + " RETRIAL_REVIEW_CLOSED 2025-03-10 | 2024-09-10 2025-03-10 2025-03-10 2025-03-10 kept 解释 Art."
                        + " 112",
                "NORM_ADVICE | FIRST | FILED 2024-05-01; CONCLUDED 2024-06-20 outcome=REVOKED; ADVICE_RECEIVED"
                        + " 2024-09-02 advice=NORMATIVE_DOCUMENT; ADVICE_ANSWERED 2024-11-01 | 2024-09-02 2024-11-01"
                        + " 2024-11-01 2024-11-01 kept 解释 Art. 149",
                "NORM_ADVICE | FIRST | FILED 2024-05-01; CONCLUDED 2024-06-20 outcome=REVOKED; ADVICE_RECEIVED"
                        + " 2024-09-02 advice=NORMATIVE_DOCUMENT | 2024-09-02 2024-11-01 2024-11-01 null breached 解释 Art."
                        + " 149",
                "ENFORCE | SECOND | FILED 2024-04-01; CONCLUDED 2024-05-20 outcome=ORDERED_TO_PAY"
                        + " performWithinDays=15; EFFECTIVE 2024-05-31; ENFORCEMENT_APPLIED 2025-01-02 | 2024-06-15"
                        + " 2026-06-15 2026-06-15 2025-01-02 kept 解释 Art. 153",
                "ENFORCE | SECOND | FILED 2024-04-01; CONCLUDED 2024-05-20 outcome=REVOKED redo=true; JUDGMENT_SERVED"
                        + " 2024-06-15; EFFECTIVE 2024-06-15; PERFORMED 2024-08-01 | 2024-06-15 2026-06-15 2026-06-15"
                        + " 2024-08-01 kept 解释 Art. 153",
            })
    void everyTermOfASuit(String code, Instance instance, String history, String expected) {
        var found = coded(clocks(instance, history, TODAY), code);
        assertEquals(
                List.of(expected),
                found.stream().map(LitigationDeadlinesTest::shown).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "APPEAL | SECOND | FILED 2024-03-01; CONCLUDED 2024-05-01 outcome=REVOKED",
                "APPEAL | FIRST | FILED 2024-03-01; CONCLUDED 2024-05-01 outcome=WITHDRAWN outcomeGround=SETTLED",
                "APPEAL | FIRST | FILED 2024-03-01; CONCLUDED 2024-05-01 outcome=TRANSFERRED",
                "APPEAL | FIRST | FILED 2024-03-01; CONCLUDED 2024-05-01 outcome=MEDIATED",
                "APPEAL | FIRST | FILED 2024-03-01",
                "APPEAL_ANSWER | FIRST | FILED 2024-03-01; CONCLUDED 2024-05-01 outcome=REVOKED; APPEALED 2024-05-02",
                "SUSP_END | FIRST | FILED 2024-03-01; SUSPENDED 2024-03-11 ground=4",
                "SUSP_END | FIRST | FILED 2024-03-01; SUSPENDED 2024-03-11",
                "DEFENCE | SECOND | FILED 2024-03-01; SERVED 2024-03-04",
                "DEFENCE | FIRST | FILED 2024-03-01",
                "EVID_EXT | SECOND | FILED 2024-03-01; SERVED 2024-03-04",
                "JURIS_OBJ | SECOND | FILED 2024-03-01; SERVED 2024-03-04",
                "COPY_TO_DEF | SECOND | FILED 2024-03-01; SERVED 2024-03-04",
                "SIMPLE_EVID | FIRST | FILED 2024-03-01 procedure=SIMPLIFIED; SERVED 2024-03-04",
                "COURT_NOTICE | FIRST | FILED 2024-03-01; HEARING_SCHEDULED 2024-05-18",
                "SECOND | RETRIAL | FILED 2024-07-01",
                "FIRST | RETRIAL | FILED 2024-07-01",
                "FIRST | FIRST | FILED 2024-03-01 procedure=SIMPLIFIED",
                "NORM_ADVICE | FIRST | FILED 2024-05-01; CONCLUDED 2024-06-20 outcome=REVOKED; ADVICE_RECEIVED"
                        + " 2024-09-02 advice=HEAD_ABSENCE",
                "ENFORCE | SECOND | FILED 2024-04-01; CONCLUDED 2024-05-20 outcome=ORDERED_TO_PAY; EFFECTIVE"
                        + " 2024-05-31",
                "ENFORCE | SECOND | FILED 2024-04-01; CONCLUDED 2024-05-20 outcome=ORDERED_TO_PAY performWithinDays=15",
                "ENFORCE | SECOND | FILED 2024-04-01; CONCLUDED 2024-05-20 outcome=REVOKED; JUDGMENT_SERVED"
                        + " 2024-06-15; EFFECTIVE 2024-06-15",
                "RETRIAL_APPLY | SECOND | FILED 2024-04-01; CONCLUDED 2024-05-20 outcome=REVOKED",
                "RETRIAL_WRITTEN | SECOND | FILED 2024-04-01; CONCLUDED 2024-05-20 outcome=REVOKED; EFFECTIVE"
                        + " 2024-05-31; RETRIAL_APPLIED 2024-06-30",
                "RETRIAL_REVIEW | SECOND | FILED 2024-04-01; CONCLUDED 2024-05-20 outcome=REVOKED; EFFECTIVE"
                        + " 2024-05-31; RETRIAL_APPLIED 2024-06-30",
            })
    void aTermThatDoesNotRunIsNotShown(String code, Instance instance, String history) {
        assertEquals(List.of(), coded(clocks(instance, history, TODAY), code));
    }

    /** 行诉法 Art. 85: each party from its own service; 解释 Art. 119: a retrial as the instance it is tried as. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FIRST | FILED 2024-03-01; CONCLUDED 2024-08-01 outcome=REVOKED; JUDGMENT_SERVED 2024-08-05;"
                        + " JUDGMENT_SERVED 2024-08-20; APPEALED 2024-09-04 | 2024-08-05 2024-08-20 2024-08-20 null kept"
                        + " 行诉法 Art. 85; 2024-08-20 2024-09-04 2024-09-04 2024-09-04 kept 行诉法 Art. 85",
                "FIRST | FILED 2024-03-01; CONCLUDED 2024-08-01 outcome=REVOKED; JUDGMENT_SERVED 2024-08-05;"
                        + " JUDGMENT_SERVED 2024-08-20; APPEALED 2024-09-05 | 2024-08-05 2024-08-20 2024-08-20 null kept"
                        + " 行诉法 Art. 85; 2024-08-20 2024-09-04 2024-09-04 2024-09-05 breached 行诉法 Art. 85",
                "FIRST | FILED 2024-03-01; CONCLUDED 2024-08-01 outcome=REVOKED; JUDGMENT_SERVED 2024-08-05; APPEALED"
                        + " 2024-08-12; JUDGMENT_SERVED 2024-08-20 | 2024-08-05 2024-08-20 2024-08-20 2024-08-12 kept 行诉法"
                        + " Art. 85; 2024-08-20 2024-09-04 2024-09-04 2024-08-12 kept 行诉法 Art. 85",
                "RETRIAL | FILED 2024-03-01 retriedAs=FIRST; CONCLUDED 2024-08-01 outcome=REVOKED; JUDGMENT_SERVED"
                        + " 2024-08-05; APPEALED 2024-08-12 | 2024-08-05 2024-08-20 2024-08-20 2024-08-12 kept 行诉法 Art."
                        + " 85",
                "RETRIAL | FILED 2024-03-01 retriedAs=SECOND; CONCLUDED 2024-08-01 outcome=REVOKED; JUDGMENT_SERVED"
                        + " 2024-08-05 | ''",
                "RETRIAL | FILED 2024-03-01; CONCLUDED 2024-08-01 outcome=REVOKED; JUDGMENT_SERVED 2024-08-05 | ''",
            })
    void anAppealLiesFromEveryService(Instance instance, String history, String expected) {
        assertEquals(expected, shown(coded(clocks(instance, history, TODAY), "APPEAL")));
    }

    private static String shown(List<Deadline> clocks) {
        return String.join(
                "; ", clocks.stream().map(LitigationDeadlinesTest::shown).toList());
    }

    /** 行诉法 Art. 67, 解释 Art. 135: each defendant from its own receipt; of one that was not, the first is taken. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DEFENCE_FILED 2024-03-15; DEFENCE_FILED 2024-03-18 agency=GOVERNMENT | 2024-03-04 2024-03-19"
                        + " 2024-03-19 2024-03-15 kept 行诉法 Art. 67; 2024-03-04 2024-03-19 2024-03-19 2024-03-18 kept"
                        + " 行诉法 Art. 67 | 2024-03-19",
                "SERVED 2024-03-06 agency=GOVERNMENT; DEFENCE_FILED 2024-03-15 | 2024-03-04 2024-03-19 2024-03-19"
                        + " 2024-03-15 kept 行诉法 Art. 67; 2024-03-06 2024-03-21 2024-03-21 null breached 行诉法 Art. 67 |"
                        + " 2024-03-21",
                "SERVED 2024-03-06 agency=GOVERNMENT | 2024-03-04 2024-03-19 2024-03-19 null breached 行诉法 Art. 67;"
                        + " 2024-03-06 2024-03-21 2024-03-21 null breached 行诉法 Art. 67 | 2024-03-19",
            })
    void everyDefendantHasItsOwnTimeForTheDefence(String steps, String expected, LocalDate due) {
        var file = WrittenHistory.fold(Instance.FIRST, "FILED 2024-03-01; SERVED 2024-03-04; " + steps);
        var deadlines = new LitigationDeadlines(file, CALENDAR, TODAY);
        assertEquals(expected, shown(coded(deadlines.all(), "DEFENCE")));
        assertEquals(due, deadlines.defenceDueOn());
        assertTrue(coded(deadlines.all(), "DEFENCE").get(1).rule().zh().contains("GOVERNMENT"));
    }

    @Test
    void moreTimeForEvidenceRunsFromTheEndOfWhatPreventedIt() {
        var history = "FILED 2024-03-01; SERVED 2024-03-04; EVIDENCE_EXTENSION_REQUESTED 2024-03-10;"
                + " EVIDENCE_EXTENSION_GRANTED 2024-03-12; EVIDENCE_CAUSE_ENDED 2024-03-25; EVIDENCE_FILED 2024-04-10";
        var both = coded(clocks(Instance.FIRST, history, TODAY), "EVID_EXT");
        assertEquals("2024-03-04 2024-03-19 2024-03-19 2024-03-10 kept 解释 Art. 34", shown(both.get(0)));
        assertEquals("2024-03-25 2024-04-09 2024-04-09 2024-04-10 breached 解释 Art. 34", shown(both.get(1)));
    }

    @Test
    void aConvertedCaseCountsItsSixMonthsFromTheFiling() {
        var history =
                "FILED 2024-03-01 procedure=SIMPLIFIED; SERVED 2024-03-04; PROCEDURE_CONVERTED 2024-04-10 to=ORDINARY";
        var clocks = clocks(Instance.FIRST, history, TODAY);
        assertEquals(List.of(), coded(clocks, "FIRST_SIMPLE"));
        assertEquals(LocalDate.of(2024, 9, 1), coded(clocks, "FIRST").get(0).rawEnd());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SUSPENDED 2024-04-01 ground=6; RESUMED 2024-05-01 | 2024-10-01 | SUSPENDED 解释 Art. 87(6)",
                "SUSPENDED 2024-04-01; RESUMED 2024-05-01 | 2024-10-01 | SUSPENDED",
                "EXCLUDED_PERIOD 2024-05-01 ground=APPRAISAL from=2024-04-01 | 2024-10-01 | APPRAISAL 解释 Art. 50",
                "EXCLUDED_PERIOD 2024-04-01 ground=PUBLIC_NOTICE from=2024-04-01 to=2024-05-01 | 2024-10-01 |"
                        + " PUBLIC_NOTICE 解释 Art. 50",
                "EXCLUDED_PERIOD 2024-05-01 ground=MEDIATION from=2024-04-21 | 2024-09-11 | MEDIATION 解释 Art. 50",
                "EXCLUDED_PERIOD 2024-05-01 ground=JURISDICTION_OBJECTION from=2024-04-26 | 2024-09-06 |"
                        + " JURISDICTION_OBJECTION 解释 Art. 50",
                "EXCLUDED_PERIOD 2024-05-01 ground=JURISDICTION_DISPUTE from=2024-05-01 | 2024-09-01 |"
                        + " JURISDICTION_DISPUTE 解释 Art. 50",
            })
    void whatDoesNotCountIsAddedAndSaid(String steps, LocalDate rawEnd, String reason) {
        var first = coded(clocks(Instance.FIRST, "FILED 2024-03-01; SERVED 2024-03-04; " + steps, TODAY), "FIRST")
                .get(0);
        assertEquals(rawEnd, first.rawEnd());
        assertEquals(reason, first.excluded().get(0).reason());
    }

    @Test
    void daysThatTwoPeriodsShareAreLeftOutOnce() {
        var history = "FILED 2024-03-01; SERVED 2024-03-04; SUSPENDED 2024-04-01 ground=6; RESUMED 2024-05-01;"
                + " EXCLUDED_PERIOD 2024-05-11 ground=APPRAISAL from=2024-04-21";
        assertEquals(
                LocalDate.of(2024, 10, 11),
                coded(clocks(Instance.FIRST, history, TODAY), "FIRST").get(0).rawEnd());
    }

    @Test
    void extensionsAddUp() {
        var history = "FILED 2024-03-01; SERVED 2024-03-04; EXTENDED 2024-08-01 days=30; EXTENDED 2024-09-01 days=10";
        var first = coded(clocks(Instance.FIRST, history, TODAY), "FIRST").get(0);
        assertEquals(40, first.extendedDays());
        assertEquals(LocalDate.of(2024, 10, 11), first.rawEnd());
    }

    @Test
    void anOpenSuspensionStopsTheClockTillToday() {
        var history = "FILED 2024-03-01; SERVED 2024-03-04; SUSPENDED 2024-04-01 ground=1";
        var clocks = clocks(Instance.FIRST, history, LocalDate.of(2024, 7, 2));
        assertEquals(
                LocalDate.of(2024, 9, 1).plusDays(92),
                coded(clocks, "FIRST").get(0).rawEnd());
        assertTrue(coded(clocks, "SUSP_END").get(0).breached());
        var ended = clocks(Instance.FIRST, history + "; CONCLUDED 2024-07-03 outcome=TERMINATED ground=3", TODAY);
        assertEquals(LocalDate.of(2024, 7, 3), coded(ended, "SUSP_END").get(0).metOn());
    }

    @Test
    void aRightNobodyUsedIsNotBroken() {
        var history = "FILED 2024-03-01; SERVED 2024-03-04; CONCLUDED 2024-05-01 outcome=REVOKED; EFFECTIVE 2024-05-20";
        var clocks = clocks(Instance.FIRST, history, TODAY);
        for (var code : List.of("APPEAL", "JURIS_OBJ", "EVID_EXT", "RETRIAL_APPLY")) {
            assertFalse(coded(clocks, code).get(0).breached(), code);
        }
    }

    @Test
    void theOldestAdviceIsAnsweredFirst() {
        var history = "FILED 2024-03-01; SERVED 2024-03-04; ADVICE_RECEIVED 2024-04-01 advice=NORMATIVE_DOCUMENT;"
                + " ADVICE_RECEIVED 2024-04-10 advice=NORMATIVE_DOCUMENT; ADVICE_ANSWERED 2024-05-06";
        var advices = coded(clocks(Instance.FIRST, history, TODAY), "NORM_ADVICE");
        assertEquals(LocalDate.of(2024, 5, 6), advices.get(0).metOn());
        assertEquals(null, advices.get(1).metOn());
    }

    /** Of two defences the late one stays late, though the other's term ended after it came. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DEFENCE_FILED 2024-03-28 | 2024-04-02",
                "DEFENCE_FILED 2024-03-28; DEFENCE_FILED 2024-03-29 agency=B | 2024-03-19",
                "DEFENCE_FILED 2024-03-18; DEFENCE_FILED 2024-03-29 agency=B | 2024-04-02",
                "DEFENCE_FILED 2024-03-29 agency=B | 2024-03-19",
            })
    void theDayADefenceFallsDueIsTheOneThatWasMissed(String filed, LocalDate due) {
        var file = WrittenHistory.fold(
                Instance.FIRST, "FILED 2024-03-01; SERVED 2024-03-04; SERVED 2024-03-18 agency=B; " + filed);
        assertEquals(due, new LitigationDeadlines(file, CALENDAR, TODAY).defenceDueOn());
    }
}
