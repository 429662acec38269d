package cn.disputes.alerts.round;

import static cn.disputes.contract.security.Roles.CASE_OFFICER;
import static cn.disputes.contract.security.Roles.COORDINATOR;

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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jdbi.v3.core.Jdbi;

/** The monthly hand-over (每月交办). */
@Path("/v1/assignment-rounds")
public class RoundResource {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

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
        return jdbi.inTransaction(h -> {
            rounds.claim(h, request.month());
            var present = rounds.find(h, request.month(), region);
            if (present.isPresent()) return Response.ok(present.get()).build();
            var round = rounds.run(h, request.month(), region, dryRun, caller.subject());
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

    @GET
    @Path("/{month}/orders")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({COORDINATOR, CASE_OFFICER})
    public Orders orders(@PathParam("month") String month, @QueryParam("regionCode") String regionCode) {
        return new Orders(get(month, regionCode).orders());
    }

    @GET
    @Path("/{month}/orders")
    @Produces(XLSX)
    @RolesAllowed({COORDINATOR, CASE_OFFICER})
    public byte[] sheet(@PathParam("month") String month, @QueryParam("regionCode") String regionCode) {
        try {
            return OrderSheet.of(get(month, regionCode));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String region(String given) {
        if (given == null) return caller.scope().region();
        caller.requireRegion(given);
        return given;
    }
}
