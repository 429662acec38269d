package cn.disputes.alerts.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.disputes.alerts.risk.RiskReason;
import cn.disputes.contract.problem.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlertRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2022, 6, 30);

    @ParameterizedTest
    @CsvSource({
        "(2022)浙0702行初12号,(2022)浙0702行初12号",
        "（２０２２）浙０７０２行初１２号,(2022)浙0702行初12号",
        "〔2022〕浙07行终3号,(2022)浙07行终3号",
        "(2019)最高法行申5号,(2019)最高法行申5号",
        "(2022)浙行终5号,(2022)浙行终5号",
        "(2022)浙0702行诉前调9号,(2022)浙0702行诉前调9号",
        "(1990)浙0702行初1号,(1990)浙0702行初1号"
    })
    void normalisesANumberThatACourtCouldIssue(String given, String kept) {
        assertEquals(kept, AlertRules.caseNumber(given, TODAY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(2022)浙0702民初12号",
                "(2023)浙0702行初12号",
                "(1989)浙0702行初12号",
                "(2022)浙0702行初0号",
                "(2022)浙0702行初012号",
                "(2022)浙0702行终12号",
                "(2022)浙0702行赔终12号",
                "(22)浙0702行初12号",
                "(2022)浙0702行初号",
                ""
            })
    void refusesANumberThatNoCourtCouldIssue(String given) {
        var refusal = assertThrows(ProblemException.class, () -> AlertRules.caseNumber(given, TODAY));
        assertEquals("litigationCaseNumber", refusal.faults().get(0).field());
    }

    private static Alert alert(Integer revision, Instant observedAt, LocalDate raisedOn) {
        return new Alert(
                "court",
                "1",
                "法院",
                "(2022)浙0702行初12号",
                "330702",
                "11330700002592265Y",
                "局",
                null,
                null,
                List.of(RiskReason.GROUP_CASE),
                null,
                raisedOn,
                revision,
                observedAt);
    }

    @ParameterizedTest
    @CsvSource({
        // revision, observed and raised of what came; of what is in force; is it older
        ",,2022-03-01, ,,2022-03-02, true",
        ",,2022-03-02, ,,2022-03-02, false",
        ",,2022-03-03, ,,2022-03-02, false",
        "1,,2022-03-09, 2,,2022-03-02, true",
        "3,,2022-03-01, 2,,2022-03-02, false",
        ",,2022-03-09, 2,,2022-03-02, true",
        ",2022-03-01T00:00:00Z,2022-03-09, ,2022-03-02T00:00:00Z,2022-03-02, true",
        "2,2022-03-03T00:00:00Z,2022-03-01, 2,2022-03-02T00:00:00Z,2022-03-02, false"
    })
    void theNewerVersionIsInForce(
            Integer revision,
            Instant observed,
            LocalDate raised,
            Integer otherRevision,
            Instant otherObserved,
            LocalDate otherRaised,
            boolean older) {
        assertEquals(
                older,
                AlertRules.older(alert(revision, observed, raised), alert(otherRevision, otherObserved, otherRaised)));
    }

    /** The one that ends up in force is the newest of all, whatever order they come in. */
    @Property
    void whichVersionWinsDoesNotDependOnTheOrderTheyComeIn(
            @ForAll List<@IntRange(min = 1, max = 50) Integer> revisions) {
        Alert inForce = null;
        for (var revision : revisions) {
            var came = alert(revision, null, TODAY.minusDays(revision));
            if (inForce == null || !AlertRules.older(came, inForce)) inForce = came;
        }
        if (inForce == null) return;
        assertEquals(revisions.stream().max(Integer::compare).orElseThrow(), inForce.revision());
    }

    @Test
    void aVersionIsNotOlderThanItself() {
        var alert = alert(2, Instant.EPOCH, TODAY);
        assertFalse(AlertRules.older(alert, alert));
    }
}
