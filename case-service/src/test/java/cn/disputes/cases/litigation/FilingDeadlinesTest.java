package cn.disputes.cases.litigation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.disputes.cases.calendar.ShippedCalendar;
import cn.disputes.cases.calendar.WorkingCalendar;
import cn.disputes.cases.dispute.Reconsideration;
import cn.disputes.contract.codes.Instance;
import cn.disputes.contract.codes.ReconsiderationOutcome;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a suit came in time (起诉期限), and the seven days of docketing. */
class FilingDeadlinesTest {
    private static final WorkingCalendar CALENDAR = ShippedCalendar.load();
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 5);

    private static FilingDeadlines filing(String filed) {
        return new FilingDeadlines(WrittenHistory.fold(Instance.FIRST, filed), null, null, CALENDAR, TODAY);
    }

    private static String shown(FilingDeadlines filing) {
        var text = new StringBuilder();
        for (var clock : filing.all()) {
            text.append(text.isEmpty() ? "" : "; ")
                    .append(String.join(
                            " ",
                            clock.code(),
                            clock.startsOn().toString(),
                            clock.rawEnd().toString(),
                            clock.end().toString(),
                            clock.breached() ? "breached" : "kept",
                            clock.article()));
        }
        return text.toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FILED 2024-03-01 | ''",
                "FILED 2024-03-04 claimReceivedOn=2024-02-23 | CASE_ACCEPT 2024-02-23 2024-03-01 2024-03-01 breached"
                        + " 行诉法 Art. 51",
                "FILED 2024-09-30 act.knownOn=2024-03-31 | FILE_DIRECT 2024-03-31 2024-09-30 2024-09-30 kept 行诉法 Art."
                        + " 46",
                "FILED 2024-10-01 act.knownOn=2024-03-31 | FILE_DIRECT 2024-03-31 2024-09-30 2024-09-30 breached 行诉法"
                        + " Art. 46",
                // not told: six months from learning the term, one year at most from knowing of the act
                "FILED 2024-12-10 act.knownOn=2024-01-10 act.termKnownOn=2024-06-10 | FILE_DIRECT 2024-06-10"
                        + " 2024-12-10 2024-12-10 kept 解释 Art. 64",
                "FILED 2025-01-13 act.knownOn=2024-01-10 act.termKnownOn=2024-11-10 | FILE_DIRECT 2024-01-10"
                        + " 2025-01-10 2025-01-10 breached 解释 Art. 64",
                "FILED 2024-12-10 act.termKnownOn=2024-06-10 | FILE_DIRECT 2024-06-10 2024-12-10 2024-12-10 kept 解释"
                        + " Art. 64",
                // five years from the act, twenty for real estate
                "FILED 2024-03-04 act.madeOn=2019-03-01 act.knownOn=2024-02-01 | FILE_DIRECT 2019-03-01 2024-03-01"
                        + " 2024-03-01 breached 行诉法 Art. 46",
                "FILED 2024-03-04 act.madeOn=2019-03-01 act.knownOn=2024-02-01 act.realEstate=true | FILE_DIRECT"
                        + " 2024-02-01 2024-08-01 2024-08-01 kept 行诉法 Art. 46",
                "FILED 2024-03-04 act.madeOn=2003-03-03 act.realEstate=true | FILE_DIRECT 2003-03-03 2023-03-03"
                        + " 2023-03-03 breached 行诉法 Art. 46",
                "FILED 2024-03-04 act.realEstate=true | ''",
                // inaction: six months from the end of the two months, which is not itself moved by a holiday
                "FILED 2024-09-30 act.dutyRequestedOn=2024-01-31 | FILE_INACTION 2024-03-31 2024-09-30 2024-09-30 kept"
                        + " 解释 Art. 66",
                "FILED 2024-10-01 act.dutyRequestedOn=2024-01-31 act.dutyDueOn=2024-02-10 | FILE_INACTION 2024-02-10"
                        + " 2024-08-10 2024-08-12 breached 解释 Art. 66",
            })
    void withoutAReconsideration(String filed, String expected) {
        assertEquals(expected, shown(filing(filed)));
    }

    private static LocalDate day(String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static Reconsideration reconsideration(String served) {
        return reconsideration(served, served == null ? null : ReconsiderationOutcome.UPHELD);
    }

    private static Reconsideration reconsideration(String served, ReconsiderationOutcome outcome) {
        return new Reconsideration(
                null,
                "金政复〔2024〕1号",
                "330700",
                "A",
                "甲局",
                "XZFY-2023",
                served == null ? "ACCEPTED" : "CONCLUDED",
                LocalDate.of(2024, 1, 2),
                null,
                null,
                outcome,
                day(served));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "2024-02-20 | - | 2024-02-05 | FILE_AFTER_RECON 2024-02-05 2024-02-20 2024-02-20 kept 行诉法 Art. 45",
                "2024-02-21 | - | 2024-02-05 | FILE_AFTER_RECON 2024-02-05 2024-02-20 2024-02-20 breached 行诉法 Art. 45",
                // never decided, or decided after its time: fifteen days from the end of that time
                "2024-04-16 | 2024-04-01 | - | FILE_AFTER_RECON 2024-04-01 2024-04-16 2024-04-16 kept 行诉法 Art. 45",
                "2024-04-17 | 2024-04-01 | - | FILE_AFTER_RECON 2024-04-01 2024-04-16 2024-04-16 breached 行诉法 Art. 45",
                "2024-04-17 | 2024-04-01 | 2024-05-10 | FILE_AFTER_RECON 2024-04-01 2024-04-16 2024-04-16 breached"
                        + " 行诉法 Art. 45",
                // served late, but before the suit: from the service
                "2024-05-17 | 2024-04-01 | 2024-05-10 | FILE_AFTER_RECON 2024-05-10 2024-05-25 2024-05-27 kept 行诉法 Art."
                        + " 45",
                // still in time, decided in time but not served, or not accepted
                "2024-04-17 | - | - | ''",
            })
    void afterAReconsideration(String filedOn, String ranOutOn, String served, String expected) {
        // what is known of the act itself does not count then
        var file = WrittenHistory.fold(Instance.FIRST, "FILED " + filedOn + " act.knownOn=2023-01-01");
        assertEquals(
                expected, shown(new FilingDeadlines(file, reconsideration(served), day(ranOutOn), CALENDAR, TODAY)));
    }

    /** 行诉法 Art. 45, 解释 Art. 59: after a decision only the fifteen days count, whatever is known of the act. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPHELD | 2024-11-20 | FILED 2024-12-02 act.dutyRequestedOn=2024-01-31 | FILE_AFTER_RECON 2024-11-20"
                        + " 2024-12-05 2024-12-05 kept 行诉法 Art. 45",
                // ended without a decision: the act itself, in its ordinary time (解释 Art. 58)
                "WITHDRAWN | 2024-05-20 | FILED 2024-07-05 act.knownOn=2024-04-01 | FILE_DIRECT 2024-04-01 2024-10-01"
                        + " 2024-10-08 kept 行诉法 Art. 46",
                "TERMINATED | 2024-05-20 | FILED 2024-07-05 act.knownOn=2024-04-01 | FILE_DIRECT 2024-04-01 2024-10-01"
                        + " 2024-10-08 kept 行诉法 Art. 46",
                "ABANDONED | 2024-05-20 | FILED 2024-10-09 act.knownOn=2024-04-01 | FILE_DIRECT 2024-04-01 2024-10-01"
                        + " 2024-10-08 breached 行诉法 Art. 46",
                "TRANSFERRED | 2024-05-20 | FILED 2024-09-30 act.dutyRequestedOn=2024-01-31 | FILE_INACTION 2024-03-31"
                        + " 2024-09-30 2024-09-30 kept 解释 Art. 66",
                "WITHDRAWN | 2024-05-20 | FILED 2024-07-05 | ''",
                // a refusal and a rejection are decisions (解释 Art. 56)
                "REFUSED | 2024-05-20 | FILED 2024-07-05 act.knownOn=2024-04-01 | FILE_AFTER_RECON 2024-05-20"
                        + " 2024-06-04 2024-06-04 breached 行诉法 Art. 45",
                // the decision did not tell the time for suing (解释 Art. 64 para 2)
                "UPHELD | 2024-07-01 | FILED 2024-12-16 act.termKnownOn=2024-12-05 | FILE_AFTER_RECON 2024-12-05"
                        + " 2024-12-20 2024-12-20 kept 解释 Art. 64",
                "UPHELD | 2024-07-01 | FILED 2024-12-23 act.termKnownOn=2024-12-05 | FILE_AFTER_RECON 2024-12-05"
                        + " 2024-12-20 2024-12-20 breached 解释 Art. 64",
                "UPHELD | 2024-07-01 | FILED 2025-07-02 act.termKnownOn=2025-06-25 | FILE_AFTER_RECON 2024-07-01"
                        + " 2025-07-01 2025-07-01 breached 解释 Art. 64",
                // what was known before the service is not what it left untold
                "UPHELD | 2024-07-01 | FILED 2024-07-17 act.termKnownOn=2024-06-20 | FILE_AFTER_RECON 2024-07-01"
                        + " 2024-07-16 2024-07-16 breached 行诉法 Art. 45",
            })
    void whatTheReconsiderationEndedInDecides(
            ReconsiderationOutcome outcome, String served, String filed, String expected) {
        var file = WrittenHistory.fold(Instance.FIRST, filed);
        var before = reconsideration(served, outcome);
        assertEquals(expected, shown(new FilingDeadlines(file, before, null, CALENDAR, TODAY)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FILED 2024-03-31 act.dutyRequestedOn=2024-01-31 | true",
                "FILED 2024-04-01 act.dutyRequestedOn=2024-01-31 | false",
                "FILED 2024-02-01 act.dutyRequestedOn=2024-01-31 act.urgent=true | false",
                "FILED 2024-02-01 act.knownOn=2024-01-31 | false",
                "FILED 2024-02-01 | false",
            })
    void anAgencyHasItsTwoMonths(String filed, boolean premature) {
        assertEquals(premature, filing(filed).premature());
    }
}
