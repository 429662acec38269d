package cn.disputes.stats.facts;

import cn.disputes.conventions.feed.FeedClient;
import cn.disputes.conventions.feed.FeedFollower;
import cn.disputes.conventions.feed.FeedToken;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/** The two feeds the figures are folded from. */
@ApplicationScoped
public class Feeds {
    private final Map<String, FeedClient> clients = new LinkedHashMap<>();
    private final List<FeedFollower> followers;

    Feeds(
            Jdbi jdbi,
            Clock clock,
            FeedToken token,
            @ConfigProperty(name = "feeds.case-service.url") Optional<String> caseService,
            @ConfigProperty(name = "feeds.alert-service.url") Optional<String> alertService) {
        caseService.ifPresent(url -> clients.put("case-service", new FeedClient(url, token)));
        alertService.ifPresent(url -> clients.put("alert-service", new FeedClient(url, token)));
        var facts = new FactStore(FactStore.FACT);
        followers = clients.entrySet().stream()
                .map(feed -> new FeedFollower(jdbi, clock, feed.getKey(), feed.getValue(), facts))
                .toList();
    }

    void start(@Observes StartupEvent started) {
        followers.forEach(FeedFollower::start);
    }

    void stop(@Observes ShutdownEvent stopping) {
        followers.forEach(FeedFollower::close);
    }

    public List<FeedFollower> followers() {
        return followers;
    }

    /** By the name of the service, the key of its cursor. */
    public Map<String, FeedClient> clients() {
        return clients;
    }
}
