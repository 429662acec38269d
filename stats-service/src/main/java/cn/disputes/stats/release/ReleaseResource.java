package cn.disputes.stats.release;

import static cn.disputes.contract.security.Roles.COORDINATOR;
import static cn.disputes.contract.security.Roles.DASHBOARD;
import static cn.disputes.contract.security.Roles.LEADER;
import static cn.disputes.contract.security.Roles.STATISTICIAN;

import cn.disputes.contract.security.Caller;
import cn.disputes.conventions.idempotency.Idempotency;
import cn.disputes.conventions.paging.Cursor;
import cn.disputes.conventions.paging.Page;
import cn.disputes.conventions.paging.Query;
import cn.disputes.stats.figures.Cut;
import cn.disputes.stats.figures.KnownRegions;
import cn.disputes.stats.printing.FileFormat;
import cn.disputes.stats.printing.Periods;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.YearMonth;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jdbi.v3.core.Jdbi;

/** Sealed publications (公报): what was published stays what it was. */
@Path("/v1/releases")
public class ReleaseResource {
    private static final String TEXT = "text/plain;charset=UTF-8";

    private final Jdbi jdbi;
    private final Sealing sealing;
    private final ReleaseStore store;
    private final ReleaseAccess access;
    private final Idempotency idempotency;
    private final KnownRegions regions;
    private final Caller caller;

    ReleaseResource(
            Jdbi jdbi,
            Sealing sealing,
            ReleaseStore store,
            ReleaseAccess access,
            Idempotency idempotency,
            KnownRegions regions,
            Caller caller) {
        this.jdbi = jdbi;
        this.sealing = sealing;
        this.store = store;
        this.access = access;
        this.idempotency = idempotency;
        this.regions = regions;
        this.caller = caller;
    }

    /**
     * What to seal.
     *
     * @param from first month; a month, a quarter, a year or any other run of months
     * @param regionCode the caller's region unless given
     */
    public record Request(
            @NotBlank(message = "不能为空 | Must be given") @Size(max = 200, message = "最多200字 | At most 200 characters")
                    String title,
            @NotNull(message = "不能为空，格式 yyyy-MM | Must be given, yyyy-MM") YearMonth from,
            @NotNull(message = "不能为空，格式 yyyy-MM | Must be given, yyyy-MM") YearMonth to,
            String regionCode) {}

    /**
     * Seals a period: figures, definitions and the cases behind every figure. The same region, period and title can be
     * sealed once.
     */
    @POST
    @RolesAllowed(STATISTICIAN)
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Release.Sealed.class)))
    public Response seal(
            @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull(message = "不能为空 | Must be given") Request request) {
        var cut = Cut.of(request.from().toString(), request.to().toString(), request.regionCode(), null, caller);
        regions.require(cut.regionCode());
        return jdbi.inTransaction(h -> idempotency.once(h, key, caller, "POST releases", request, () -> {
            var sealed = sealing.seal(h, request.title().strip(), cut, caller.subject());
            return Response.created(
                            URI.create("/v1/releases/" + sealed.release().id()))
                    .entity(sealed)
                    .tag(tag(sealed.seal()))
                    .build();
        }));
    }

    /** The releases of the caller's region and below, the latest first. */
    @GET
    @RolesAllowed({STATISTICIAN, COORDINATOR, LEADER, DASHBOARD})
    public Page<Release.Summary> list(@QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
        var rows = Query.limit(limit);
        var below = cursor == null || cursor.isEmpty()
                ? null
                : number(Cursor.decode(cursor, 1).get(0));
        var found = jdbi.withHandle(h -> store.list(h, caller.scope(), below, rows + 1));
        return Page.of(found, rows, null, r -> Cursor.encode(Long.toString(r.number())));
    }

    /** A release as JSON, or the whole bulletin as a document or tables. Its seal is checked each time it is read. */
    @GET
    @Path("/{id}")
    @RolesAllowed({STATISTICIAN, COORDINATOR, LEADER})
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = Release.Sealed.class)),
                @Content(mediaType = FileFormat.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = FileFormat.DOCX, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response get(@PathParam("id") String id, @QueryParam("format") String format, @Context HttpHeaders headers) {
        var wanted = FileFormat.asked(format, headers, FileFormat.json, FileFormat.xlsx, FileFormat.docx);
        if (wanted == FileFormat.json) {
            var opened = jdbi.withHandle(h -> access.open(h, id));
            return Response.ok(new Release.Sealed(opened.seal(), opened.release()), MediaType.APPLICATION_JSON_TYPE)
                    .tag(tag(opened.seal()))
                    .build();
        }
        var opened = jdbi.withHandle(h -> access.openIntact(h, id));
        var release = opened.release();
        try {
            var bytes = wanted == FileFormat.xlsx
                    ? BulletinTables.of(opened.stored())
                    : Bulletin.of(opened.stored(), Narrator.narrate(opened.stored()));
            return wanted.file(bytes, release.title() + " " + Periods.zh(release.from(), release.to()))
                    .tag(tag(opened.seal()))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The release in Chinese paragraphs, or as JSON with a list of the numbers in them, each with its indicator,
     * definition version and release. Refused when the sealed cases do not add up to a number.
     */
    @GET
    @Path("/{id}/narrative")
    @Produces({TEXT, MediaType.APPLICATION_JSON})
    @RolesAllowed({STATISTICIAN, DASHBOARD, COORDINATOR, LEADER})
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = TEXT, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = "application/json", schema = @Schema(implementation = Narrator.Narrative.class))
            })
    public Response narrative(@PathParam("id") String id, @Context HttpHeaders headers) {
        var opened = jdbi.withHandle(h -> access.openIntact(h, id));
        var narrative = Narrator.narrate(opened.stored());
        var first = headers.getAcceptableMediaTypes().get(0);
        var asJson = !first.isWildcardType() && first.isCompatible(MediaType.APPLICATION_JSON_TYPE);
        return (asJson ? Response.ok(narrative, MediaType.APPLICATION_JSON_TYPE) : Response.ok(narrative.text(), TEXT))
                .tag(tag(opened.seal()))
                .build();
    }

    private static EntityTag tag(Release.Seal seal) {
        return new EntityTag(seal.intact() ? seal.hash() : seal.hash() + "-broken");
    }

    private static Long number(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            throw Cursor.forged();
        }
    }
}
