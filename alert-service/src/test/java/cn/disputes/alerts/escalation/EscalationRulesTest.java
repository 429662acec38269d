package cn.disputes.alerts.escalation;

import static cn.disputes.alerts.escalation.SettableClock.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.alerts.calendar.WorkingDays;
import cn.disputes.alerts.delivery.Audience;
import cn.disputes.alerts.escalation.Climb.State;
import cn.disputes.alerts.escalation.Climb.Step;
import cn.disputes.alerts.escalation.EscalationRules.Start;
import cn.disputes.alerts.escalation.Happening.What;
import cn.disputes.alerts.escalation.Ladder.Answer;
import cn.disputes.alerts.escalation.Ladder.Base;
import cn.disputes.alerts.escalation.Ladder.Moment;
import cn.disputes.alerts.escalation.Ladder.Rung;
import cn.disputes.alerts.escalation.Ladder.Term;
import cn.disputes.alerts.escalation.Ladder.Unit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EscalationRulesTest {
    private static final WorkingDays CALENDAR = WorkingDays.shipped();
    private static final Term TEN_DAYS = new Term(10, Unit.DAYS);
    private static final List<Rung> RUNGS = List.of(
            rung("SIGN_FOR", Base.HANDED_OVER, 2, Unit.WORKING_DAYS, Moment.DAY_AFTER, Answer.SIGNED),
            rung("PLAN", Base.HANDED_OVER, 5, Unit.WORKING_DAYS, Moment.DAY_AFTER, Answer.PLANNED),
            rung("RESOLVE", Base.RESOLVE_BY, 0, Unit.DAYS, Moment.DAY_AFTER, Answer.RESOLVED),
            rung("SUPERVISION_LETTER", Base.RESOLVE_BY, 30, Unit.DAYS, Moment.LAST_DAY, Answer.RESOLVED),
            rung("INTERVIEW", Base.RESOLVE_BY, 45, Unit.DAYS, Moment.LAST_DAY, Answer.RESOLVED),
            rung("VERIFY", Base.CLAIMED, 5, Unit.WORKING_DAYS, Moment.DAY_AFTER, Answer.VERIFIED));

    /** Before the Spring Festival of 2026: off from the 15th to the 23rd, the 14th and the 28th of February are worked. */
    private static final Instant BEGUN = at("2026-02-12", 10);

    private static final Start START = new Start(BEGUN, LocalDate.parse("2026-02-12"), false);

    private static Rung rung(String code, Base base, int days, Unit unit, Moment moment, Answer answer) {
        return new Rung(code, base, days, unit, moment, answer, Set.of(Audience.LEADER), code, code);
    }

    private static Climb climb(Instant now, Happening... happenings) {
        return EscalationRules.climb(START, TEN_DAYS, RUNGS, Map.of(), List.of(happenings), CALENDAR, now);
    }

    private static Step step(Climb climb, String code) {
        return climb.steps().stream()
                .filter(s -> s.rung().code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Instant> fired(Climb climb) {
        return climb.steps().stream()
                .filter(s -> s.firedAt() != null)
                .collect(Collectors.toMap(s -> s.rung().code(), Step::firedAt, (a, b) -> a, TreeMap::new));
    }

    @ParameterizedTest
    @CsvSource({
        "SIGN_FOR, 2026-02-14, 2026-02-15",
        "PLAN, 2026-02-26, 2026-02-27",
        "RESOLVE, 2026-02-22, 2026-02-23",
        "SUPERVISION_LETTER, 2026-03-24, 2026-03-24",
        "INTERVIEW, 2026-04-08, 2026-04-08"
    })
    void countsEachRungFromTheHandOverOverHolidaysAndMakeUpDays(String code, LocalDate due, LocalDate fires) {
        var waiting = step(climb(BEGUN), code);
        assertEquals(due, waiting.dueOn());
        assertEquals(at(fires.toString(), 0), waiting.firesAt());
        var fired = step(climb(at("2026-06-01", 12)), code);
        assertEquals(State.FIRED, fired.state());
        assertEquals(at(fires.toString(), 0), fired.firedAt());
        assertEquals(due, fired.dueOn());
    }

    @Test
    void anAcknowledgementDuringTheWaitStopsExactlyWhatItAnswers() {
        var end = at("2026-06-01", 12);
        assertEquals(
                Set.of("PLAN", "RESOLVE", "SUPERVISION_LETTER", "INTERVIEW"),
                fired(climb(end, Happening.of(at("2026-02-13", 9), What.SIGNED)))
                        .keySet());
        assertEquals(
                Set.of("RESOLVE", "SUPERVISION_LETTER", "INTERVIEW"),
                fired(climb(end, Happening.of(at("2026-02-13", 9), What.PLANNED)))
                        .keySet());
        assertEquals(
                Set.of("SIGN_FOR", "PLAN", "RESOLVE", "INTERVIEW"),
                fired(climb(end, Happening.acknowledged(at("2026-03-20", 9), "SUPERVISION_LETTER", "K")))
                        .keySet());
    }

    @Test
    void aClaimAsksForItsVerificationAndOneTakenBackBringsTheRungsBack() {
        var claimed = Happening.of(at("2026-02-20", 9), What.CLAIMED);
        var waiting = climb(at("2026-02-25", 9), claimed);
        assertEquals(State.ANSWERED, step(waiting, "RESOLVE").state());
        // 24, 25, 26, 27 and the make-up Saturday 28 February
        assertEquals(LocalDate.parse("2026-02-28"), step(waiting, "VERIFY").dueOn());
        var back = climb(at("2026-02-26", 9), claimed, Happening.of(at("2026-02-25", 10), What.UNCLAIMED));
        assertEquals(State.DORMANT, step(back, "VERIFY").state());
        assertEquals(at("2026-02-25", 10), step(back, "RESOLVE").firedAt(), "its day had passed: at once, not before");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-18, 2026-02-17, HEARING",
        "2026-02-22, 2026-02-21, HEARING",
        "2026-02-23, 2026-02-22, TERM",
        "2026-02-13, 2026-02-12, HEARING",
        "2026-02-12, 2026-02-22, TERM"
    })
    void aHearingEndsTheTermOnTheDayBefore(LocalDate hearing, LocalDate resolveBy, String reason) {
        var climb = climb(BEGUN, Happening.of(BEGUN, What.HEARING, hearing));
        assertEquals(resolveBy, climb.resolveBy());
        assertEquals(reason, climb.resolveReason());
    }

    @Test
    void theFirstHearingAfterTheStartBoundsTheTermWhicheverIsHeardOfFirst() {
        var hearings = new ArrayList<Happening>();
        for (var day : List.of("2026-02-12", "2026-02-20", "2026-02-16", "2026-02-18"))
            hearings.add(Happening.of(BEGUN, What.HEARING, LocalDate.parse(day)));
        var climb = climb(BEGUN, hearings.toArray(Happening[]::new));
        assertEquals(LocalDate.parse("2026-02-15"), climb.resolveBy());
    }

    @Test
    void aHearingThatIsLearnedOfLateFiresWhenItIsLearnedOf() {
        var learned = at("2026-02-20", 15);
        var climb = climb(at("2026-02-20", 16), Happening.of(learned, What.HEARING, LocalDate.parse("2026-02-18")));
        assertEquals(learned, step(climb, "RESOLVE").firedAt());
    }

    @Test
    void saysWhenAYearsHolidaysAreNotKnown() {
        var start = new Start(at("2026-12-30", 10), LocalDate.parse("2026-12-30"), false);
        var climb = EscalationRules.climb(start, TEN_DAYS, RUNGS, Map.of(), List.of(), CALENDAR, start.at());
        assertFalse(step(climb, "PLAN").calendarKnown());
        assertTrue(step(climb, "RESOLVE").calendarKnown(), "calendar days need no holidays");
        assertTrue(step(climb(BEGUN), "PLAN").calendarKnown());
    }

    @Test
    void endsWithTheRun() {
        var climb = climb(at("2026-06-01", 0), Happening.of(at("2026-02-16", 9), What.ENDED));
        assertEquals(Set.of("SIGN_FOR"), fired(climb).keySet());
        assertEquals(State.ENDED, step(climb, "RESOLVE").state());
        assertNull(step(climb, "RESOLVE").firesAt());
    }

    @Test
    void whatHasFallenDueStaysSoEvenIfItsDayMoves() {
        var before = climb(at("2026-02-17", 9), Happening.of(BEGUN, What.HEARING, LocalDate.parse("2026-02-17")));
        assertTrue(fired(before).containsKey("RESOLVE"));
        var moved =
                EscalationRules.climb(START, TEN_DAYS, RUNGS, fired(before), List.of(), CALENDAR, at("2026-02-18", 9));
        assertEquals(fired(before).get("RESOLVE"), step(moved, "RESOLVE").firedAt());
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.longs().between(-5 * 86_400L, 100 * 86_400L).map(BEGUN::plusSeconds);
    }

    @Provide
    Arbitrary<List<Happening>> histories() {
        var days = Arbitraries.integers().between(0, 100).map(BEGUN_DAY()::plusDays);
        var one = Combinators.combine(
                        instants(),
                        Arbitraries.of(What.values()),
                        days,
                        Arbitraries.of("SIGN_FOR", "PLAN", "RESOLVE", "INTERVIEW"))
                .as((at, what, day, rung) -> new Happening(at, what, day, rung, "K"));
        return one.list().ofMaxSize(8);
    }

    private static LocalDate BEGUN_DAY() {
        return LocalDate.parse("2026-02-12");
    }

    /** Looks at any instants, each carrying on with what the look before stored, find what one look at the end finds. */
    @Property(tries = 400)
    void everyRhythmOfLooksGivesTheSameRungs(
            @ForAll("histories") List<Happening> history, @ForAll List<@net.jqwik.api.From("instants") Instant> looks) {
        var stored = new HashMap<String, Instant>();
        var sorted = new ArrayList<>(looks);
        var end = BEGUN.plus(Duration.ofDays(101));
        sorted.add(end);
        sorted.sort(null);
        for (var look : sorted) {
            var climb = EscalationRules.climb(START, TEN_DAYS, RUNGS, Map.copyOf(stored), history, CALENDAR, look);
            for (var fired : fired(climb).entrySet()) stored.putIfAbsent(fired.getKey(), fired.getValue());
        }
        var once = EscalationRules.climb(START, TEN_DAYS, RUNGS, Map.of(), history, CALENDAR, end);
        assertEquals(fired(once), new TreeMap<>(stored));
    }

    @Property(tries = 400)
    void noRungFallsDueBeforeItsDayOrBeforeTheRunBegan(@ForAll("histories") List<Happening> history) {
        var climb = EscalationRules.climb(
                START, TEN_DAYS, RUNGS, Map.of(), history, CALENDAR, BEGUN.plus(Duration.ofDays(101)));
        for (var step : climb.steps()) {
            if (step.firedAt() == null) continue;
            var day = step.rung().moment() == Moment.LAST_DAY
                    ? step.dueOn()
                    : step.dueOn().plusDays(1);
            assertFalse(step.firedAt().isBefore(at(day.toString(), 0)), step.toString());
            assertFalse(step.firedAt().isBefore(BEGUN), step.toString());
        }
    }

    @Property(tries = 400)
    void whatWasAcknowledgedStaysSilent(@ForAll("histories") List<Happening> history) {
        var climb = EscalationRules.climb(
                START, TEN_DAYS, RUNGS, Map.of(), history, CALENDAR, BEGUN.plus(Duration.ofDays(101)));
        for (var step : climb.steps()) {
            if (step.firedAt() == null || step.answeredAt() == null || "ACTION".equals(step.answeredBy())) continue;
            assertFalse(step.firedAt().isAfter(step.answeredAt()), step.toString());
        }
    }

    /** Silences alone, nobody doing anything: every rung comes, none sooner than without. */
    @Property(tries = 400)
    void aSilenceOnlyDelays(@ForAll("histories") List<Happening> history) {
        var silences = history.stream()
                .filter(h -> h.what() == What.SILENCED || h.what() == What.LIFTED)
                .toList();
        var end = BEGUN.plus(Duration.ofDays(400));
        var without = fired(EscalationRules.climb(START, TEN_DAYS, RUNGS, Map.of(), List.of(), CALENDAR, end));
        var with = fired(EscalationRules.climb(START, TEN_DAYS, RUNGS, Map.of(), silences, CALENDAR, end));
        assertEquals(without.keySet(), with.keySet());
        with.forEach((rung, at) -> assertFalse(at.isBefore(without.get(rung)), rung));
    }

    @Test
    void aSilenceHoldsARungBackToTheDayAfterItEnds() {
        var silence = Happening.of(at("2026-02-13", 9), What.SILENCED, LocalDate.parse("2026-02-20"));
        var climb = climb(at("2026-02-16", 9), silence);
        assertTrue(step(climb, "SIGN_FOR").silenced(at("2026-02-16", 9)));
        assertEquals(at("2026-02-21", 0), step(climb, "SIGN_FOR").firesAt());
        assertFalse(step(climb, "PLAN").silenced(at("2026-02-16", 9)), "its day has not come anyway");
        assertEquals(at("2026-02-27", 0), step(climb, "PLAN").firesAt());
        assertEquals(at("2026-02-21", 0), climb.next(at("2026-02-16", 9)).orElseThrow());
    }
}
