package cn.disputes.alerts.routing;

import cn.disputes.alerts.routing.SubstitutionRules.Standing;
import cn.disputes.contract.codes.Regions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who answers for a case (责任落实): of the duties that cover it on the day and whose leader or substitute is there and not in
 * conflict, the most specific; among equally specific ones the rank that fits the colour best, then the leader who has the
 * case already, then the one with fewer open cases, then the lower id. Plain Java over what is registered; the order in
 * which leaders and duties are given does not matter.
 */
public final class Routing {
    /** A duty that covers the case, and who acts for its leader. */
    record Answer(Duty duty, Standing standing, int rankDistance, boolean keeps, int load) {
        static final Comparator<Answer> NEAREST_FIRST = Comparator.comparingInt(
                        (Answer a) -> -a.duty().specificity())
                .thenComparingInt(Answer::rankDistance)
                .thenComparing(a -> !a.keeps())
                .thenComparingInt(Answer::load)
                .thenComparing(a -> a.duty().leaderId())
                .thenComparing(a -> a.duty().id());

        boolean available() {
            return standing.acting() != null;
        }
    }

    private final Map<String, Leader> leaders;
    private final List<Duty> duties;
    private final Map<String, List<Duty>> ofAgencies = new HashMap<>();
    private final Map<String, List<Duty>> ofRegions = new HashMap<>();
    private final Map<String, Integer> load;

    public Routing(Map<String, Leader> leaders, Collection<Duty> duties) {
        this(leaders, duties, Map.of());
    }

    /** @param load open cases of each leader, none where one is not named */
    public Routing(Map<String, Leader> leaders, Collection<Duty> duties, Map<String, Integer> load) {
        this.leaders = Map.copyOf(leaders);
        this.duties = List.copyOf(duties);
        this.load = new HashMap<>(load);
        for (var duty : duties) {
            var index = duty.agencyCode() == null ? ofRegions : ofAgencies;
            var key = duty.agencyCode() == null ? Regions.prefix(duty.regionCode()) : duty.agencyCode();
            index.computeIfAbsent(key, k -> new ArrayList<>()).add(duty);
        }
    }

    public Route route(RoutedCase c) {
        var answers = answers(c);
        return answers.stream()
                .filter(Answer::available)
                .findFirst()
                .map(a ->
                        new Route(a.standing().acting(), a.duty(), a.standing().through(), null))
                .orElseGet(() -> new Route(
                        null,
                        null,
                        List.of(),
                        NoLeader.of(answers.stream()
                                .map(a -> a.standing().refusal())
                                .toList())));
    }

    /** Counts one more open case of a leader, so that the next tie goes to another. */
    public void give(Leader leader) {
        load.merge(leader.id(), 1, Integer::sum);
    }

    /** Every duty that covers the case on its day, the nearest first, whether or not somebody acts for its leader. */
    List<Answer> answers(RoutedCase c) {
        var answers = new ArrayList<Answer>();
        for (var duty : near(c)) {
            if (duty.refuses(c) == null) answers.add(answer(duty, c));
        }
        answers.sort(Answer.NEAREST_FIRST);
        return answers;
    }

    private Answer answer(Duty duty, RoutedCase c) {
        var standing = SubstitutionRules.standing(duty.leaderId(), leaders, c.on(), c.recused());
        var leader = leaders.get(duty.leaderId());
        // the post counts, not who sits in for it: a deputy acting for the county leader acts as the county leader
        var distance = leader == null ? 0 : RankRules.distance(c.level(), leader.rank());
        if (standing.acting() == null) return new Answer(duty, standing, distance, false, 0);
        var acting = standing.acting().id();
        return new Answer(duty, standing, distance, acting.equals(c.keeper()), load.getOrDefault(acting, 0));
    }

    /** The duties of the case's agency and of each region it lies in. */
    private List<Duty> near(RoutedCase c) {
        var near = new ArrayList<Duty>();
        if (c.defendantCode() != null) near.addAll(ofAgencies.getOrDefault(c.defendantCode(), List.of()));
        for (var length : new int[] {0, 2, 4, 6}) {
            near.addAll(ofRegions.getOrDefault(c.regionCode().substring(0, length), List.of()));
        }
        return near;
    }

    Collection<Leader> leaders() {
        return leaders.values();
    }

    List<Duty> duties() {
        return duties;
    }
}
