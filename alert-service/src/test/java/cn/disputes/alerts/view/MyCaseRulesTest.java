package cn.disputes.alerts.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.alerts.escalation.EscalationView.Run;
import cn.disputes.alerts.escalation.EscalationView.RungView;
import cn.disputes.alerts.escalation.Ladder.Answer;
import cn.disputes.alerts.view.MyCaseRules.Due;
import cn.disputes.alerts.view.MyCaseRules.Facts;
import cn.disputes.alerts.view.MyCaseRules.Task;
import cn.disputes.contract.codes.RiskLevel;
import cn.disputes.contract.codes.RiskState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MyCaseRulesTest {
    private static final LocalDate HANDED_OVER = LocalDate.parse("2026-03-05");

    private static RungView rung(Answer answer, String dueOn, boolean answered) {
        return new RungView(
                answer.name(),
                "级",
                "rung",
                answer,
                null,
                dueOn == null ? null : LocalDate.parse(dueOn),
                null,
                true,
                null,
                answered ? Instant.parse("2026-03-06T01:00:00Z") : null,
                answered ? "ACTION" : null,
                null,
                Set.of(),
                "",
                "");
    }

    private static Run run(RungView... rungs) {
        return new Run(
                1,
                "L",
                RiskLevel.RED,
                1,
                HANDED_OVER,
                "ORDERED",
                LocalDate.parse("2026-03-15"),
                "TERM",
                null,
                List.of(rungs),
                null,
                null,
                null);
    }

    private static Run ladder(boolean planned) {
        return run(
                rung(Answer.SIGNED, "2026-03-09", planned),
                rung(Answer.PLANNED, "2026-03-12", planned),
                rung(Answer.RESOLVED, "2026-03-15", false),
                rung(Answer.VERIFIED, "2026-03-20", false));
    }

    private static String told(List<Due> due) {
        return due.stream()
                .map(one -> one.what()
                        + (one.on() == null ? "" : " " + one.on().getDayOfMonth())
                        + (one.overdue() ? "!" : ""))
                .collect(Collectors.joining(", "));
    }

    private static LocalDate day(String march) {
        return march == null ? null : LocalDate.parse("2026-03-" + march);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // state | planned | promised | hearing | today | what is due
                "ASSIGNED | false | - | - | 06 | SIGN_FOR 9, PLAN 12, RESOLVE 15",
                "ASSIGNED | false | - | - | 09 | SIGN_FOR 9, PLAN 12, RESOLVE 15",
                "ASSIGNED | false | - | - | 10 | SIGN_FOR 9!, PLAN 12, RESOLVE 15",
                "ACKNOWLEDGED | false | - | - | 13 | PLAN 12!, RESOLVE 15",
                "IN_COORDINATION | false | - | - | 13 | PLAN 12!, RESOLVE 15",
                "IN_COORDINATION | true | 14 | - | 13 | PROMISED 14, RESOLVE 15",
                "IN_COORDINATION | true | 14 | - | 15 | PROMISED 14!, RESOLVE 15",
                "IN_COORDINATION | true | 14 | 18 | 16 | PROMISED 14!, RESOLVE 15!, HEARING 18",
                "IN_COORDINATION | true | - | 18 | 18 | RESOLVE 15!, HEARING 18",
                "IN_COORDINATION | true | - | 18 | 19 | RESOLVE 15!",
                // a claim leaves nothing to the leader, however late it is to verify it
                "RESOLUTION_CLAIMED | true | 14 | - | 16 | VERIFY 20",
                "RESOLUTION_CLAIMED | true | 14 | 28 | 25 | VERIFY 20, HEARING 28",
            })
    void saysWhatIsDueTheEarliestFirst(
            RiskState state, boolean planned, String promised, String hearing, String today, String due) {
        var facts = new Facts(state, ladder(planned), false, null, day(promised), day(hearing));
        assertEquals(due, told(MyCaseRules.due(facts, day(today))));
    }

    @Test
    void aCaseThatWaitsForItsModelHasNoTermOfItsOwn() {
        var facts = new Facts(RiskState.ASSIGNED, null, true, day("15"), day("14"), null);
        assertEquals("PROMISED 14!, SIGN_FOR", told(MyCaseRules.due(facts, day("20"))));
    }

    @Test
    void aCaseOnNoLadderHasTheTermOfItsOrder() {
        var facts = new Facts(RiskState.ACKNOWLEDGED, null, false, day("15"), null, null);
        assertEquals("RESOLVE 15!", told(MyCaseRules.due(facts, day("20"))));
    }

    @Test
    void aLadderWithoutRungsForItAsksForNoPlan() {
        var facts = new Facts(RiskState.ASSIGNED, run(), false, null, null, null);
        assertEquals("RESOLVE 15, SIGN_FOR", told(MyCaseRules.due(facts, day("10"))));
    }

    @Property
    void isOverdueExactlyWhenTheLeadersDayHasPassed(
            @ForAll RiskState state,
            @ForAll boolean planned,
            @ForAll @IntRange(min = 1, max = 28) int promised,
            @ForAll @IntRange(min = 1, max = 28) int hearing,
            @ForAll @IntRange(min = 1, max = 31) int todays) {
        var today = LocalDate.of(2026, 3, todays);
        var facts = new Facts(
                state, ladder(planned), false, null, LocalDate.of(2026, 3, promised), LocalDate.of(2026, 3, hearing));
        var due = MyCaseRules.due(facts, today);
        for (var one : due) {
            var leaders = one.what() != Task.HEARING && one.what() != Task.VERIFY;
            assertEquals(leaders && one.on().isBefore(today), one.overdue());
        }
        assertEquals(
                Arrays.asList(due.stream().map(Due::on).sorted().toArray()),
                due.stream().map(Due::on).toList());
        assertTrue(due.stream().map(Due::what).distinct().count() == due.size());
        if (state == RiskState.RESOLUTION_CLAIMED) assertFalse(due.stream().anyMatch(Due::overdue));
    }
}
