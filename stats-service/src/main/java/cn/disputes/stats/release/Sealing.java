package cn.disputes.stats.release;

import cn.disputes.contract.codes.Regions;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.conventions.Ids;
import cn.disputes.conventions.feed.FeedFollower;
import cn.disputes.stats.facts.Feeds;
import cn.disputes.stats.figures.Cut;
import cn.disputes.stats.figures.Dimension;
import cn.disputes.stats.figures.Figure;
import cn.disputes.stats.figures.Figures;
import cn.disputes.stats.figures.Figures.Comparison;
import cn.disputes.stats.figures.Rows;
import cn.disputes.stats.indicators.Indicator;
import cn.disputes.stats.indicators.Indicators;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * Seals a period. Everything is counted and gathered in one snapshot that writes nothing, so that the transaction which
 * writes, and which everybody's feed waits for, lasts no longer than the writing.
 */
@ApplicationScoped
class Sealing {
    private static final Logger LOG = Logger.getLogger(Sealing.class);

    private final Jdbi jdbi;
    private final Figures figures;
    private final Rows rows;
    private final Feeds feeds;
    private final ReleaseStore store;
    private final ReleaseConfig config;
    private final Clock clock;

    Sealing(Jdbi jdbi, Figures figures, Rows rows, Feeds feeds, ReleaseStore store, ReleaseConfig config, Clock clock) {
        this.jdbi = jdbi;
        this.figures = figures;
        this.rows = rows;
        this.feeds = feeds;
        this.store = store;
        this.config = config;
        this.clock = clock;
    }

    private record Draft(Figure total, Figure byRegion, Figure byMonth, SealedCases cases) {}

    /** @param h the transaction that writes, still without a write of its own */
    Release.Sealed seal(Handle h, String title, Cut cut, String by) {
        if (!store.claim(h)) throw new ProblemException(ReleaseProblem.SEALING_RUNNING).retryAfter(3);
        store.same(h, cut.regionCode(), cut.from(), cut.to(), title).ifPresent(id -> {
            throw new ProblemException(ReleaseProblem.ALREADY_SEALED, id.toString());
        });
        var latest = store.latest(h);
        var started = clock.instant();
        var draft = draft(cut);
        var gathered = clock.instant();
        var release = new Release(
                Ids.next(),
                latest.map(ReleaseStore.Latest::number).orElse(0L) + 1,
                title,
                cut.from(),
                cut.to(),
                cut.regionCode(),
                Regions.find(cut.regionCode()).map(Regions.Region::name).orElse(cut.regionCode()),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                by,
                LocalDate.now(clock).isAfter(cut.lastDay()),
                Indicator.DEFINITION_VERSION,
                feeds.followers().stream().map(FeedFollower::status).toList(),
                draft.cases().cases().size(),
                latest.map(ReleaseStore.Latest::hash).orElse(null),
                Indicators.all().stream().map(Sealing::definition).toList(),
                draft.total(),
                draft.byRegion(),
                draft.byMonth(),
                Release.EDITION);
        Recount.of(release, draft.cases()).requireAll();
        var content = ReleaseStore.write(release);
        var hash = Seals.hash(content, draft.cases());
        store.add(h, release, content, draft.cases(), hash);
        LOG.infof(
                "release %d: %d cases gathered in %d ms, written in %d ms",
                release.number(),
                release.caseCount(),
                Duration.between(started, gathered).toMillis(),
                Duration.between(gathered, clock.instant()).toMillis());
        return new Release.Sealed(new Release.Seal(true, hash, true), release);
    }

    /** On a connection of its own: the one that writes has no snapshot and no number yet. */
    private Draft draft(Cut cut) {
        try (var snapshot = jdbi.open()) {
            return snapshot.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, h -> draft(h, cut));
        }
    }

    private Draft draft(Handle snapshot, Cut cut) {
        var all = List.copyOf(Indicators.all());
        return new Draft(
                figures.compute(snapshot, all, cut, List.of(), Comparison.PREVIOUS_YEAR),
                figures.compute(snapshot, all, cut, List.of(Dimension.region), Comparison.PREVIOUS_YEAR),
                figures.compute(snapshot, all, cut, List.of(Dimension.month), Comparison.PREVIOUS_YEAR),
                Gathering.of(snapshot, rows, all, cut, config.mostCases()));
    }

    private static Release.Definition definition(Indicator i) {
        return new Release.Definition(
                i.code(),
                i.zh(),
                i.en(),
                i.shape().name(),
                i.formula(),
                i.excludedReason(),
                i.basis(),
                i.version(),
                i.shape() == Indicator.Shape.RATIO
                        ? List.of(i.numeratorOf(), i.denominatorOf())
                        : List.of(i.population(), i.counted(), i.numerator()));
    }
}
