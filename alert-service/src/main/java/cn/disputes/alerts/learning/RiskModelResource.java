package cn.disputes.alerts.learning;

import static cn.disputes.contract.security.Roles.COORDINATOR;

import cn.disputes.alerts.backtest.Backtests;
import cn.disputes.contract.problem.GeneralProblem;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.Caller;
import cn.disputes.contract.security.RegionScope;
import cn.disputes.conventions.Preconditions;
import cn.disputes.conventions.paging.Cursor;
import cn.disputes.conventions.paging.Page;
import cn.disputes.conventions.paging.Query;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Second opinions learned from the region's own judged suits: made, tried, shown; one is used only when told to. */
@Path("/v1/risk-models")
public class RiskModelResource {
    private static final double RED = 0.5;
    private static final double ORANGE = 0.3;
    private static final double YELLOW = 0.15;

    private final Jdbi jdbi;
    private final RiskModels models;
    private final Backtests backtests;
    private final Caller caller;

    RiskModelResource(Jdbi jdbi, RiskModels models, Backtests backtests, Caller caller) {
        this.jdbi = jdbi;
        this.models = models;
        this.backtests = backtests;
        this.caller = caller;
    }

    /**
     * Which suits to learn from.
     *
     * @param from first day of judgment, with {@code to} the last
     * @param regionCode and all below it; the caller's own unless given
     * @param red least probability of losing for RED, 0.5 unless given; orange 0.3, yellow 0.15
     */
    public record Training(
            @NotNull(message = "不能为空 | Must be given") LocalDate from,
            @NotNull(message = "不能为空 | Must be given") LocalDate to,
            @Pattern(regexp = "[0-9]{6}", message = "应为六位行政区划代码 | Must be a six-digit region code") String regionCode,
            @DecimalMin(value = "0", message = "应为0至1 | Must be 0 to 1")
                    @DecimalMax(value = "1", message = "应为0至1 | Must be 0 to 1")
                    Double red,
            @DecimalMin(value = "0", message = "应为0至1 | Must be 0 to 1")
                    @DecimalMax(value = "1", message = "应为0至1 | Must be 0 to 1")
                    Double orange,
            @DecimalMin(value = "0", message = "应为0至1 | Must be 0 to 1")
                    @DecimalMax(value = "1", message = "应为0至1 | Must be 0 to 1")
                    Double yellow) {
        Opinion.Thresholds thresholds() {
            return new Opinion.Thresholds(
                    red == null ? RED : red, orange == null ? ORANGE : orange, yellow == null ? YELLOW : yellow);
        }
    }

    @POST
    @RolesAllowed(COORDINATOR)
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = RiskModels.Model.class)))
    public Response train(@Valid @NotNull(message = "不能为空 | Must be given") Training training) {
        if (training.to().isBefore(training.from()))
            throw ProblemException.invalid("to", "不能早于 from", "Must not be before from");
        var thresholds = training.thresholds();
        if (thresholds.orange() > thresholds.red())
            throw ProblemException.invalid("orange", "不能高于 red", "Must not be above red");
        if (thresholds.yellow() > thresholds.orange())
            throw ProblemException.invalid("yellow", "不能高于 orange", "Must not be above orange");
        if (training.regionCode() != null) caller.requireRegion(training.regionCode());
        var scope = training.regionCode() == null ? caller.scope() : new RegionScope(training.regionCode());
        var model = models.train(training.from(), training.to(), scope, thresholds, caller.subject());
        return Response.created(URI.create("/v1/risk-models/" + model.id()))
                .entity(model)
                .tag(Preconditions.etag(model.version()))
                .build();
    }

    @GET
    @RolesAllowed(COORDINATOR)
    public Page<RiskModels.Model> list(@QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
        var rows = Query.limit(limit);
        var after = cursor == null || cursor.isEmpty()
                ? null
                : Query.id("cursor", Cursor.decode(cursor, 1).get(0));
        var found = jdbi.withHandle(h -> models.list(h, caller.scope(), after, rows + 1));
        return Page.of(found, rows, null, model -> Cursor.encode(model.id().toString()));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(COORDINATOR)
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = RiskModels.Model.class)))
    public Response get(@PathParam("id") String id) {
        return jdbi.withHandle(h -> show(require(h, id, false)));
    }

    /** Whether the model is shown beside the rules' level. */
    public record Activation(@NotNull(message = "不能为空 | Must be given") Boolean active) {}

    @POST
    @Path("/{id}/activation")
    @RolesAllowed(COORDINATOR)
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = RiskModels.Model.class)))
    public Response activate(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            @Valid @NotNull(message = "不能为空 | Must be given") Activation activation) {
        return jdbi.inTransaction(h -> {
            models.claim(h);
            var model = require(h, id, true);
            Preconditions.ifMatch(ifMatch, model.version());
            models.activate(h, model, activation.active());
            return show(require(h, id, false));
        });
    }

    /** Suits judged from one day to another. */
    public record Trial(
            @NotNull(message = "不能为空 | Must be given") LocalDate from,
            @NotNull(message = "不能为空 | Must be given") LocalDate to,
            @Pattern(regexp = "[0-9]{6}", message = "应为六位行政区划代码 | Must be a six-digit region code")
                    String regionCode) {}

    /** The same replay as that of the rules. */
    @POST
    @Path("/{id}/backtest")
    @RolesAllowed(COORDINATOR)
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = Backtests.Result.class)))
    public Backtests.Result backtest(
            @PathParam("id") String id,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit,
            @Valid @NotNull(message = "不能为空 | Must be given") Trial trial) {
        var opinion = jdbi.withHandle(h -> require(h, id, false)).opinion();
        var seen = !trial.from().isAfter(opinion.suits().calibratedThrough());
        return backtests.run(
                opinion.judge(), null, seen, trial.from(), trial.to(), trial.regionCode(), caller, cursor, limit);
    }

    private RiskModels.Model require(Handle h, String id, boolean lock) {
        UUID modelId;
        try {
            modelId = UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(GeneralProblem.NOT_FOUND);
        }
        return models.find(h, modelId, caller.scope(), lock)
                .orElseThrow(() -> new ProblemException(GeneralProblem.NOT_FOUND));
    }

    private static Response show(RiskModels.Model model) {
        return Response.ok(model).tag(Preconditions.etag(model.version())).build();
    }
}
