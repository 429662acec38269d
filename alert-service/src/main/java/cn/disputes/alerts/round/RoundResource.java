package cn.disputes.alerts.round;

import static cn.disputes.contract.security.Roles.CASE_OFFICER;
import static cn.disputes.contract.security.Roles.COORDINATOR;

import cn.disputes.alerts.paper.PaperFormat;
import cn.disputes.contract.problem.GeneralProblem;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.Caller;
import cn.disputes.conventions.paging.Query;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.YearMonth;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jdbi.v3.core.Jdbi;

/** The monthly hand-over (每月交办). */
@Path("/v1/assignment-rounds")
public class RoundResource {
    private final Jdbi jdbi;
    private final AssignmentRounds rounds;
    private final Caller caller;

    RoundResource(Jdbi jdbi, AssignmentRounds rounds, Caller caller) {
        this.jdbi = jdbi;
        this.rounds = rounds;
        this.caller = caller;
    }

    /** {@code regionCode}: the caller's region unless given; {@code dryRun}: show, write nothing. */
    public record Request(
            @NotNull(message = "不能为空 | Must be given") YearMonth month,
            @Pattern(regexp = "[0-9]{6}", message = "应为六位行政区划代码 | Must be a six-digit region code") String regionCode,
            Boolean dryRun) {}

    /**
     * Runs the round of a month, or answers with the one there is. The list of this month is fixed at its cut-off, or on the
     * day of the round when that is later; a past month run afterwards holds whatever was open in it.
     */
    @POST
    @RolesAllowed(COORDINATOR)
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Round.class)))
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Round.class)))
    public Response run(@Valid @NotNull(message = "不能为空 | Must be given") Request request) {
        var region = region(request.regionCode());
        var dryRun = Boolean.TRUE.equals(request.dryRun());
        return Deadlocks.retried(jdbi, h -> {
            rounds.claim(h, request.month());
            var present = rounds.find(h, request.month(), region);
            if (present.isPresent()) return Response.ok(present.get()).build();
            var round = rounds.byHand(h, request.month(), region, dryRun, caller.subject());
            return Response.status(dryRun ? 200 : 201).entity(round).build();
        });
    }

    @GET
    @Path("/{month}")
    @RolesAllowed({COORDINATOR, CASE_OFFICER})
    public Round get(@PathParam("month") String month, @QueryParam("regionCode") String regionCode) {
        var region = region(Query.region("regionCode", regionCode));
        var named = Query.month("month", month);
        return jdbi.withHandle(h -> rounds.find(h, named, region))
                .orElseThrow(() -> new ProblemException(GeneralProblem.NOT_FOUND));
    }

    public record Orders(List<Round.Order> items) {}

    /** The orders of a round as JSON, or as a sheet or letters: {@code format}, else Accept. */
    @GET
    @Path("/{month}/orders")
    @RolesAllowed({COORDINATOR, CASE_OFFICER})
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = Orders.class)),
                @Content(mediaType = PaperFormat.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = PaperFormat.DOCX, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response orders(
            @PathParam("month") String month,
            @QueryParam("regionCode") String regionCode,
            @QueryParam("format") String format,
            @Context HttpHeaders headers) {
        var asked = PaperFormat.asked(format, headers);
        var round = get(month, regionCode);
        var views = round.orders().stream()
                .map(order -> new OrderView(
                        order.id(),
                        round.month(),
                        round.regionCode(),
                        order.leader(),
                        order.receipt(),
                        order.cases(),
                        0))
                .toList();
        return asked.answer(
                        new Orders(round.orders()),
                        "交办单" + round.month(),
                        () -> OrderSheet.of(views),
                        () -> OrderLetter.of(views))
                .build();
    }

    private String region(String given) {
        if (given == null) return caller.scope().region();
        caller.requireRegion(given);
        return given;
    }
}
