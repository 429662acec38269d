package cn.disputes.alerts.register;

import cn.disputes.alerts.risk.RiskCase;
import cn.disputes.alerts.risk.RiskCases;
import cn.disputes.contract.codes.SupervisionKind;
import cn.disputes.contract.events.CaseEvent;
import cn.disputes.contract.events.LitigationEvent;
import cn.disputes.contract.events.ReconsiderationEvent;
import cn.disputes.contract.events.SupervisionDocumentEvent;
import cn.disputes.conventions.feed.FeedClient;
import cn.disputes.conventions.feed.FeedFollower;
import cn.disputes.conventions.feed.FeedToken;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Follows the register: a suit judged or withdrawn closes its risk case, a judgment rectified away reopens it, and
 * whatever bears on an open suit has it scored again.
 */
@ApplicationScoped
public class SuitFollower implements FeedFollower.Handler {
    private final RiskCases cases;
    private final Optional<FeedFollower> follower;

    SuitFollower(
            RiskCases cases,
            Jdbi jdbi,
            Clock clock,
            FeedToken token,
            @ConfigProperty(name = "feeds.case-service.url") Optional<String> url) {
        this.cases = cases;
        this.follower = url.map(u -> new FeedFollower(jdbi, clock, "case-service", new FeedClient(u, token), this));
    }

    void start(@Observes StartupEvent started) {
        follower.ifPresent(FeedFollower::start);
    }

    void stop(@Observes ShutdownEvent stopping) {
        follower.ifPresent(FeedFollower::close);
    }

    @Override
    public void apply(Handle h, CaseEvent event) {
        applyAll(h, List.of(event));
    }

    @Override
    public void applyAll(Handle h, List<CaseEvent> events) {
        var suits = latest(events, LitigationEvent.class, LitigationEvent::caseNumber);
        var appeals = RegisterStore.dismissedAppeals(h, suits.keySet());
        var settled = new TreeSet<>(suits.keySet());
        settled.addAll(appeals.keySet());
        cases.claim(h, settled);
        learnNames(h, events);
        if (!suits.isEmpty()) {
            var changed = RegisterStore.suits(h, suits.values());
            settle(h, withAppeals(changed.all(), appeals));
            Concerned.bySuits(h, changed);
        }
        var reconsiderations = latest(events, ReconsiderationEvent.class, r -> r.id().toString());
        if (!reconsiderations.isEmpty())
            Concerned.byReconsiderations(h, RegisterStore.reconsiderations(h, reconsiderations.values()));
        var opinions = latest(events, SupervisionDocumentEvent.class, d -> d.id().toString());
        opinions.values().removeIf(document -> document.kind() != SupervisionKind.OPINION);
        if (!opinions.isEmpty()) Concerned.byOpinions(h, RegisterStore.opinions(h, opinions.values()));
    }

    private static <E extends CaseEvent> Map<String, E> latest(
            List<CaseEvent> events, Class<E> kind, Function<E, String> key) {
        var latest = new TreeMap<String, E>();
        for (var event : events) {
            if (!kind.isInstance(event)) continue;
            latest.merge(key.apply(kind.cast(event)), kind.cast(event), (a, b) -> b.version() > a.version() ? b : a);
        }
        return latest;
    }

    /** How an appeal that was dismissed ends its case depends on what it leaves standing. */
    private static Collection<String> withAppeals(Collection<String> changed, Map<String, String> appeals) {
        var all = new TreeSet<>(changed);
        appeals.forEach((appeal, below) -> {
            if (all.contains(below)) all.add(appeal);
        });
        return all;
    }

    private static void learnNames(Handle h, List<CaseEvent> events) {
        var names = new HashMap<String, String>();
        for (var event : events) {
            if (event instanceof LitigationEvent suit) names.put(suit.defendantCode(), suit.defendantName());
            if (event instanceof ReconsiderationEvent r) names.put(r.respondentCode(), r.respondentName());
        }
        names.values().removeIf(name -> name == null || name.isBlank());
        names.remove(null);
        if (!names.isEmpty()) Concerned.byAgencies(h, RegisterStore.agencies(h, names));
    }

    private void settle(Handle h, Collection<String> changed) {
        var risks = cases.lockByNumbers(h, changed);
        if (risks.isEmpty()) return;
        var known = KnownSuit.findAll(h, risks.keySet());
        var settled = new ArrayList<RiskCase>();
        for (var risk : risks.values()) {
            var suit = known.get(risk.litigationCaseNumber());
            var now = settle(described(risk, suit), suit);
            if (!now.equals(risk)) settled.add(now);
        }
        cases.saveAll(h, settled);
    }

    /** The case as the register describes its suit, once the register knows it. */
    public static RiskCase described(RiskCase risk, KnownSuit suit) {
        return risk.described(
                suit.regionCode(),
                suit.defendantCode(),
                suit.defendantName(),
                suit.actType(),
                suit.domain(),
                risk.flaggedOn());
    }

    /** What the judgment makes of the risk case; one that a person has closed stays as it is. */
    public static RiskCase settle(RiskCase risk, KnownSuit suit) {
        var end = suit.closes().filter(state -> !suit.concludedOn().isBefore(risk.flaggedOn()));
        if (!risk.state().closed() && end.isPresent()) return risk.moved(end.get(), suit.concludedOn(), true);
        if (risk.closedByRegister()) {
            if (end.isPresent()) return risk.moved(end.get(), suit.concludedOn(), true);
            return risk.reopened();
        }
        return risk;
    }
}
