package cn.disputes.cases.bulk;

import static cn.disputes.contract.security.Roles.CASE_OFFICER;
import static cn.disputes.contract.security.Roles.COURT_LIAISON;

import cn.disputes.cases.audit.AuditAction;
import cn.disputes.cases.audit.AuditTrail;
import cn.disputes.cases.casefile.CaseImport;
import cn.disputes.cases.casefile.CaseImport.Author;
import cn.disputes.contract.problem.GeneralProblem;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.Caller;
import cn.disputes.conventions.Ids;
import io.quarkus.arc.All;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jdbi.v3.core.Jdbi;

/** Bulk loading: good rows load, bad rows are named, the same file again changes nothing. */
@Path("/v1/imports")
public class ImportResource {
    private static final int MOST_ERRORS = 1000;

    private final AuditTrail audit;
    private final Jdbi jdbi;
    private final ImportJobs jobs;
    private final ImportWorker worker;
    private final List<CaseImport> kinds;
    private final Caller caller;

    ImportResource(
            Jdbi jdbi,
            ImportJobs jobs,
            ImportWorker worker,
            @All List<CaseImport> kinds,
            Caller caller,
            AuditTrail audit) {
        this.audit = audit;
        this.jdbi = jdbi;
        this.jobs = jobs;
        this.worker = worker;
        this.kinds = kinds;
        this.caller = caller;
    }

    @POST
    @Consumes({TableFile.CSV, TableFile.XLSX})
    @RolesAllowed({CASE_OFFICER, COURT_LIAISON})
    @APIResponse(
            responseCode = "202",
            description = "已受理，进度见 Location / accepted, progress at Location",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Accepted.class)))
    public Response load(
            @QueryParam("kind") String kind, @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType, byte[] file) {
        var known = kinds.stream()
                .filter(k -> k.kind().equals(kind))
                .findFirst()
                .orElseThrow(
                        () -> ProblemException.invalid("kind", "应为 " + names() + " 之一", "Must be one of " + names()));
        if (!caller.has(CASE_OFFICER) && !kind.equals("litigations"))
            throw new ProblemException(GeneralProblem.FORBIDDEN);
        if (file == null || file.length == 0) throw new ProblemException(FileProblem.FILE_EMPTY);
        var mediaType = contentType.startsWith(TableFile.XLSX) ? TableFile.XLSX : TableFile.CSV;
        // a file that cannot be read at all is refused at once, before anything is stored
        new TableFile(known.columns()).read(file, mediaType, row -> {});
        var id = Ids.next();
        var author = new Author(caller.subject(), caller.scope());
        jdbi.useTransaction(h -> {
            audit.add(h, AuditAction.IMPORTED, kind + " " + id);
            jobs.open(h, id, kind, mediaType, file, author);
        });
        worker.submit(id);
        return Response.accepted(new Accepted(id, "RUNNING"))
                .location(URI.create("/v1/imports/" + id))
                .build();
    }

    /** A load that has begun. */
    public record Accepted(UUID id, String status) {}

    private List<String> names() {
        return kinds.stream().map(CaseImport::kind).sorted().toList();
    }

    /** One field of one row that was not loaded; {@code line} as a spreadsheet counts, the header being 1. */
    public record RowError(int line, @Schema(nullable = true) String field, String code, String message) {}

    /** How far a load has got. */
    public record ImportView(
            UUID id,
            String kind,
            String status,
            int total,
            int created,
            int updated,
            int unchanged,
            int rejected,
            List<RowError> errors,
            @Schema(nullable = true) String failure) {}

    @GET
    @Path("/{id}")
    @RolesAllowed({CASE_OFFICER, COURT_LIAISON})
    public ImportView get(@PathParam("id") String id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        var english = language != null && language.startsWith("en");
        return jdbi.withHandle(h -> {
            var p = jobs.progress(h, importId(id))
                    .filter(job -> caller.scope().covers(job.region()))
                    .orElseThrow(() -> new ProblemException(GeneralProblem.NOT_FOUND));
            var errors = jobs.faults(h, p.id(), MOST_ERRORS).stream()
                    .map(e -> new RowError(e.line(), e.field(), e.code(), english ? e.en() : e.zh()))
                    .toList();
            return new ImportView(
                    p.id(),
                    p.kind(),
                    p.status(),
                    p.processed(),
                    p.created(),
                    p.updated(),
                    p.unchanged(),
                    p.rejected(),
                    errors,
                    p.failure());
        });
    }

    private static UUID importId(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(GeneralProblem.NOT_FOUND);
        }
    }
}
