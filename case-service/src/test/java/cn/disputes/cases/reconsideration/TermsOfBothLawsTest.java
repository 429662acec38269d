package cn.disputes.cases.reconsideration;

import static cn.disputes.cases.reconsideration.ReconsiderationStepType.*;
import static cn.disputes.cases.reconsideration.Told.accepted;
import static cn.disputes.cases.reconsideration.Told.clock;
import static cn.disputes.cases.reconsideration.Told.codes;
import static cn.disputes.cases.reconsideration.Told.ordinary;
import static cn.disputes.cases.reconsideration.Told.received;
import static cn.disputes.cases.reconsideration.Told.step;
import static cn.disputes.cases.reconsideration.Told.suspended;
import static cn.disputes.cases.reconsideration.Told.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.params.provider.Arguments.of;

import cn.disputes.cases.calendar.Term.Unit;
import cn.disputes.contract.codes.OutcomeGround;
import cn.disputes.contract.codes.ReconsiderationOutcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every term of the law, the old and the new, each in a case in which it runs. */
class TermsOfBothLawsTest {
    private static final String NEW = " XZFY-2023";
    private static final String OLD = " XZFY-2017";

    private static ReconsiderationStep[] steps(ReconsiderationStep... steps) {
        return steps;
    }

    private static ReconsiderationStep receivedOf(
            String on, String known, String told, String act, Boolean realEstate) {
        var facts = new ApplicationFacts(null, null, day(known), day(act), day(told), realEstate, null, null);
        return with(RECEIVED, on).application(facts).build();
    }

    private static ReconsiderationStep relayed(String on, String agency) {
        var facts = new ApplicationFacts(null, null, null, null, null, null, day(agency), null);
        return with(RECEIVED, on).application(facts).build();
    }

    private static LocalDate day(String day) {
        return day == null ? null : LocalDate.parse(day);
    }

    private static ReconsiderationStep asked(String on) {
        return with(CORRECTION_REQUESTED, on).items("身份证明").build();
    }

    private static ReconsiderationStep questioned(String on, boolean own) {
        return with(DOCUMENT_QUESTIONED, on).ownPower(own).build();
    }

    private static ReconsiderationStep forwarded(String on) {
        return with(DOCUMENT_FORWARDED, on).to("省级主管部门").build();
    }

    private static ReconsiderationStep redo(String on, Integer days) {
        var decided = with(DECIDED, on).outcome(ReconsiderationOutcome.REVOKED).redo(true);
        return (days == null ? decided : decided.redoWithinDays(days)).build();
    }

    private static ReconsiderationStep perform(String on, int days) {
        return with(DECIDED, on)
                .outcome(ReconsiderationOutcome.ORDERED_TO_PERFORM)
                .performWithinDays(days)
                .build();
    }

    static Stream<Arguments> since2024() {
        var in = received("2024-02-19");
        var ordinary = ordinary("2024-02-19");
        var simple = accepted("2024-02-19", Procedure.SIMPLIFIED);
        return Stream.of(
                of(
                        "APPLY",
                        60,
                        Unit.DAYS,
                        "20",
                        "2024-01-12",
                        "2024-03-12",
                        steps(receivedOf("2024-02-19", "2024-01-12", null, null, null))),
                of(
                        "APPLY",
                        60,
                        Unit.DAYS,
                        "20",
                        "2024-02-01",
                        "2024-04-01",
                        steps(receivedOf("2024-02-19", "2024-01-12", "2024-02-01", null, null))),
                of(
                        "APPLY",
                        12,
                        Unit.MONTHS,
                        "20",
                        "2024-01-12",
                        "2025-01-13",
                        steps(receivedOf("2025-02-17", "2024-01-12", "2025-02-10", null, null))),
                of(
                        "APPLY",
                        60,
                        Unit.MONTHS,
                        "21",
                        "2019-03-01",
                        "2024-03-01",
                        steps(receivedOf("2024-03-04", "2024-02-28", null, "2019-03-01", null))),
                of(
                        "APPLY",
                        60,
                        Unit.DAYS,
                        "20",
                        "2024-02-28",
                        "2024-04-28",
                        steps(receivedOf("2024-03-04", "2024-02-28", null, "2019-03-01", true))),
                of(
                        "APPLY",
                        240,
                        Unit.MONTHS,
                        "21",
                        "2004-03-01",
                        "2024-03-01",
                        steps(receivedOf("2024-03-04", "2024-02-28", null, "2004-03-01", true))),
                of(
                        "APPLY",
                        60,
                        Unit.MONTHS,
                        "21",
                        "2019-03-01",
                        "2024-03-01",
                        steps(receivedOf("2024-03-04", null, null, "2019-03-01", false))),
                of(
                        "RELAY",
                        5,
                        Unit.WORKING_DAYS,
                        "32",
                        "2024-02-06",
                        "2024-02-19",
                        steps(relayed("2024-02-19", "2024-02-06"))),
                of("ACCEPT", 5, Unit.WORKING_DAYS, "30", "2024-02-06", "2024-02-19", steps(received("2024-02-06"))),
                of(
                        "CORR_NOTICE",
                        5,
                        Unit.WORKING_DAYS,
                        "31",
                        "2024-02-06",
                        "2024-02-19",
                        steps(received("2024-02-06"), asked("2024-02-08"))),
                of(
                        "CORR_SUBMIT",
                        10,
                        Unit.WORKING_DAYS,
                        "31",
                        "2024-02-06",
                        "2024-02-26",
                        steps(received("2024-02-05"), asked("2024-02-06"))),
                of("SERVE", 7, Unit.WORKING_DAYS, "48", "2024-02-19", "2024-02-28", steps(in, ordinary)),
                of("SERVE", 3, Unit.WORKING_DAYS, "54", "2024-02-19", "2024-02-22", steps(in, simple)),
                of(
                        "REPLY",
                        10,
                        Unit.WORKING_DAYS,
                        "48",
                        "2024-02-28",
                        "2024-03-13",
                        steps(in, ordinary, step(COPY_SERVED, "2024-02-28"))),
                of(
                        "REPLY",
                        5,
                        Unit.WORKING_DAYS,
                        "54",
                        "2024-02-22",
                        "2024-02-29",
                        steps(in, simple, step(COPY_SERVED, "2024-02-22"))),
                of(
                        "HEAR_NOTICE",
                        5,
                        Unit.WORKING_DAYS,
                        "51",
                        "2024-02-21",
                        "2024-02-08",
                        steps(
                                received("2024-01-30"),
                                ordinary("2024-01-30"),
                                with(HEARING_NOTIFIED, "2024-02-05")
                                        .hearingOn(day("2024-02-21"))
                                        .build())),
                of(
                        "DOC_OWN",
                        30,
                        Unit.DAYS,
                        "56",
                        "2024-02-20",
                        "2024-03-21",
                        steps(in, ordinary, questioned("2024-02-20", true))),
                of(
                        "DOC_FWD",
                        7,
                        Unit.WORKING_DAYS,
                        "56",
                        "2024-02-20",
                        "2024-02-29",
                        steps(in, ordinary, questioned("2024-02-20", false))),
                of(
                        "DOC_ASK",
                        3,
                        Unit.WORKING_DAYS,
                        "58",
                        "2024-02-21",
                        "2024-02-26",
                        steps(in, ordinary, questioned("2024-02-20", true), suspended("2024-02-21", 9))),
                of(
                        "DOC_ANS",
                        10,
                        Unit.WORKING_DAYS,
                        "58",
                        "2024-02-22",
                        "2024-03-07",
                        steps(
                                in,
                                ordinary,
                                questioned("2024-02-20", true),
                                suspended("2024-02-21", 9),
                                step(DOCUMENT_MAKER_ASKED, "2024-02-22"))),
                of(
                        "DOC_RET",
                        60,
                        Unit.DAYS,
                        "60",
                        "2024-02-22",
                        "2024-04-22",
                        steps(in, ordinary, questioned("2024-02-20", false), forwarded("2024-02-22"))),
                of("DECIDE", 60, Unit.DAYS, "62", "2024-02-19", "2024-04-19", steps(in, ordinary)),
                of("DECIDE", 30, Unit.DAYS, "62", "2024-02-19", "2024-03-20", steps(in, simple)),
                of(
                        "SUSP_END",
                        60,
                        Unit.DAYS,
                        "41",
                        "2024-03-11",
                        "2024-05-10",
                        steps(in, ordinary, suspended("2024-03-11", 1))),
                of(
                        "REDO",
                        20,
                        Unit.DAYS,
                        "64",
                        "2024-03-11",
                        "2024-04-01",
                        steps(in, ordinary, redo("2024-03-08", 20), step(DECISION_SERVED, "2024-03-11"))),
                of(
                        "PERFORM",
                        15,
                        Unit.DAYS,
                        "77",
                        "2024-03-11",
                        "2024-03-26",
                        steps(in, ordinary, perform("2024-03-08", 15), step(DECISION_SERVED, "2024-03-11"))),
                of(
                        "PERFORM",
                        15,
                        Unit.DAYS,
                        "77",
                        "2024-03-08",
                        "2024-03-25",
                        steps(
                                in,
                                ordinary,
                                with(MEDIATED, "2024-03-08")
                                        .performWithinDays(15)
                                        .build())),
                of(
                        "PERFORM_ORDER",
                        10,
                        Unit.DAYS,
                        "77",
                        "2024-04-01",
                        "2024-04-11",
                        steps(
                                in,
                                ordinary,
                                perform("2024-03-08", 15),
                                step(DECISION_SERVED, "2024-03-11"),
                                with(PERFORMANCE_ORDERED, "2024-04-01").days(10).build())));
    }

    static Stream<Arguments> before2024() {
        var in = received("2022-09-20");
        var ordinary = ordinary("2022-09-22");
        return Stream.of(
                of(
                        "APPLY",
                        60,
                        Unit.DAYS,
                        "9",
                        "2022-08-03",
                        "2022-10-08",
                        steps(receivedOf("2022-09-20", "2022-08-03", null, "2002-01-01", null))),
                of(
                        "APPLY",
                        60,
                        Unit.DAYS,
                        "9",
                        "2022-08-03",
                        "2022-10-08",
                        steps(receivedOf("2022-09-20", "2020-01-02", "2022-08-03", "2002-01-01", true))),
                of("ACCEPT", 5, Unit.WORKING_DAYS, "17", "2022-01-27", "2022-02-08", steps(received("2022-01-27"))),
                of("SERVE", 7, Unit.WORKING_DAYS, "23", "2022-09-20", "2022-09-29", steps(in, ordinary)),
                of(
                        "REPLY",
                        10,
                        Unit.DAYS,
                        "23",
                        "2022-09-28",
                        "2022-10-08",
                        steps(in, ordinary, step(COPY_SERVED, "2022-09-28"))),
                of(
                        "DOC_OWN",
                        30,
                        Unit.DAYS,
                        "26",
                        "2022-09-22",
                        "2022-10-24",
                        steps(in, ordinary, questioned("2022-09-22", true))),
                of(
                        "DOC_FWD",
                        7,
                        Unit.WORKING_DAYS,
                        "26",
                        "2022-09-26",
                        "2022-10-10",
                        steps(in, ordinary, questioned("2022-09-26", false))),
                of(
                        "DOC_RET",
                        60,
                        Unit.DAYS,
                        "26",
                        "2022-09-26",
                        "2022-11-25",
                        steps(in, ordinary, questioned("2022-09-26", false), forwarded("2022-09-26"))),
                of(
                        "DECIDE",
                        60,
                        Unit.DAYS,
                        "31",
                        "2022-08-03",
                        "2022-10-08",
                        steps(received("2022-08-03"), ordinary("2022-08-05"))));
    }

    private static void check(
            String code,
            int length,
            Unit unit,
            String article,
            String start,
            String end,
            ReconsiderationStep... steps) {
        var clock = clock(code, steps);
        assertEquals(article, clock.article());
        assertEquals(length, clock.length());
        assertEquals(unit, clock.unit());
        assertEquals(day(start), clock.startsOn());
        assertEquals(day(end), clock.end());
        assertFalse(clock.rule().zh().isBlank());
        assertFalse(clock.rule().en().isBlank());
    }

    @ParameterizedTest
    @MethodSource
    void since2024(
            String code, int length, Unit unit, String article, String start, String end, ReconsiderationStep[] steps) {
        check(code, length, unit, "Art. " + article + NEW, start, end, steps);
    }

    @ParameterizedTest
    @MethodSource
    void before2024(
            String code, int length, Unit unit, String article, String start, String end, ReconsiderationStep[] steps) {
        check(code, length, unit, "Art. " + article + OLD, start, end, steps);
    }

    @Test
    void whatTheRegulationOf2007Sets() {
        var in = received("2022-01-27");
        check("CORR_NOTICE", 5, Unit.WORKING_DAYS, "实施条例 Art. 29", "2022-01-27", "2022-02-08", in, asked("2022-01-27"));
        var stated =
                with(CORRECTION_REQUESTED, "2022-01-27").items("身份证明").days(15).build();
        check("CORR_SUBMIT", 15, Unit.DAYS, "实施条例 Art. 29", "2022-01-27", "2022-02-11", in, stated);
        assertFalse(codes(in, asked("2022-01-27")).contains("CORR_SUBMIT"), "no period stated, none is known");
        var accepted = ordinary("2022-02-01");
        check(
                "SUSP_END",
                60,
                Unit.DAYS,
                "实施条例 Art. 42",
                "2022-03-11",
                "2022-05-10",
                in,
                accepted,
                suspended("2022-03-11", 4));
        var served = step(DECISION_SERVED, "2022-03-11");
        check(
                "REDO",
                60,
                Unit.DAYS,
                "实施条例 Art. 49",
                "2022-03-11",
                "2022-05-10",
                in,
                accepted,
                redo("2022-03-10", null),
                served);
        check(
                "REDO",
                10,
                Unit.DAYS,
                "实施条例 Art. 49",
                "2022-03-11",
                "2022-03-21",
                in,
                accepted,
                redo("2022-03-10", 10),
                served);
        check(
                "PERFORM",
                10,
                Unit.DAYS,
                "Art. 32" + OLD,
                "2022-03-11",
                "2022-03-21",
                in,
                accepted,
                perform("2022-03-10", 10),
                served);
        check(
                "SUE",
                15,
                Unit.DAYS,
                "行诉法 Art. 45",
                "2022-03-11",
                "2022-03-28",
                in,
                accepted,
                redo("2022-03-10", 10),
                served);
    }

    @Test
    void theOldLawKnewNeitherRelayNorHearingNoticeNorTheMakersAnswer() {
        var codes = codes(
                relayed("2022-09-20", "2022-09-01"),
                ordinary("2022-09-20"),
                with(HEARING_NOTIFIED, "2022-09-21")
                        .hearingOn(day("2022-09-22"))
                        .build(),
                questioned("2022-09-22", true),
                suspended("2022-09-23", 9),
                step(DOCUMENT_MAKER_ASKED, "2022-09-26"));
        assertEquals(List.of("ACCEPT", "SERVE", "DOC_OWN", "DECIDE"), codes);
    }

    @Test
    void aNewCaseWithoutFactsShowsOnlyTheReview() {
        assertEquals(
                List.of("ACCEPT"),
                List.copyOf(Told.clocks(day("2024-02-19"), received("2024-02-19")).stream()
                        .map(d -> d.code())
                        .toList()));
    }

    @Test
    void afterTheDecision() {
        var in = received("2024-02-19");
        var ordinary = ordinary("2024-02-19");
        var served = step(DECISION_SERVED, "2024-03-11");
        assertFalse(codes(in, ordinary, redo("2024-03-08", 20)).contains("REDO"), "not in effect before service");
        assertFalse(codes(in, ordinary, redo("2024-03-08", null), served).contains("REDO"), "no period was set");
        assertFalse(codes(in, ordinary, step(MEDIATED, "2024-03-08"), served).contains("SUE"));
        assertFalse(codes(in, ordinary, step(MEDIATED, "2024-03-08")).contains("PERFORM"));
        var done = clock("REDO", in, ordinary, redo("2024-03-08", 20), served, step(PERFORMED, "2024-03-20"));
        assertEquals(day("2024-03-20"), done.metOn());
        assertFalse(done.breached());
        var never = clock("REDO", in, ordinary, redo("2024-03-08", 20), served);
        assertEquals(day("2024-04-02"), never.breachedSince());
    }

    @Test
    void anApplicationIsInTimeWhenTheAgencyHasItInTime() {
        var facts = new ApplicationFacts(null, null, day("2024-01-12"), null, null, null, day("2024-03-12"), null);
        var apply =
                clock("APPLY", with(RECEIVED, "2024-03-20").application(facts).build());
        assertEquals(day("2024-03-12"), apply.metOn());
        assertFalse(apply.breached());
        var late = receivedOf("2024-03-13", "2024-01-12", null, null, null);
        assertEquals(true, clock("APPLY", late).breached());
    }

    /** 2017 Art. 17 para 2: what is not refused is accepted from its receipt; since 2024 from the acceptance (Art. 30). */
    @Test
    void acceptanceCountsFromReceiptBefore2024() {
        assertEquals(
                day("2022-08-03"),
                clock("DECIDE", received("2022-08-03"), ordinary("2022-08-05")).startsOn());
        assertEquals(
                day("2022-08-03"),
                clock("DECIDE", received("2022-08-03"), ordinary("2022-08-30")).startsOn());
        assertEquals(day("2022-08-03"), clock("DECIDE", received("2022-08-03")).startsOn());
        assertEquals(
                day("2024-02-21"),
                clock("DECIDE", received("2024-02-19"), ordinary("2024-02-21")).startsOn());
        assertEquals(
                day("2024-02-26"),
                clock("DECIDE", received("2024-02-19"), ordinary("2024-03-01")).startsOn());
        assertEquals(day("2024-02-26"), clock("DECIDE", received("2024-02-19")).startsOn());
    }

    private static ReconsiderationDeadlines by(String day, ReconsiderationStep... steps) {
        return new ReconsiderationDeadlines(Told.fold(steps), Told.CALENDAR, day(day));
    }

    private static String decides(ReconsiderationDeadlines deadlines) {
        var decide = deadlines.decide();
        return decide == null ? null : decide.startsOn() + " " + decide.end() + " " + deadlines.ranOut();
    }

    /** Art. 30 para 3: received on 19 February, accepted on the 26th; no step that comes later undoes it. */
    @Test
    void whatSilenceHasAcceptedStaysAccepted() {
        var in = received("2024-02-19");
        var accepted = "2024-02-26 2024-04-26 2024-04-26";
        assertEquals(accepted, decides(by("2024-05-01", in, asked("2024-04-20"))));
        var corrected = step(CORRECTED, "2024-05-06");
        var upheld = with(DECIDED, "2024-07-05")
                .outcome(ReconsiderationOutcome.UPHELD)
                .build();
        assertEquals(accepted, decides(by("2024-05-07", in, asked("2024-04-20"), corrected)));
        var decided = by("2024-07-10", in, asked("2024-04-20"), corrected, ordinary("2024-05-08"), upheld);
        assertEquals(accepted, decides(decided));
        assertEquals(day("2024-02-26"), decided.review().end());
        assertEquals(true, decided.review().breached());
        var withdrawn = with(WITHDRAWN, "2024-06-10").ground(OutcomeGround.VOLUNTARY);
        assertEquals(accepted, decides(by("2024-07-10", in, withdrawn.build())));
        // mediation before the acceptance takes nothing from it
        assertEquals(accepted, decides(by("2024-07-10", in, step(MEDIATION_BEGUN, "2024-02-21"), withdrawn.build())));
        // the second review, after a correction in time
        assertEquals(
                "2024-03-06 2024-05-06 2024-05-06",
                decides(by("2024-07-10", in, asked("2024-02-20"), step(CORRECTED, "2024-02-28"), withdrawn.build())));
        var early = with(WITHDRAWN, "2024-02-26").ground(OutcomeGround.VOLUNTARY);
        assertEquals(null, decides(by("2024-07-10", in, early.build())));
        assertEquals(null, decides(by("2024-07-10", in, asked("2024-02-20"), withdrawn.build())));
    }

    /** What a file tells as not admitted has no time for a decision, however late that was. */
    @Test
    void aLateRefusalOnRecordIsNoAcceptance() {
        var in = received("2024-02-19");
        var refused = with(REFUSED, "2024-06-10").reason("历史数据").build();
        assertEquals(null, decides(by("2024-07-10", in, refused)));
        assertEquals(null, by("2024-07-10", in, refused).accepted());
        assertEquals(null, decides(by("2024-07-10", in, asked("2024-03-10"), step(ABANDONED, "2024-06-10"))));
    }

    /** 2017 Art. 17 para 2, Regulation Art. 29: accepted from receipt; the time for correcting does not count. */
    @Test
    void beforeTheNewLawACorrectionIsLeftOutOfTheSixtyDays() {
        var in = received("2022-03-01");
        var asked = asked("2022-03-08");
        var corrected = step(CORRECTED, "2022-03-14");
        var clock = clock("DECIDE", in, asked, corrected, ordinary("2022-03-14"));
        assertEquals(day("2022-03-01"), clock.startsOn());
        assertEquals(day("2022-05-06"), clock.end());
        assertEquals("CORRECTION 实施条例 Art. 29", clock.excluded().get(0).reason());
        assertEquals(
                day("2022-03-14"),
                clock("SERVE", in, asked, corrected, ordinary("2022-03-14")).startsOn());
        assertFalse(codes(in, asked).contains("DECIDE"), "it may still be given up");
        // asked for too late, it takes nothing out of the time: sixty days and a holiday
        var late = asked("2022-03-15");
        assertEquals(
                "2022-03-01 2022-05-05 2022-05-05",
                decides(by("2022-06-01", in, late, step(CORRECTED, "2022-03-21"), ordinary("2022-03-21"))));
        var withdrawn =
                with(WITHDRAWN, "2022-06-10").ground(OutcomeGround.VOLUNTARY).build();
        assertEquals("2022-03-01 2022-05-05 2022-05-05", decides(by("2022-07-01", in, withdrawn)));
        // since 2024 the review starts again, and acceptance with it
        assertEquals(
                List.of(),
                clock(
                                "DECIDE",
                                received("2024-02-19"),
                                asked("2024-02-20"),
                                step(CORRECTED, "2024-02-28"),
                                ordinary("2024-02-29"))
                        .excluded());
    }

    /** When the time for deciding had passed undecided, by the day asked; the suit's fifteen days count from it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "ACCEPTED 2024-02-19 | 2024-04-19 | -",
                "ACCEPTED 2024-02-19 | 2024-04-20 | 2024-04-19",
                // decided in time, and after it
                "ACCEPTED 2024-02-19, WITHDRAWN 2024-04-19 | 2024-06-01 | -",
                "ACCEPTED 2024-02-19, WITHDRAWN 2024-05-10 | 2024-06-01 | 2024-04-19",
                "ACCEPTED 2024-02-19, WITHDRAWN 2024-05-10 | 2024-04-19 | -",
                // suspended: it does not run, and when it runs again it ends by as much later
                "ACCEPTED 2024-02-19, SUSPENDED 2024-03-11 | 2024-06-01 | -",
                "ACCEPTED 2024-02-19, SUSPENDED 2024-03-11, RESUMED 2024-04-10 | 2024-04-20 | -",
                "ACCEPTED 2024-02-19, SUSPENDED 2024-03-11, RESUMED 2024-04-10 | 2024-05-20 | -",
                "ACCEPTED 2024-02-19, SUSPENDED 2024-03-11, RESUMED 2024-04-10 | 2024-05-21 | 2024-05-20",
                // suspended when it had run out already
                "ACCEPTED 2024-02-19, SUSPENDED 2024-04-22 | 2024-06-01 | 2024-04-19",
                // accepted by silence on 2024-02-26, or waiting for a correction
                "- | 2024-02-26 | -",
                "- | 2024-04-26 | -",
                "- | 2024-04-28 | 2024-04-26",
                "CORRECTION_REQUESTED 2024-02-20 | 2024-06-01 | -",
            })
    void theTimeForDecidingRunsOutInSilence(String told, LocalDate by, LocalDate expected) {
        var steps = new ArrayList<>(List.of(received("2024-02-19")));
        for (var step : told == null ? new String[0] : told.split(", ")) {
            var type = ReconsiderationStepType.valueOf(step.split(" ")[0]);
            var on = step.split(" ")[1];
            steps.add(
                    switch (type) {
                        case ACCEPTED -> ordinary(on);
                        case SUSPENDED -> suspended(on, 8);
                        case CORRECTION_REQUESTED -> asked(on);
                        case WITHDRAWN ->
                            with(WITHDRAWN, on).ground(OutcomeGround.VOLUNTARY).build();
                        default -> step(type, on);
                    });
        }
        var file = Told.fold(steps.toArray(ReconsiderationStep[]::new));
        assertEquals(expected, new ReconsiderationDeadlines(file, Told.CALENDAR, by).ranOut());
    }
}
