package cn.disputes.alerts.learning;

import cn.disputes.alerts.backtest.JudgedSuits;
import cn.disputes.alerts.risk.RiskCases;
import cn.disputes.contract.events.EventJson;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.RegionScope;
import cn.disputes.conventions.Ids;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** Makes models from the suits of a region and keeps them; at most one of each region is active. */
@ApplicationScoped
public class RiskModels {
    /**
     * A model as it is kept.
     *
     * @param active it is shown beside the rules' level; it never takes its place
     */
    public record Model(
            UUID id,
            String regionCode,
            boolean active,
            String trainedBy,
            Instant trainedAt,
            @JsonIgnore long version,
            Opinion opinion) {}

    /** In each of the three parts: fewer suits of a kind would make coefficients, or a reliability, of chance. */
    private static final int LEAST = 10;

    private final Jdbi jdbi;
    private final Clock clock;

    RiskModels(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Learns from the suits judged from one day to another, each as it was known the day before. */
    Model train(LocalDate from, LocalDate to, RegionScope scope, Opinion.Thresholds thresholds, String by) {
        var examples = new ArrayList<Example>();
        JudgedSuits.each(
                jdbi,
                new JudgedSuits.Asked(from, to, scope.from(), scope.to()),
                suit -> examples.add(
                        new Example(suit.concludedOn(), suit.lost(), Features.of(suit.facts(), suit.instance()))));
        enough(examples);
        var model = new Model(
                Ids.next(), scope.region(), false, by, clock.instant(), 1, Opinion.learn(examples, thresholds));
        jdbi.useHandle(h -> h.createUpdate(
                        """
                        INSERT INTO risk_model (id, region_code, body, trained_by, recorded_at)
                        VALUES (:id, :region, CAST(:body AS jsonb), :by, :now)""")
                .bind("id", model.id())
                .bind("region", model.regionCode())
                .bind("body", RiskCases.json(model.opinion()))
                .bind("by", by)
                .bind("now", model.trainedAt().atOffset(ZoneOffset.UTC))
                .execute());
        return model;
    }

    private static void enough(List<Example> examples) {
        var ends = new int[] {0, (int) (examples.size() * 0.6), (int) (examples.size() * 0.8), examples.size()};
        for (var part = 0; part < 3; part++) {
            var in = examples.subList(ends[part], ends[part + 1]);
            var lost = in.stream().filter(Example::lost).count();
            if (lost < LEAST || in.size() - lost < LEAST)
                throw new ProblemException(
                        LearningProblem.TOO_FEW_SUITS,
                        examples.size(),
                        examples.stream().filter(Example::lost).count(),
                        LEAST);
        }
    }

    Optional<Model> find(Handle h, UUID id, RegionScope scope, boolean lock) {
        return h.createQuery("SELECT * FROM risk_model WHERE id = :id AND region_code >= :from AND region_code < :to"
                        + (lock ? " FOR UPDATE" : ""))
                .bind("id", id)
                .bind("from", scope.from())
                .bind("to", scope.to())
                .map(RiskModels::map)
                .findOne();
    }

    List<Model> list(Handle h, RegionScope scope, UUID after, int rows) {
        return h.createQuery(
                        """
                        SELECT * FROM risk_model WHERE region_code >= :from AND region_code < :to
                          AND (CAST(:after AS uuid) IS NULL OR id < :after)
                        ORDER BY id DESC LIMIT :rows""")
                .bind("from", scope.from())
                .bind("to", scope.to())
                .bind("after", after)
                .bind("rows", rows)
                .map(RiskModels::map)
                .list();
    }

    /** The active model for a case of a region: that of the nearest region that has one. */
    Optional<Model> active(Handle h, String region) {
        return h.createQuery("SELECT * FROM risk_model WHERE active ORDER BY id").map(RiskModels::map).stream()
                .filter(model -> new RegionScope(model.regionCode()).covers(region))
                .max((a, b) -> Integer.compare(reach(a), reach(b)));
    }

    private static int reach(Model model) {
        return new RegionScope(model.regionCode()).from().length();
    }

    /** Held until the transaction ends, and before any model is locked: turning one on touches another. */
    void claim(Handle h) {
        h.execute("SELECT pg_advisory_xact_lock(33)");
    }

    /** Turns a model on, and with it the region's other one off; or off. */
    void activate(Handle h, Model model, boolean on) {
        if (on)
            h.execute(
                    "UPDATE risk_model SET active = false, version = version + 1 WHERE active AND region_code = ? AND id <> ?",
                    model.regionCode(),
                    model.id());
        h.execute(
                "UPDATE risk_model SET active = ?, version = version + 1 WHERE id = ? AND active <> ?",
                on,
                model.id(),
                on);
    }

    private static Model map(ResultSet row, StatementContext context) throws SQLException {
        try {
            return new Model(
                    row.getObject("id", UUID.class),
                    row.getString("region_code"),
                    row.getBoolean("active"),
                    row.getString("trained_by"),
                    row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                    row.getLong("version"),
                    EventJson.MAPPER.readValue(row.getString("body"), Opinion.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("model unreadable", e);
        }
    }
}
