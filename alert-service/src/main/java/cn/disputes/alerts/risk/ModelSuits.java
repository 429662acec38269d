package cn.disputes.alerts.risk;

import cn.disputes.contract.codes.RiskState;
import cn.disputes.contract.security.RegionScope;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Which cases wait for which (示范诉讼). A case waits while its link stands and its model is open: from the moment the model
 * ends it waits no longer, and {@link ModelReleases} writes that into its history.
 */
@ApplicationScoped
public class ModelSuits {
    /** SQL: whether the case {@code c} waits for its model. */
    public static final String HELD =
            """
            EXISTS (SELECT 1 FROM model_link held_link JOIN risk_case held_model ON held_model.id = held_link.model_id
                    WHERE held_link.case_id = c.id AND held_link.released_on IS NULL AND held_model.closed_on IS NULL)""";

    /** A case of the group. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ModelMember(UUID riskCaseId, String litigationCaseNumber, RiskState state, Boolean held) {}

    /**
     * A case's place among model and parallel suits.
     *
     * @param model the model it waits for or waited for; absent when it has none
     * @param held it waits now
     * @param result how the model ended, once the case was released by it
     * @param parallels the cases that wait or waited for this one, those of the caller's region
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ModelPlace(
            ModelMember model,
            boolean held,
            LocalDate heldOn,
            LocalDate releasedOn,
            RiskState result,
            List<ModelMember> parallels) {}

    private final Clock clock;

    ModelSuits(Clock clock) {
        this.clock = clock;
    }

    /** Number of the model suit the case waits for. */
    Optional<String> pending(Handle h, UUID caseId) {
        return h.createQuery(
                        """
                        SELECT m.litigation_case_number FROM model_link l JOIN risk_case m ON m.id = l.model_id
                        WHERE l.case_id = :id AND l.released_on IS NULL AND m.closed_on IS NULL""")
                .bind("id", caseId)
                .mapTo(String.class)
                .findOne();
    }

    /** The model of a link that stands. */
    Optional<UUID> standing(Handle h, UUID caseId) {
        return h.createQuery("SELECT model_id FROM model_link WHERE case_id = :id AND released_on IS NULL")
                .bind("id", caseId)
                .mapTo(UUID.class)
                .findOne();
    }

    boolean isModel(Handle h, UUID caseId) {
        return h.createQuery("SELECT count(*) FROM model_link WHERE model_id = :id AND released_on IS NULL")
                        .bind("id", caseId)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /** Both rows, in the one order in which everybody locks several cases. */
    void lock(Handle h, UUID one, UUID other) {
        h.createQuery("SELECT id FROM risk_case WHERE id IN (:one, :other) ORDER BY id FOR UPDATE")
                .bind("one", one)
                .bind("other", other)
                .mapTo(UUID.class)
                .list();
    }

    void link(Handle h, UUID caseId, UUID modelId, String by) {
        h.createUpdate(
                        """
                        INSERT INTO model_link (case_id, model_id, held_on, recorded_by, recorded_at)
                        VALUES (:case, :model, :today, :by, :now)
                        ON CONFLICT (case_id) DO UPDATE SET model_id = excluded.model_id, held_on = excluded.held_on,
                            released_on = NULL, result = NULL, recorded_by = excluded.recorded_by,
                            recorded_at = excluded.recorded_at""")
                .bind("case", caseId)
                .bind("model", modelId)
                .bind("today", LocalDate.now(clock))
                .bind("by", by)
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** {@code result} is null when the link is taken off before the model ends. */
    void released(Handle h, UUID caseId, RiskState result) {
        h.createUpdate("UPDATE model_link SET released_on = :today, result = :result WHERE case_id = :case")
                .bind("today", LocalDate.now(clock))
                .bind("result", result == null ? null : result.name())
                .bind("case", caseId)
                .execute();
    }

    ModelPlace place(Handle h, UUID caseId, RegionScope scope) {
        var parallels = h.createQuery("SELECT c.id, c.litigation_case_number, c.state, " + HELD
                        + " AS held FROM model_link l JOIN risk_case c ON c.id = l.case_id"
                        + " WHERE l.model_id = :id AND c.region_code >= :from AND c.region_code < :to ORDER BY c.id")
                .bind("id", caseId)
                .bind("from", scope.from())
                .bind("to", scope.to())
                .map((row, ctx) -> new ModelMember(
                        row.getObject("id", UUID.class),
                        row.getString("litigation_case_number"),
                        RiskState.valueOf(row.getString("state")),
                        row.getBoolean("held")))
                .list();
        return h.createQuery(
                        """
                        SELECT m.id, m.litigation_case_number, m.state, m.closed_on, l.held_on, l.released_on, l.result
                        FROM model_link l JOIN risk_case m ON m.id = l.model_id WHERE l.case_id = :id""")
                .bind("id", caseId)
                .map((row, ctx) -> new ModelPlace(
                        new ModelMember(
                                row.getObject("id", UUID.class),
                                row.getString("litigation_case_number"),
                                RiskState.valueOf(row.getString("state")),
                                null),
                        row.getObject("released_on") == null && row.getObject("closed_on") == null,
                        row.getObject("held_on", LocalDate.class),
                        row.getObject("released_on", LocalDate.class),
                        row.getString("result") == null ? null : RiskState.valueOf(row.getString("result")),
                        parallels))
                .findOne()
                .orElseGet(() -> new ModelPlace(null, false, null, null, null, parallels));
    }
}
