package cn.disputes.alerts.delivery;

import cn.disputes.contract.events.CaseEvent;
import cn.disputes.conventions.feed.FeedClient;
import cn.disputes.conventions.feed.FeedFollower;
import cn.disputes.conventions.feed.FeedToken;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Follows the register's feed for what has to be told: warnings, hearings, losses. It has a cursor of its own. */
@ApplicationScoped
class NewsFollower implements FeedFollower.Handler {
    private final List<CaseNews> hearers;
    private final Optional<FeedFollower> follower;

    NewsFollower(
            @All List<CaseNews> hearers,
            Jdbi jdbi,
            Clock clock,
            FeedToken token,
            @ConfigProperty(name = "feeds.case-service.url") Optional<String> url) {
        this.hearers = hearers;
        this.follower =
                url.map(u -> new FeedFollower(jdbi, clock, "case-service/news", new FeedClient(u, token), this));
    }

    void start(@Observes StartupEvent started) {
        follower.ifPresent(FeedFollower::start);
    }

    void stop(@Observes ShutdownEvent stopping) {
        follower.ifPresent(FeedFollower::close);
    }

    @Override
    public void apply(Handle h, CaseEvent event) {
        hearers.forEach(hearer -> hearer.hear(h, event));
    }
}
