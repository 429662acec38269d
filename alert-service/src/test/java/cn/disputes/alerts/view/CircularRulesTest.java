package cn.disputes.alerts.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.alerts.view.Circular.Figures;
import cn.disputes.alerts.view.CircularRules.Fact;
import cn.disputes.alerts.view.CircularRules.Key;
import cn.disputes.alerts.view.CircularRules.Ranked;
import cn.disputes.alerts.view.CircularRules.Rung;
import cn.disputes.alerts.view.CircularRules.What;
import cn.disputes.contract.problem.ProblemException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CircularRulesTest {
    private static final Rung LETTER = new Rung(4, "SUPERVISION_LETTER", "督办函", "letter of supervision");

    private static LocalDate day(String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static Fact fact(What what, String agency) {
        return new Fact(what, "330702", agency, "L", what == What.ESCALATED ? LETTER : null);
    }

    private static List<Ranked> byAgency(List<Fact> facts) {
        return CircularRules.rows(facts, fact -> new Key(fact.region(), fact.agency(), null));
    }

    @ParameterizedTest
    @CsvSource({
        // signed on, ended on, last day, today
        "2022-04-08, , 2022-04-08, 2022-05-01, SIGNED_IN_TIME",
        "2022-04-09, , 2022-04-08, 2022-05-01, SIGNED_LATE",
        "2022-04-09, , , 2022-05-01, SIGNED_IN_TIME",
        "2022-04-09, 2022-04-07, 2022-04-08, 2022-05-01, SIGNED_LATE",
        ", , 2022-04-08, 2022-04-08, PENDING",
        ", , 2022-04-08, 2022-04-09, UNSIGNED",
        ", , , 2022-05-01, PENDING",
        ", 2022-04-08, 2022-04-08, 2022-05-01, LAPSED",
        ", 2022-04-09, 2022-04-08, 2022-05-01, UNSIGNED",
        ", 2022-04-09, , 2022-05-01, LAPSED"
    })
    void anOrderIsSignedForByItsLastDayOrNot(String signed, String ended, String last, String today, What expected) {
        assertEquals(expected, CircularRules.signing(day(signed), day(ended), day(last), day(today)));
    }

    @Test
    void theGravestComesFirstAndEqualsShareARank() {
        var facts = List.of(
                fact(What.SIGNED_LATE, "late"),
                fact(What.UNSIGNED, "unsigned"),
                fact(What.ESCALATED, "pressed"),
                fact(What.ANALYSIS_OVERDUE, "silent"),
                fact(What.LOST, "lost"),
                fact(What.LOST, "lost also"),
                fact(What.VERIFIED, "lost also"),
                fact(What.SIGNED_IN_TIME, "good"),
                fact(What.VERIFIED, "better"));
        for (var seed = 0; seed < 20; seed++) {
            var shuffled = new ArrayList<>(facts);
            Collections.shuffle(shuffled, new Random(seed));
            var rows = byAgency(shuffled);
            assertEquals(
                    List.of("lost", "lost also", "silent", "pressed", "late", "unsigned", "better", "good"),
                    rows.stream().map(row -> row.key().agency()).toList());
            assertEquals(
                    List.of(1, 1, 3, 4, 5, 5, 7, 7),
                    rows.stream().map(Ranked::rank).toList());
        }
    }

    /** Whatever happened to whomever: the total is that of the rows and that of the facts, however they are put together. */
    @Test
    void theTotalIsThatOfTheRowsHoweverTheyAreGrouped() {
        var random = new Random(7);
        for (var n = 0; n < 50; n++) {
            var facts = new ArrayList<Fact>();
            for (var i = 0; i < 60; i++) {
                var what = What.values()[random.nextInt(What.values().length)];
                var rung =
                        new Rung(random.nextInt(3), "RUNG_" + random.nextInt(3), "督办" + random.nextInt(2), "pressed");
                facts.add(new Fact(
                        what,
                        "33070" + random.nextInt(3),
                        "A" + random.nextInt(4),
                        random.nextInt(4) == 0 ? null : "L" + random.nextInt(3),
                        what == What.ESCALATED ? rung : null));
            }
            var all = CircularRules.figures(facts);
            for (var rows : List.of(
                    byAgency(facts),
                    CircularRules.rows(facts, fact -> new Key(fact.region(), null, null)),
                    CircularRules.rows(facts, fact -> new Key(null, null, fact.leader())))) {
                var total =
                        CircularRules.total(rows.stream().map(Ranked::figures).toList());
                assertEquals(all, total);
                assertEquals(
                        facts.stream().filter(fact -> fact.what() == What.LOST).count(), total.lost());
                assertEquals(total.escalated(), count(facts, What.ESCALATED));
                assertEquals(
                        total.handedOver(),
                        total.signedInTime()
                                + total.signedLate()
                                + total.unsigned()
                                + total.lapsed()
                                + total.pending());
            }
        }
    }

    private static long count(List<Fact> facts, What what) {
        return facts.stream().filter(fact -> fact.what() == what).count();
    }

    @Test
    void nothingHappenedIsNothing() {
        assertEquals(List.of(), byAgency(List.of()));
        assertEquals(new Figures(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, List.of(), 0), CircularRules.total(List.of()));
    }

    @Test
    void aRungOfOneNameIsOneWhateverItsPlaceInAColour() {
        var facts = List.of(
                new Fact(What.ESCALATED, "r", "a", null, new Rung(3, "RESOLVE", "逾期未化解", "late")),
                new Fact(What.ESCALATED, "r", "a", null, new Rung(2, "RESOLVE", "逾期未化解", "late")),
                new Fact(What.ESCALATED, "r", "a", null, new Rung(2, "RESOLVE", "改称", "late")),
                new Fact(What.ESCALATED, "r", "a", null, new Rung(0, "SIGN_FOR", "催签收", "sign")));
        var rungs = CircularRules.figures(facts).escalations();
        assertEquals(
                List.of("催签收 1", "改称 1", "逾期未化解 2"),
                rungs.stream().map(one -> one.zh() + " " + one.count()).toList());
    }

    @Test
    void aQuarterKnowsItsDays() {
        var today = LocalDate.of(2022, 11, 26);
        var first = Quarter.read("2022-Q1", today);
        assertEquals(LocalDate.of(2022, 1, 1), first.first());
        assertEquals(LocalDate.of(2022, 3, 31), first.last());
        assertEquals("2022年第一季度", first.zh());
        assertEquals(
                "[2020-10, 2020-11, 2020-12]",
                Quarter.read("2020-Q4", today).months().toString());
        assertEquals(LocalDate.of(2020, 12, 31), Quarter.read("2020-Q4", today).last());
        assertEquals(
                "2022-Q4", Quarter.read("2022-Q4", LocalDate.of(2022, 10, 1)).toString());
        var early = LocalDate.of(2022, 9, 30);
        assertThrows(ProblemException.class, () -> Quarter.read("2022-Q4", early));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "2022-Q5",
                "2022-Q0",
                "2022Q1",
                "2022-q1",
                "0000-Q1",
                "２０２２-Q1",
                "2022-Q1 ",
                "22-Q1",
                "2022-01",
                "9999-Q4"
            })
    void whatIsNoQuarterIsRefusedByName(String written) {
        var today = LocalDate.of(2022, 11, 26);
        var refusal = assertThrows(ProblemException.class, () -> Quarter.read(written, today));
        assertEquals(400, refusal.code().status());
        assertEquals("quarter", refusal.faults().get(0).field());
        assertTrue(refusal.faults().size() == 1);
    }
}
