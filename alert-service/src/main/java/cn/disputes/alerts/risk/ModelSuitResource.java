package cn.disputes.alerts.risk;

import static cn.disputes.contract.security.Roles.CASE_OFFICER;
import static cn.disputes.contract.security.Roles.COORDINATOR;
import static cn.disputes.contract.security.Roles.LEADER;

import cn.disputes.contract.problem.GeneralProblem;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.Caller;
import cn.disputes.conventions.Preconditions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Model and parallel suits (示范诉讼): parallel cases are held in mediation until their model ends. While it waits, a case is
 * handed over in no month and no resolution may be claimed; plans, coordination and what a court decides go on.
 */
@Path("/v1/risk-cases/{id}/model")
public class ModelSuitResource {
    private final Jdbi jdbi;
    private final RiskCases cases;
    private final RiskCaseAccess access;
    private final RiskHistory history;
    private final ModelSuits models;
    private final Caller caller;
    private final Clock clock;

    ModelSuitResource(
            Jdbi jdbi,
            RiskCases cases,
            RiskCaseAccess access,
            RiskHistory history,
            ModelSuits models,
            Caller caller,
            Clock clock) {
        this.jdbi = jdbi;
        this.cases = cases;
        this.access = access;
        this.history = history;
        this.models = models;
        this.caller = caller;
        this.clock = clock;
    }

    /** The case's place among model and parallel suits. */
    @GET
    @RolesAllowed({COORDINATOR, LEADER, CASE_OFFICER})
    public ModelSuits.ModelPlace get(@PathParam("id") String id) {
        return jdbi.withHandle(h -> models.place(h, access.require(h, id).id(), caller.scope()));
    }

    /** The model to wait for, a risk case of the caller's region; {@code note}: why the suits are alike. */
    public record ModelLink(
            @NotNull(message = "不能为空 | Must be given") UUID modelCaseId,
            @Size(max = 2000, message = "最多2000字 | At most 2000 characters") String note) {}

    /** Makes the case wait for a model; the same again changes nothing. */
    @PUT
    @RolesAllowed(COORDINATOR)
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RiskCase.class)))
    public Response put(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            @Valid @NotNull(message = "不能为空 | Must be given") ModelLink link) {
        return jdbi.inTransaction(h -> {
            models.lock(h, access.require(h, id).id(), link.modelCaseId());
            var risk = access.require(h, id);
            var standing = models.standing(h, risk.id());
            if (standing.filter(link.modelCaseId()::equals).isPresent()) return show(risk);
            Preconditions.ifMatch(ifMatch, risk.version());
            if (standing.isPresent()) throw new ProblemException(ModelProblem.MODEL_LINKED);
            var model = model(h, link.modelCaseId());
            ModelRules.check(risk, model, models.standing(h, model.id()).isPresent(), models.isModel(h, risk.id()));
            models.link(h, risk.id(), model.id(), caller.subject());
            var note = "示范案件 " + model.litigationCaseNumber() + (link.note() == null ? "" : "：" + link.note());
            return show(moved(h, risk, ActionType.HELD, note));
        });
    }

    /** Takes the link off before the model has ended. */
    @DELETE
    @RolesAllowed(COORDINATOR)
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RiskCase.class)))
    public Response delete(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch) {
        return jdbi.inTransaction(h -> {
            var risk = access.lock(h, id);
            if (models.standing(h, risk.id()).isEmpty()) throw new ProblemException(GeneralProblem.NOT_FOUND);
            Preconditions.ifMatch(ifMatch, risk.version());
            models.released(h, risk.id(), null);
            return show(risk.state().closed() ? risk : moved(h, risk, ActionType.RELEASED, "解除关联"));
        });
    }

    private RiskCase model(Handle h, UUID id) {
        return cases.find(h, id, false)
                .filter(model -> caller.scope().covers(model.regionCode()))
                .orElseThrow(() -> new ProblemException(GeneralProblem.UNKNOWN_REFERENCE)
                        .field("modelCaseId", "没有该风险案件", "No such risk case"));
    }

    private RiskCase moved(Handle h, RiskCase risk, ActionType type, String note) {
        var today = LocalDate.now(clock);
        var next = RiskCaseState.next(risk.state(), type).orElseThrow();
        history.add(h, List.of(RiskAction.of(risk, type, today, note, null, caller.subject())));
        return cases.save(h, risk.moved(next, today, false));
    }

    private static Response show(RiskCase risk) {
        return Response.ok(risk).tag(Preconditions.etag(risk.version())).build();
    }
}
