package cn.disputes.cases.dispute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import cn.disputes.cases.calendar.ShippedCalendar;
import cn.disputes.cases.calendar.WorkingCalendar;
import cn.disputes.contract.codes.Instance;
import cn.disputes.contract.codes.LitigationOutcome;
import cn.disputes.contract.codes.OutcomeGround;
import cn.disputes.contract.codes.ReconsiderationOutcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** In what order the instances of a dispute follow each other, where it stands and what its last word was. */
class DisputeRulesTest {
    private static final WorkingCalendar CALENDAR = ShippedCalendar.load();
    private static final LocalDate TODAY = LocalDate.of(2025, 6, 3);

    /** {@code number instance filed [outcome[:ground] concluded [effective]] [<previous]}, parted by semicolons. */
    private static List<DisputeInstance> suits(String written) {
        var suits = new ArrayList<DisputeInstance>();
        for (var suit : written == null ? new String[0] : written.split(";")) suits.add(suit(suit.strip()));
        return suits;
    }

    private static DisputeInstance suit(String written) {
        var previous = written.contains("<")
                ? written.substring(written.indexOf('<') + 1).strip()
                : null;
        var words = written.replaceAll("<.*", "").strip().split(" ");
        var concluded = words.length > 4 ? LocalDate.parse(words[4]) : null;
        var effective = words.length > 5 ? LocalDate.parse(words[5]) : null;
        var ending = concluded == null ? null : words[3].split(":");
        return new DisputeInstance(
                null,
                words[0],
                "某法院",
                Instance.valueOf(words[1]),
                "330702",
                "D",
                "某局",
                null,
                List.of(),
                "",
                LocalDate.parse(words[2]),
                concluded,
                ending == null ? null : LitigationOutcome.valueOf(ending[0]),
                ending == null || ending.length == 1 ? null : OutcomeGround.valueOf(ending[1]),
                effective,
                null,
                previous);
    }

    private static Reconsideration reconsideration(String written) {
        var words = written.split(" ");
        var outcome = words[0].equals("-") ? null : ReconsiderationOutcome.valueOf(words[0]);
        var served = words.length > 1 ? LocalDate.parse(words[1]) : null;
        return new Reconsideration(null, "R", "330702", "D", "某局", "XZFY-2023", "", TODAY, null, null, outcome, served);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A FIRST 2024-01-01 | A | A",
                "A FIRST 2024-01-01; B SECOND 2024-05-01 <A | A B | B",
                "A FIRST 2024-01-01; B SECOND 2024-05-01 <A; C FIRST 2024-09-01 <B; D SECOND 2025-01-01 <C; E RETRIAL"
                        + " 2025-05-01 <D | A B C D E | E",
                // the order of the numbers goes before that of the days
                "B SECOND 2024-01-01 <A; A FIRST 2024-05-01 | A B | B",
                "B SECOND 2024-05-01 <X; A FIRST 2024-06-01 <X | B A | B A",
                // two suits of one dispute
                "A FIRST 2024-01-01; B FIRST 2024-01-02; C SECOND 2024-05-01 <A | A B C | B C",
                "A SECOND 2024-01-01; B FIRST 2024-01-01 | B A | B A",
                "B FIRST 2024-01-01; A FIRST 2024-01-01 | A B | A B",
                // numbers that name each other
                "A FIRST 2024-01-01 <B; B SECOND 2024-05-01 <A | A B | B",
                "A FIRST 2024-01-01 <A | A | A",
                "A FIRST 2024-01-01 <C; B SECOND 2024-05-01 <A; C RETRIAL 2024-06-01 <B | A B C | C",
            })
    void instancesStandInTheOrderInWhichTheyFollowed(String written, String order, String ends) {
        var suits = suits(written);
        for (var turned = 0; turned < 2; turned++) {
            var chain = new DisputeChain(suits);
            assertEquals(
                    order,
                    chain.ordered().stream().map(DisputeInstance::caseNumber).collect(Collectors.joining(" ")));
            assertEquals(
                    ends, chain.ends().stream().map(DisputeInstance::caseNumber).collect(Collectors.joining(" ")));
            Collections.reverse(suits);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "A FIRST 2024-01-01 | SUIT_PENDING",
                "A FIRST 2024-01-01 REVOKED 2024-05-01 | AWAITING_EFFECT",
                "A FIRST 2024-01-01 REVOKED 2024-05-01 2024-05-20 | CLOSED",
                "A FIRST 2024-01-01 WITHDRAWN 2024-05-01 | CLOSED",
                "A FIRST 2024-01-01 SUIT_DISMISSED 2024-05-01 | AWAITING_EFFECT",
                "A FIRST 2024-01-01 TRANSFERRED 2024-05-01 2024-05-01 | AWAITING_NEXT_INSTANCE",
                "A FIRST 2024-01-01 REVOKED 2024-05-01; B SECOND 2024-06-01 <A | SUIT_PENDING",
                "A FIRST 2024-01-01 REVOKED 2024-05-01; B SECOND 2024-06-01 APPEAL_DISMISSED 2024-08-01 <A | CLOSED",
                "A FIRST 2024-01-01 REVOKED 2024-05-01; B SECOND 2024-06-01 REMANDED 2024-08-01 2024-08-01 <A |"
                        + " AWAITING_NEXT_INSTANCE",
                "A FIRST 2024-01-01 REVOKED 2024-05-01; B SECOND 2024-06-01 REMANDED 2024-08-01 <A; C FIRST 2024-09-01"
                        + " REVOKED 2025-01-01 <B | AWAITING_EFFECT",
                "A FIRST 2024-01-01 REVOKED 2024-05-01 2024-05-20; B FIRST 2024-01-01 REVOKED 2024-05-01 |"
                        + " AWAITING_EFFECT",
                "A FIRST 2024-01-01 TRANSFERRED 2024-05-01; B FIRST 2024-01-02 REVOKED 2024-05-01 | AWAITING_EFFECT",
                "A FIRST 2024-01-01 REVOKED 2024-05-01 2024-05-20; B RETRIAL 2025-01-01 REVOKED 2025-03-01 <A |"
                        + " AWAITING_EFFECT",
                "A FIRST 2024-01-01 REVOKED 2024-05-01 2024-05-20; B RETRIAL 2025-01-01 REVOKED 2025-03-01 2025-03-02"
                        + " <A | CLOSED",
            })
    void aDisputeIsOverWhenEveryChainIs(String written, DisputeStanding standing) {
        // an old reconsideration says nothing once there are suits
        var before = List.of(reconsideration("-"));
        assertEquals(standing, DisputeRules.standing(before, new DisputeChain(suits(written)), CALENDAR, TODAY));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "- | RECONSIDERATION_PENDING",
                "UPHELD | DECISION_NOT_SERVED",
                // fifteen days from service, rolled over the Dragon Boat holiday
                "UPHELD 2025-05-17 | SUIT_POSSIBLE",
                "UPHELD 2025-05-18 | SUIT_POSSIBLE",
                "UPHELD 2025-05-16 | SUIT_POSSIBLE",
                "UPHELD 2025-05-15 | CLOSED",
                "MEDIATED | CLOSED",
                "WITHDRAWN | CLOSED",
                "ABANDONED | CLOSED",
                "TRANSFERRED | CLOSED",
                "TERMINATED | DECISION_NOT_SERVED",
            })
    void withoutASuitTheTimeForSuingDecides(String written, DisputeStanding standing) {
        var alone = new DisputeChain(List.of());
        var today = LocalDate.of(2025, 6, 3);
        assertEquals(standing, DisputeRules.standing(List.of(reconsideration(written)), alone, CALENDAR, today));
        var two = List.of(reconsideration("MEDIATED"), reconsideration(written));
        assertEquals(standing, DisputeRules.standing(two, alone, CALENDAR, today));
    }

    @ParameterizedTest
    @EnumSource(DisputeStanding.class)
    void onlyClosedIsClosed(DisputeStanding standing) {
        assertEquals(standing == DisputeStanding.CLOSED, standing.closed());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "- | UPHELD 2024-01-10 | R UPHELD UPHELD 2024-01-10",
                "- | UPHELD | -",
                "- | - | -",
                "A FIRST 2024-02-01 | UPHELD 2024-01-10 | R UPHELD UPHELD 2024-01-10",
                "A FIRST 2024-02-01 REVOKED 2024-05-01 | UPHELD 2024-01-10 | R UPHELD UPHELD 2024-01-10",
                "A FIRST 2024-02-01 REVOKED 2024-05-01 2024-05-20 | UPHELD 2024-01-10 | A REVOKED REVOKED 2024-05-20",
                "A FIRST 2024-02-01 WITHDRAWN 2024-05-01 | UPHELD 2024-01-10 | A WITHDRAWN WITHDRAWN 2024-05-01",
                "A FIRST 2024-02-01 REVOKED 2024-05-01; B SECOND 2024-06-01 APPEAL_DISMISSED 2024-08-01 <A | - | B"
                        + " APPEAL_DISMISSED REVOKED 2024-08-01",
                "A FIRST 2024-02-01 REVOKED 2024-05-01; B SECOND 2024-06-01 APPEAL_DISMISSED 2024-08-01 2024-08-09 <A;"
                        + " C RETRIAL 2025-01-01 APPEAL_DISMISSED 2025-03-01 2025-03-02 <B | - | C APPEAL_DISMISSED"
                        + " REVOKED 2025-03-02",
                // an appeal withdrawn leaves the judgment, a suit withdrawn in the second instance leaves nothing
                "A FIRST 2024-02-01 REVOKED 2024-05-01; B SECOND 2024-06-01 WITHDRAWN 2024-08-01 <A | - | B WITHDRAWN"
                        + " REVOKED 2024-08-01",
                "A FIRST 2024-02-01 REVOKED 2024-05-01; B SECOND 2024-06-01 WITHDRAWN:VOLUNTARY 2024-08-01 <A | - | B"
                        + " WITHDRAWN REVOKED 2024-08-01",
                "A FIRST 2024-02-01 REVOKED 2024-05-01; B SECOND 2024-06-01 DEEMED_WITHDRAWN 2024-08-01 <A | - | B"
                        + " DEEMED_WITHDRAWN REVOKED 2024-08-01",
                "A FIRST 2024-02-01 REVOKED 2024-05-01; B SECOND 2024-06-01 WITHDRAWN:SETTLED 2024-08-01 <A | - | B"
                        + " WITHDRAWN WITHDRAWN 2024-08-01",
                "A FIRST 2024-02-01 REVOKED 2024-05-01; B SECOND 2024-06-01 WITHDRAWN:AFTER_ACT_CHANGED 2024-08-01 <A"
                        + " | - | B WITHDRAWN WITHDRAWN 2024-08-01",
                "A FIRST 2024-02-01 REVOKED 2024-05-01; B SECOND 2024-06-01 REMANDED 2024-08-01 <A; C FIRST 2024-09-01"
                        + " CLAIM_REJECTED 2024-12-01 <B; D SECOND 2025-01-01 WITHDRAWN 2025-02-01 <C | - | D WITHDRAWN"
                        + " CLAIM_REJECTED 2025-02-01",
                "B SECOND 2024-06-01 APPEAL_DISMISSED 2024-08-01 <X | - | B APPEAL_DISMISSED null 2024-08-01",
                "B SECOND 2024-06-01 APPEAL_DISMISSED 2024-08-01 <B | - | B APPEAL_DISMISSED null 2024-08-01",
                "A FIRST 2024-02-01 REVOKED 2024-05-01; B SECOND 2024-06-01 REMANDED 2024-08-01 2024-08-01 <A | UPHELD"
                        + " 2024-01-10 | R UPHELD UPHELD 2024-01-10",
            })
    void theLastWordIsWhatTookEffectLast(String written, String before, String expected) {
        var reconsiderations = before == null ? List.<Reconsideration>of() : List.of(reconsideration(before));
        var word = DisputeRules.lastWord(reconsiderations, new DisputeChain(suits(written)));
        if (expected == null) assertNull(word);
        else {
            assertEquals(
                    expected, word.caseNumber() + " " + word.outcome() + " " + word.standing() + " " + word.since());
        }
    }
}
