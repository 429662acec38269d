package cn.disputes.alerts.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.alerts.delivery.DeliveryRules.Because;
import cn.disputes.alerts.delivery.DeliveryRules.Parties;
import cn.disputes.contract.codes.RiskLevel;
import cn.disputes.contract.events.EventJson;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryRulesTest {
    private static final String AGENCY = "11330700002592265Y";
    private static final Instant NOW = Instant.parse("2026-03-10T01:00:00Z");
    private static final Parties TO_L = new Parties(Map.of("L", Because.OWN_CASE), Set.of());

    private static Notice notice(String region, Instant at) {
        return new Notice(
                UUID.randomUUID(),
                "k",
                NoticeKind.RUNG,
                "SIGN_FOR",
                region,
                RiskLevel.RED,
                List.of(AGENCY),
                UUID.randomUUID(),
                "L",
                Set.of(Audience.LEADER),
                EventJson.MAPPER.createObjectNode(),
                at);
    }

    private static Subscription of(
            String owner, Set<NoticeKind> kinds, Set<RiskLevel> levels, String region, String agency, String scope) {
        return new Subscription(
                owner + "-" + region + "-" + agency,
                owner,
                Channel.MAIL,
                "x@example.org",
                kinds,
                levels,
                Set.of(),
                region,
                agency,
                DeliveryHours.ALWAYS,
                false,
                false,
                scope,
                null,
                null,
                null,
                0,
                1);
    }

    private static String told(Notice notice, Parties parties, Subscription... subscriptions) {
        return DeliveryRules.route(notice, List.of(subscriptions), parties, NOW, Duration.ofDays(7)).stream()
                .map(d -> d.recipient() + " " + d.because() + (d.not() == null ? "" : " " + d.not()))
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
    }

    @Test
    void theLeaderIsToldOfTheOwnCaseAndWhoeverSubscribedOfTheRegionOrTheAgency() {
        assertEquals(
                "L OWN_CASE, K REGION, A AGENCY",
                told(
                        notice("330702", NOW),
                        TO_L,
                        of("L", Set.of(), Set.of(), null, null, "330702"),
                        of("K", Set.of(), Set.of(), "330700", null, "330700"),
                        of("A", Set.of(), Set.of(), null, AGENCY, "330700"),
                        of("B", Set.of(), Set.of(), null, "11330700002592300X", "330700"),
                        of("C", Set.of(), Set.of(), "330782", null, "330782"),
                        of("D", Set.of(), Set.of(), null, null, "330700")));
    }

    @Test
    void nobodyHearsThroughASubscriptionOfWhatLiesOutsideTheRegionOfWhoeverMadeIt() {
        assertEquals(
                "L OWN_CASE NO_SUBSCRIPTION",
                told(notice("330702", NOW), TO_L, of("L", Set.of(), Set.of(), null, null, "330782")));
    }

    @Test
    void saysWhyNot() {
        var n = notice("330702", NOW);
        assertEquals("L OWN_CASE NO_SUBSCRIPTION", told(n, TO_L));
        assertEquals("null ADDRESSED NO_SUBSCRIPTION", told(n, new Parties(Map.of(), Set.of())));
        assertEquals(
                "L OWN_CASE NOT_SUBSCRIBED_TO_KIND",
                told(n, TO_L, of("L", Set.of(NoticeKind.ORDER), Set.of(), null, null, "330700")));
        assertEquals(
                "L OWN_CASE NOT_SUBSCRIBED_TO_LEVEL",
                told(n, TO_L, of("L", Set.of(), Set.of(RiskLevel.YELLOW), null, null, "330700")));
        assertEquals(
                "L OWN_CASE RECUSED",
                told(
                        n,
                        new Parties(Map.of("L", Because.OWN_CASE), Set.of("L")),
                        of("L", Set.of(), Set.of(), null, null, "330700")));
        assertEquals(
                "L OWN_CASE STALE",
                told(
                        notice("330702", NOW.minus(Duration.ofDays(8))),
                        TO_L,
                        of("L", Set.of(), Set.of(), null, null, "330700")));
    }

    @ParameterizedTest
    @CsvSource({
        // answered and refused: by number, however long
        "false, false, 6, 0, false",
        "false, false, 7, 0, true",
        "false, false, 0, 100, false",
        // down: by age, however often
        "false, true, 0, 71, false",
        "false, true, 50, 71, false",
        "false, true, 0, 72, true",
        // trying again cannot help
        "true, false, 0, 0, true"
    })
    void aLetterDiesByRefusalsOrByTheAgeOfAnOutage(
            boolean hopeless, boolean down, int refusals, int hours, boolean dead) {
        var outcome = new Outcome(null, "x", hopeless, down, null);
        assertEquals(dead, DeliveryRules.dead(outcome, refusals, Duration.ofHours(hours), 8, Duration.ofDays(3)));
    }

    @Property
    void pausesGrowWithinBoundsAndAreNotAllTheSame(
            @ForAll @IntRange(min = 1, max = 100) int attempts,
            @ForAll @DoubleRange(min = 0, max = 1, maxIncluded = false) double chance) {
        var first = Duration.ofSeconds(30);
        var longest = Duration.ofHours(6);
        var pause = DeliveryRules.pause(attempts, first, longest, chance);
        assertTrue(pause.compareTo(longest) <= 0, pause.toString());
        assertTrue(pause.compareTo(first.dividedBy(2)) >= 0, pause.toString());
        assertFalse(DeliveryRules.pause(attempts + 1, first, longest, chance).compareTo(pause) < 0);
        assertFalse(DeliveryRules.pause(attempts, first, longest, 0)
                .equals(DeliveryRules.pause(attempts, first, longest, 0.9)));
    }

    @ParameterizedTest
    @CsvSource({
        // quiet overnight
        "22:00, 07:00, , , 2026-03-10T15:00:00Z, 2026-03-10T23:00:00Z, QUIET_HOURS",
        "22:00, 07:00, , , 2026-03-10T22:59:59Z, 2026-03-10T23:00:00Z, QUIET_HOURS",
        "22:00, 07:00, , , 2026-03-10T23:00:00Z, 2026-03-10T23:00:00Z,",
        "22:00, 07:00, , , 2026-03-10T13:59:59Z, 2026-03-10T13:59:59Z,",
        // quiet at noon
        "12:00, 14:00, , , 2026-03-10T04:30:00Z, 2026-03-10T06:00:00Z, QUIET_HOURS",
        // digests
        ", , 30, , 2026-03-10T04:30:00Z, 2026-03-10T05:00:00Z, DIGEST",
        ", , , 9, 2026-03-10T00:59:00Z, 2026-03-10T01:00:00Z, DIGEST",
        ", , , 9, 2026-03-10T01:00:00Z, 2026-03-11T01:00:00Z, DIGEST",
        // a digest that would fall into quiet hours
        "22:00, 07:00, 60, , 2026-03-10T13:30:00Z, 2026-03-10T23:00:00Z, QUIET_HOURS",
        ", , , , 2026-03-10T04:30:00Z, 2026-03-10T04:30:00Z,"
    })
    void letsALetterGoWhenTheRecipientWantsIt(
            String from, String to, Integer minutes, Integer hour, Instant now, Instant at, DeliveryHours.Held held) {
        var release = new DeliveryHours(from, to, minutes, hour).release(now);
        assertEquals(at, release.at());
        assertEquals(held, release.held());
    }

    @Test
    void lettersAreKeptForDaysAndNeverForLess() {
        assertEquals(Instant.parse("2025-09-07T01:00:00Z"), DeliveryRules.forgottenBefore(NOW, 184));
        for (var days : new int[] {0, -1, Integer.MIN_VALUE})
            assertThrows(IllegalArgumentException.class, () -> DeliveryRules.forgottenBefore(NOW, days));
    }
}
