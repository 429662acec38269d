package cn.disputes.alerts.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.disputes.alerts.routing.Leader.Absence;
import cn.disputes.alerts.routing.Leader.Rank;
import cn.disputes.contract.codes.Domain;
import cn.disputes.contract.codes.RiskLevel;
import cn.disputes.contract.security.RegionScope;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** What holds of every tree of duties, drawn at random from few leaders, places and days so that they meet. */
class RoutingPropertiesTest {
    private static final String OTHER = "11330000002482066K";
    private static final List<String> PEOPLE = List.of("A", "B", "C", "D", "E");

    /** Everything a route depends on. */
    record World(Map<String, Leader> leaders, List<Duty> duties, Map<String, Integer> load) {
        Routing routing() {
            return new Routing(leaders, duties, load);
        }
    }

    @Provide
    Arbitrary<World> worlds() {
        var duties = Combinators.combine(
                        Arbitraries.of(PEOPLE),
                        Arbitraries.of("000000", "330000", "330700", "330782", "330702"),
                        Arbitraries.of(Trees.BUREAU, OTHER).injectNull(0.7),
                        Arbitraries.of(Domain.TOWNSHIP, Domain.TAX).injectNull(0.6),
                        Arbitraries.of(RiskLevel.class).set().ofMaxSize(2),
                        Arbitraries.integers().between(-10, 3),
                        Arbitraries.integers().between(-3, 10).injectNull(0.5))
                .as((leader, region, agency, domain, levels, from, length) -> new Duty(
                        null,
                        leader,
                        region,
                        agency,
                        domain,
                        levels,
                        Trees.DAY.plusDays(from),
                        length == null ? null : Trees.DAY.plusDays(from + Math.max(0, length))))
                .list()
                .ofMaxSize(12)
                .map(RoutingPropertiesTest::numbered);
        var absences = Combinators.combine(
                        Arbitraries.of("A", "B", "C", "D", "E", "nobody"),
                        Arbitraries.integers().between(-3, 3),
                        Arbitraries.integers().between(0, 4))
                .as((substitute, from, length) -> Trees.away(from, from + length, substitute))
                .list()
                .ofMaxSize(2);
        var leaders = Combinators.combine(
                        absences.list().ofSize(PEOPLE.size()),
                        Arbitraries.of(Rank.class).list().ofSize(PEOPLE.size()))
                .as(RoutingPropertiesTest::people);
        var load = Arbitraries.maps(
                        Arbitraries.of(PEOPLE), Arbitraries.integers().between(0, 3))
                .ofMaxSize(PEOPLE.size());
        return Combinators.combine(leaders, duties, load).as(World::new);
    }

    private static List<Duty> numbered(List<Duty> duties) {
        var numbered = new ArrayList<Duty>();
        for (var duty : duties) numbered.add(duty.identified("D" + numbered.size()));
        return numbered;
    }

    private static Map<String, Leader> people(List<List<Absence>> absences, List<Rank> ranks) {
        var people = new HashMap<String, Leader>();
        for (var i = 0; i < PEOPLE.size(); i++) {
            people.put(
                    PEOPLE.get(i),
                    Trees.leader(PEOPLE.get(i), ranks.get(i), absences.get(i).toArray(Absence[]::new)));
        }
        return people;
    }

    @Provide
    Arbitrary<RoutedCase> cases() {
        return Combinators.combine(
                        Arbitraries.of("330782", "330702", "330700"),
                        Arbitraries.of(Trees.BUREAU, OTHER),
                        Arbitraries.of(Domain.TOWNSHIP, Domain.TAX, Domain.OTHER)
                                .injectNull(0.2),
                        Arbitraries.of(RiskLevel.class),
                        Arbitraries.integers().between(-4, 4),
                        Arbitraries.of(PEOPLE).set().ofMaxSize(2),
                        Arbitraries.of(PEOPLE).injectNull(0.5))
                .as((region, agency, domain, level, day, recused, keeper) ->
                        new RoutedCase(region, agency, domain, level, Trees.DAY.plusDays(day), recused, keeper));
    }

    @Property
    void neverAnAbsentRecusedOrExpiredLeader(@ForAll("worlds") World world, @ForAll("cases") RoutedCase c) {
        var route = world.routing().route(c);
        Statistics.label("answered").collect(route.leader() != null);
        if (route.leader() == null) return;
        assertTrue(route.leader().absenceOn(c.on()).isEmpty(), "absent");
        assertFalse(c.recused().contains(route.leader().id()), "recused");
        assertFalse(c.on().isBefore(route.duty().from()), "not yet");
        assertTrue(route.duty().to() == null || !c.on().isAfter(route.duty().to()), "no longer");
        assertEquals(world.leaders().get(route.leader().id()), route.leader());
    }

    @Property
    void theMostSpecificOfThoseThatCanAnswerWins(@ForAll("worlds") World world, @ForAll("cases") RoutedCase c) {
        var route = world.routing().route(c);
        for (var duty : world.duties()) {
            if (duty.refuses(c) != null) continue;
            var standing = SubstitutionRules.standing(duty.leaderId(), world.leaders(), c.on(), c.recused());
            if (standing.acting() == null) continue;
            assertNotNull(route.duty(), "somebody could have answered");
            assertTrue(duty.specificity() <= route.duty().specificity(), duty + " is nearer than " + route.duty());
        }
    }

    @Property
    void theOrderOfTheDutiesDoesNotMatter(
            @ForAll("worlds") World world, @ForAll("cases") RoutedCase c, @ForAll Random random) {
        var shuffled = new ArrayList<>(world.duties());
        Collections.shuffle(shuffled, random);
        assertEquals(world.routing().route(c), new Routing(world.leaders(), shuffled, world.load()).route(c));
    }

    @Property
    void anUnrelatedDutyChangesNothing(@ForAll("worlds") World world, @ForAll("cases") RoutedCase c) {
        var unrelated = List.of(
                Trees.duty("a", "A", "330783"),
                Trees.duty("b", "A", c.regionCode(), "11330000002482067J", null),
                Trees.duty("c", "A", c.regionCode(), c.defendantCode(), Domain.WATER),
                new Duty("d", "A", c.regionCode(), null, null, Set.of(), c.on().plusDays(1), null),
                new Duty("e", "A", c.regionCode(), null, null, null, c.on().minusDays(9), c.on().minusDays(1)));
        var more = new ArrayList<>(world.duties());
        more.addAll(unrelated);
        assertEquals(world.routing().route(c), new Routing(world.leaders(), more, world.load()).route(c));
    }

    @Property
    void whatIsChosenIsWhatTheExplanationSays(@ForAll("worlds") World world, @ForAll("cases") RoutedCase c) {
        var routing = world.routing();
        var route = routing.route(c);
        var why = Explanation.of(routing, c, new RegionScope("000000"));
        assertEquals(route.leader() == null ? null : route.leader().named(), why.leader());
        assertEquals(world.duties().size(), why.considered().size());
        var chosen = why.considered().stream()
                .filter(one -> one.verdict() == Verdict.CHOSEN)
                .map(Explanation.Considered::dutyId)
                .toList();
        assertEquals(route.duty() == null ? List.of() : List.of(route.duty().id()), chosen);
    }
}
