package cn.disputes.alerts.source;

import static cn.disputes.contract.security.Roles.ADMIN;
import static cn.disputes.contract.security.Roles.COORDINATOR;
import static cn.disputes.contract.security.Roles.COURT_LIAISON;

import cn.disputes.contract.problem.GeneralProblem;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.Caller;
import cn.disputes.conventions.Preconditions;
import cn.disputes.conventions.paging.Cursor;
import cn.disputes.conventions.paging.Page;
import cn.disputes.conventions.paging.Query;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The courts' systems that post alerts: what each may send, and which of them have fallen silent. */
@Path("/v1/sources")
public class SourceResource {
    private final Jdbi jdbi;
    private final Sources sources;
    private final Caller caller;

    SourceResource(Jdbi jdbi, Sources sources, Caller caller) {
        this.jdbi = jdbi;
        this.sources = sources;
        this.caller = caller;
    }

    /**
     * How a source is set up.
     *
     * @param regionCode its mandate: alerts of other regions are refused
     * @param heartbeatMinutes longest silence before it is missed; without it nothing is expected
     * @param rowsPerMinute most alerts a minute, 120,000 unless given; a minute's worth may come at once
     * @param speakers whose tokens ({@code sub}) alone may post its alerts and heartbeats; without it any court liaison of
     *     its region may
     */
    public record Setup(
            @Size(max = 100, message = "最多100字 | At most 100 characters") String name,
            @NotNull(message = "不能为空 | Must be given")
                    @Pattern(regexp = "[0-9]{6}", message = "应为六位行政区划代码 | Must be a six-digit region code")
                    String regionCode,
            @Min(value = 1, message = "应为1至44640分钟 | Must be 1 to 44,640 minutes")
                    @Max(value = 44_640, message = "应为1至44640分钟 | Must be 1 to 44,640 minutes")
                    Integer heartbeatMinutes,
            @Min(value = 1, message = "应为1至10000000 | Must be 1 to 10,000,000")
                    @Max(value = 10_000_000, message = "应为1至10000000 | Must be 1 to 10,000,000")
                    Integer rowsPerMinute,
            @Size(min = 1, max = 50, message = "应为1至50个；不限时请不填此项 | 1 to 50; leave it out to bind nobody")
                    List<
                                    @NotBlank(message = "不能为空 | Must be given")
                                    @Size(max = 255, message = "最多255字 | At most 255 characters") String>
                            speakers) {}

    @GET
    @RolesAllowed({COORDINATOR, ADMIN})
    public Page<Source> list(
            @QueryParam("silent") String silent,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        var rows = Query.limit(limit);
        var silentOnly = Query.bool("silent", silent);
        var after = cursor == null || cursor.isEmpty()
                ? ""
                : Cursor.decode(cursor, 1).get(0);
        var found = jdbi.withHandle(h -> sources.list(h, caller.scope(), silentOnly, after, rows + 1));
        return Page.of(found, rows, null, source -> Cursor.encode(source.id()));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({COORDINATOR, ADMIN})
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Source.class)))
    public Response get(@PathParam("id") String id) {
        return jdbi.withHandle(h -> sources.find(h, checked(id), false))
                .filter(source -> caller.scope().covers(source.regionCode()))
                .map(source -> show(200, source))
                .orElseThrow(() -> new ProblemException(GeneralProblem.NOT_FOUND));
    }

    /**
     * A source that only posted so far is set up without If-Match, as one that is new; by whoever is responsible for the
     * region it came from, 404 to anybody else.
     */
    @PUT
    @Path("/{id}")
    @RolesAllowed({COORDINATOR, ADMIN})
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Source.class)))
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Source.class)))
    public Response put(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            @Valid @NotNull(message = "不能为空 | Must be given") Setup setup) {
        caller.requireRegion(setup.regionCode());
        return jdbi.inTransaction(h -> {
            lock(h, checked(id));
            var known = sources.find(h, id, true);
            var configured = known.filter(Source::configured).isPresent();
            if (known.isPresent() && !caller.scope().covers(known.get().regionCode()))
                throw new ProblemException(GeneralProblem.NOT_FOUND);
            if (configured) Preconditions.ifMatch(ifMatch, known.get().version());
            return show(configured ? 200 : 201, sources.put(h, id, setup));
        });
    }

    /** Says that the source is well and has nothing to tell; 403 to whoever may not speak for it. Every alert counts as one, too. */
    @POST
    @Path("/{id}/heartbeat")
    @RolesAllowed(COURT_LIAISON)
    @APIResponse(responseCode = "204", description = "已记录 / noted")
    public void heartbeat(@PathParam("id") String id) {
        jdbi.useTransaction(h -> {
            var region = caller.scope().region();
            var elsewhere = sources.find(h, checked(id), false)
                    .filter(Source::configured)
                    .filter(known -> !new Mandate(known.regionCode(), null).near(region));
            if (elsewhere.isPresent()) throw new ProblemException(GeneralProblem.NOT_FOUND);
            sources.heartbeat(h, id, region, caller.subject());
        });
    }

    private static String checked(String id) {
        if (id.isBlank() || id.length() > 100 || id.indexOf('\0') >= 0)
            throw ProblemException.invalid("id", "应为1至100个字符", "Must be 1 to 100 characters");
        return id;
    }

    private static void lock(Handle h, String id) {
        h.createQuery("SELECT pg_advisory_xact_lock(hashtextextended(:what, 6))::text")
                .bind("what", id)
                .mapTo(String.class)
                .one();
    }

    private static Response show(int status, Source source) {
        return Response.status(status)
                .entity(source)
                .tag(Preconditions.etag(source.version()))
                .build();
    }
}
