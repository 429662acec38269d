package cn.disputes.alerts.delivery;

import cn.disputes.contract.security.RegionScope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Who is told of a notice, and when a failed try is repeated. */
final class DeliveryRules {
    /** Why somebody is told: what ties the notice to the subscription. */
    enum Because {
        /** The leader answers for the case. */
        OWN_CASE,
        /** The leader stands above the one who answers for it. */
        SUPERIOR,
        /** It concerns the agency of the leader, or the one subscribed to. */
        AGENCY,
        /** It concerns the region subscribed to. */
        REGION,
        /** It should have reached somebody. */
        ADDRESSED
    }

    /** Why somebody is not told. */
    enum NotSent {
        NO_SUBSCRIPTION,
        NOT_SUBSCRIBED_TO_KIND,
        NOT_SUBSCRIBED_TO_LEVEL,
        NOT_SUBSCRIBED_TO_AUDIENCE,
        PAUSED,
        RECUSED,
        STALE,
        SILENCED,
        /** It could not be read; the log says more. */
        FAULT,
        /** Nothing was left to tell when it was to be sent; the reason is the source's. */
        MOOT
    }

    /**
     * One recipient's line.
     *
     * @param subscription null where the recipient has none
     * @param recipient null where nobody is addressed
     * @param not null: it is sent
     */
    record Decision(Subscription subscription, String recipient, Because because, NotSent not) {}

    /** Those a notice speaks to by their office: person to reason. */
    record Parties(Map<String, Because> persons, Set<String> recused) {}

    private DeliveryRules() {}

    /**
     * @param parties the persons addressed, and those who must not hear of the case
     * @return one line for every subscription concerned, and for every person addressed who has none
     */
    static List<Decision> route(
            Notice notice, Collection<Subscription> subscriptions, Parties parties, Instant now, Duration stale) {
        var lines = new ArrayList<Decision>();
        var reached = new TreeSet<String>();
        for (var subscription : subscriptions) {
            var because = because(notice, subscription, parties);
            if (because == null) continue;
            reached.add(subscription.owner());
            lines.add(new Decision(
                    subscription, subscription.owner(), because, refusal(notice, subscription, parties, now, stale)));
        }
        parties.persons().forEach((person, because) -> {
            if (!reached.contains(person)) {
                var not = parties.recused().contains(person) ? NotSent.RECUSED : NotSent.NO_SUBSCRIPTION;
                lines.add(new Decision(null, person, because, not));
            }
        });
        if (lines.isEmpty()) lines.add(new Decision(null, null, Because.ADDRESSED, NotSent.NO_SUBSCRIPTION));
        return lines;
    }

    private static Because because(Notice notice, Subscription subscription, Parties parties) {
        // whoever made it for somebody else must not hear through it of what lies outside the own region
        if (!subscription.ofLeader() && !new RegionScope(subscription.scopeRegion()).covers(notice.regionCode()))
            return null;
        var person = parties.persons().get(subscription.owner());
        if (person != null) return person;
        if (subscription.agencyCode() != null) {
            var concerned = notice.agencyCodes().contains(subscription.agencyCode());
            return concerned && (subscription.regionCode() == null || subscription.watches(notice.regionCode()))
                    ? Because.AGENCY
                    : null;
        }
        return subscription.watches(notice.regionCode()) ? Because.REGION : null;
    }

    private static NotSent refusal(
            Notice notice, Subscription subscription, Parties parties, Instant now, Duration stale) {
        if (parties.recused().contains(subscription.owner())) return NotSent.RECUSED;
        if (subscription.paused()) return NotSent.PAUSED;
        if (!wanted(subscription.kinds(), Set.of(notice.kind()))) return NotSent.NOT_SUBSCRIBED_TO_KIND;
        if (notice.level() != null && !wanted(subscription.levels(), Set.of(notice.level())))
            return NotSent.NOT_SUBSCRIBED_TO_LEVEL;
        if (!wanted(subscription.audiences(), notice.audiences())) return NotSent.NOT_SUBSCRIBED_TO_AUDIENCE;
        if (notice.recordedAt().isBefore(now.minus(stale))) return NotSent.STALE;
        return null;
    }

    private static <T> boolean wanted(Set<T> chosen, Set<T> given) {
        return chosen.isEmpty() || given.stream().anyMatch(chosen::contains);
    }

    /** What arrived or died before this is forgotten. */
    static Instant forgottenBefore(Instant now, int keepDays) {
        if (keepDays < 1) throw new IllegalArgumentException("delivery.keep-days is less than a day");
        return now.minus(Duration.ofDays(keepDays));
    }

    /**
     * Whether a letter whose try failed is tried no more: a recipient that answers has refused it often enough, one that is
     * down has been down long enough.
     *
     * @param refusals tries that were answered and refused so far, this one not counted
     * @param failingFor since the first of its tries failed
     */
    static boolean dead(Outcome outcome, int refusals, Duration failingFor, int attempts, Duration giveUpAfter) {
        if (outcome.hopeless()) return true;
        return outcome.down() ? failingFor.compareTo(giveUpAfter) >= 0 : refusals + 1 >= attempts;
    }

    /**
     * The pause before the next try: twice the last one, up to the longest, and between half of that and the whole by
     * chance, so that what failed together does not come back together.
     *
     * @param attempts tries so far, 1 or more
     * @param chance 0 (inclusive) to 1 (exclusive)
     */
    static Duration pause(int attempts, Duration first, Duration longest, double chance) {
        var doubled = first.toMillis() * Math.pow(2, Math.min(attempts - 1, 40));
        var whole = Math.min(doubled, longest.toMillis());
        return Duration.ofMillis(Math.round(whole * (0.5 + chance / 2)));
    }
}
