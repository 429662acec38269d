package cn.disputes.alerts.register;

import cn.disputes.alerts.risk.RiskCase;
import cn.disputes.alerts.risk.RiskCases;
import cn.disputes.contract.codes.RiskState;
import cn.disputes.contract.events.CaseEvent;
import cn.disputes.contract.events.LitigationEvent;
import cn.disputes.conventions.feed.FeedClient;
import cn.disputes.conventions.feed.FeedFollower;
import cn.disputes.conventions.feed.FeedToken;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Follows the register's suits: a suit judged or withdrawn closes its risk case, a judgment rectified away reopens it. */
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
        if (!(event instanceof LitigationEvent)) return;
        var suit = (LitigationEvent) event;
        cases.claim(h, suit.caseNumber());
        if (!store(h, suit)) return;
        cases.lockByNumber(h, suit.caseNumber()).ifPresent(risk -> {
            var known = KnownSuit.find(h, suit.caseNumber()).orElseThrow();
            var described = risk.described(
                    known.regionCode(),
                    known.defendantCode(),
                    known.defendantName(),
                    known.actType(),
                    known.domain(),
                    risk.flaggedOn());
            var settled = settle(described, known);
            if (!settled.equals(risk)) cases.save(h, settled);
        });
    }

    /** What the judgment makes of the risk case; one that a person has closed stays as it is. */
    public static RiskCase settle(RiskCase risk, KnownSuit suit) {
        var end = suit.closes().filter(state -> !suit.concludedOn().isBefore(risk.flaggedOn()));
        if (!risk.state().closed() && end.isPresent()) return risk.moved(end.get(), suit.concludedOn(), true);
        if (risk.closedByRegister()) {
            if (end.isPresent()) return risk.moved(end.get(), suit.concludedOn(), true);
            return risk.moved(risk.leader() == null ? RiskState.FLAGGED : RiskState.ASSIGNED, null, false);
        }
        return risk;
    }

    private static boolean store(Handle h, LitigationEvent suit) {
        return h.createUpdate(
                                """
                        INSERT INTO litigation (case_number, id, version, region_code, defendant_code, defendant_name,
                            act_type, domain, concluded_on, outcome, outcome_ground)
                        VALUES (:number, :id, :version, :region, :code, :name, :actType, :domain, :concludedOn, :outcome, :ground)
                        ON CONFLICT (case_number) DO UPDATE SET version = excluded.version,
                            region_code = excluded.region_code, defendant_code = excluded.defendant_code,
                            defendant_name = excluded.defendant_name, act_type = excluded.act_type, domain = excluded.domain,
                            concluded_on = excluded.concluded_on, outcome = excluded.outcome,
                            outcome_ground = excluded.outcome_ground
                        WHERE litigation.version < excluded.version""")
                        .bind("number", suit.caseNumber())
                        .bind("id", suit.id())
                        .bind("version", suit.version())
                        .bind("region", suit.regionCode())
                        .bind("code", suit.defendantCode())
                        .bind("name", suit.defendantName())
                        .bind("actType", name(suit.actType()))
                        .bind("domain", name(suit.domain()))
                        .bind("concludedOn", suit.concludedOn())
                        .bind("outcome", name(suit.outcome()))
                        .bind("ground", name(suit.outcomeGround()))
                        .execute()
                > 0;
    }

    private static String name(Enum<?> code) {
        return code == null ? null : code.name();
    }
}
