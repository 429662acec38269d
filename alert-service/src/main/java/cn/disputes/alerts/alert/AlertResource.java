package cn.disputes.alerts.alert;

import static cn.disputes.contract.security.Roles.COORDINATOR;
import static cn.disputes.contract.security.Roles.COURT_LIAISON;

import cn.disputes.contract.problem.GeneralProblem;
import cn.disputes.contract.problem.Problem.Violation;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.Caller;
import cn.disputes.conventions.paging.DayCursor;
import cn.disputes.conventions.paging.Page;
import cn.disputes.conventions.paging.Query;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jdbi.v3.core.Jdbi;

/** Where courts post what worries them. */
@Path("/v1/alerts")
public class AlertResource {
    private static final int LARGEST_BATCH = 10_000;

    private final Jdbi jdbi;
    private final AlertIntake intake;
    private final Caller caller;

    AlertResource(Jdbi jdbi, AlertIntake intake, Caller caller) {
        this.jdbi = jdbi;
        this.intake = intake;
        this.caller = caller;
    }

    /**
     * What became of an alert.
     *
     * @param revision of what was posted; rises whenever the content changes
     * @param inForce false when a newer revision was here already and stays in force
     * @param level left out, as {@code score}, where the case was opened for a region the caller does not see
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Receipt(
            UUID id,
            String source,
            String sourceAlertId,
            int revision,
            boolean inForce,
            UUID riskCaseId,
            String level,
            Integer score) {}

    /**
     * An alert, or another revision of one. A new one opens the case of its suit, and opens it again where a person has closed
     * it while the suit goes on.
     */
    @POST
    @RolesAllowed(COURT_LIAISON)
    @RequestBody(
            required = true,
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Alert.class)))
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Receipt.class)))
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Receipt.class)))
    @APIResponse(responseCode = "429", description = "来源超过约定的速率 / the source sends more than it may")
    public Response post(JsonNode body) {
        if (body == null || !body.isObject()) throw new ProblemException(GeneralProblem.MALFORMED_BODY);
        var posted = intake.take(body, caller);
        if (posted.refusal() != null) throw posted.refusal();
        var risk = posted.riskCase();
        // one opened for another court's alert lies in that court's region until the register knows better
        var ours = caller.scope().covers(risk.regionCode());
        return Response.status(posted.result() == AlertRegister.Result.CREATED ? 201 : 200)
                .entity(new Receipt(
                        posted.alertId(),
                        body.path("source").asText(),
                        body.path("sourceAlertId").asText(),
                        posted.revision(),
                        posted.result() != AlertRegister.Result.OUTDATED,
                        risk.id(),
                        ours ? risk.level().name() : null,
                        ours ? risk.score() : null))
                .build();
    }

    /** At most 10,000 alerts. */
    public record Batch(
            @Schema(type = SchemaType.ARRAY, implementation = Alert.class) @NotNull(message = "不能为空 | Must be given")
                    List<JsonNode> items) {}

    /** What became of one item; {@code status} CREATED, UNCHANGED, REVISED, OUTDATED or REJECTED. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ItemResult(
            int index,
            String sourceAlertId,
            String status,
            UUID riskCaseId,
            Integer revision,
            List<Violation> violations) {}

    public record BatchResult(List<ItemResult> items) {}

    /** Good items are taken beside bad ones; only when a source sends more than it may is all of it refused. */
    @POST
    @Path("/batch")
    @RolesAllowed(COURT_LIAISON)
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = BatchResult.class)))
    @APIResponse(responseCode = "413", description = "超过10000条或9 MB / more than 10,000 items or 9 MB")
    @APIResponse(responseCode = "429", description = "来源超过约定的速率 / the source sends more than it may")
    public BatchResult postAll(
            @Valid @NotNull(message = "不能为空 | Must be given") Batch batch,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        if (batch.items().size() > LARGEST_BATCH) {
            throw new ProblemException(GeneralProblem.TOO_LARGE).field("items", "最多10000条", "At most 10,000");
        }
        var english = english(language);
        var posted = intake.take(batch.items(), caller);
        var results = new ArrayList<ItemResult>(posted.size());
        for (var i = 0; i < posted.size(); i++) {
            var p = posted.get(i);
            var id = AlertReader.text(batch.items().get(i), "sourceAlertId", 200);
            results.add(
                    p.refusal() != null
                            ? new ItemResult(i, id, "REJECTED", null, null, violations(p.refusal(), english))
                            : new ItemResult(
                                    i, id, p.result().name(), p.riskCase().id(), p.revision(), null));
        }
        return new BatchResult(results);
    }

    private static boolean english(String language) {
        return language != null && language.startsWith("en");
    }

    private static List<Violation> violations(ProblemException refused, boolean english) {
        var problem = refused.toProblem(english);
        if (!problem.violations().isEmpty()) return problem.violations();
        return List.of(new Violation("items", problem.title()));
    }

    /**
     * An alert in force.
     *
     * @param litigationKnown the register knows the suit it speaks of
     */
    public record AlertView(UUID id, int revision, Alert alert, UUID riskCaseId, boolean litigationKnown) {}

    @GET
    @RolesAllowed({COURT_LIAISON, COORDINATOR})
    public Page<AlertView> list(
            @QueryParam("source") String source,
            @QueryParam("litigationCaseNumber") String litigation,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        var rows = Query.limit(limit);
        var after = DayCursor.read(cursor);
        var page = jdbi.withHandle(h -> h.createQuery(
                        """
                        SELECT id, revision, body::text AS body, risk_case_id,
                               EXISTS (SELECT FROM litigation l WHERE l.case_number = litigation_case_number) AS known
                        FROM alert a
                        WHERE %s
                          AND %s
                          AND (CAST(:source AS text) IS NULL OR source = :source)
                          AND (CAST(:litigation AS text) IS NULL OR litigation_case_number = :litigation)
                          AND (CAST(:afterDate AS date) IS NULL OR (raised_on, id) < (:afterDate, :afterId))
                        ORDER BY raised_on DESC, id DESC LIMIT :rows"""
                                .formatted(AlertStore.within(caller.scope()), AlertStore.OWN))
                .bind("own", own())
                .bind("source", Query.text("source", source))
                .bind("litigation", Query.text("litigationCaseNumber", litigation))
                .bind("afterDate", after.day())
                .bind("afterId", after.id())
                .bind("rows", rows + 1)
                .map((row, ctx) -> new AlertView(
                        row.getObject("id", UUID.class),
                        row.getInt("revision"),
                        AlertStore.read(row.getString("body")),
                        row.getObject("risk_case_id", UUID.class),
                        row.getBoolean("known")))
                .list());
        return Page.of(page, rows, null, a -> DayCursor.after(a.alert().raisedOn(), a.id()));
    }

    /** Whose alone are shown; null for all. */
    private String own() {
        return caller.has(COORDINATOR) ? null : caller.subject();
    }
}
