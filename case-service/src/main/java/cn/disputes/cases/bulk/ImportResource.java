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
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Bulk loading: good rows load, bad rows are named, the same file again changes nothing. */
@Path("/v1/imports")
public class ImportResource {
    private static final int MOST_ERRORS = 1000;

    private final AuditTrail audit;
    private final Jdbi jdbi;
    private final ImportJobs jobs;
    private final ImportParts parts;
    private final ImportFaults faults;
    private final ImportWorker worker;
    private final List<CaseImport> kinds;
    private final Caller caller;

    ImportResource(
            Jdbi jdbi,
            ImportJobs jobs,
            ImportParts parts,
            ImportFaults faults,
            ImportWorker worker,
            @All List<CaseImport> kinds,
            Caller caller,
            AuditTrail audit) {
        this.audit = audit;
        this.jdbi = jdbi;
        this.jobs = jobs;
        this.parts = parts;
        this.faults = faults;
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
            @QueryParam("kind") String kind,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
            InputStream body) {
        var known = kinds.stream()
                .filter(k -> k.kind().equals(kind))
                .findFirst()
                .orElseThrow(
                        () -> ProblemException.invalid("kind", "应为 " + names() + " 之一", "Must be one of " + names()));
        if (!caller.has(CASE_OFFICER) && !kind.equals("litigations"))
            throw new ProblemException(GeneralProblem.FORBIDDEN);
        // what names no type at all is not held against @Consumes
        if (contentType == null) throw new ProblemException(GeneralProblem.UNSUPPORTED_MEDIA_TYPE);
        var mediaType = contentType.startsWith(TableFile.XLSX) ? TableFile.XLSX : TableFile.CSV;
        var id = Ids.next();
        var author = new Author(caller.subject(), audit.caller().address(), caller.scope());
        jdbi.useTransaction(h -> jobs.receive(h, id, kind, mediaType, author));
        try {
            if (parts.write(id, body) == 0) throw new ProblemException(FileProblem.FILE_EMPTY);
            // a file that cannot be read at all is refused at once
            var look = TableFile.of(mediaType).look(() -> parts.open(id), known.layouts());
            jdbi.useTransaction(h -> {
                audit.add(h, AuditAction.IMPORTED, kind + " " + id);
                jobs.begin(h, id, look);
            });
        } catch (RuntimeException refused) {
            jdbi.useTransaction(h -> jobs.forget(h, id));
            throw refused;
        }
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

    /**
     * How far a load has got.
     *
     * @param total rows in the file, known at once for CSV and at the end for .xlsx
     * @param processed rows dealt with so far: created, updated, unchanged or rejected
     */
    public record ImportView(
            UUID id,
            String kind,
            String status,
            @Schema(nullable = true) Integer total,
            int processed,
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
            var p = mine(h, id);
            var errors = faults.of(h, p.id(), MOST_ERRORS).stream()
                    .map(e -> new RowError(e.line(), e.field(), e.code(), english ? e.en() : e.zh()))
                    .toList();
            return new ImportView(
                    p.id(),
                    p.kind(),
                    p.status(),
                    p.total(),
                    p.processed(),
                    p.created(),
                    p.updated(),
                    p.unchanged(),
                    p.rejected(),
                    errors,
                    english ? p.failureEn() : p.failure());
        });
    }

    /** Cancels a load that runs: rows loaded stay loaded. One that has ended stays as it is. */
    @DELETE
    @Path("/{id}")
    @RolesAllowed({CASE_OFFICER, COURT_LIAISON})
    @APIResponse(responseCode = "204", description = "已取消 / cancelled")
    public void cancel(@PathParam("id") String id) {
        jdbi.useTransaction(h -> {
            var p = mine(h, id);
            if (!caller.has(CASE_OFFICER) && !p.kind().equals("litigations"))
                throw new ProblemException(GeneralProblem.FORBIDDEN);
            if (jobs.close(h, p.id(), "FAILED", "已取消，已装载的行有效", "Cancelled; the rows loaded stay"))
                audit.add(h, AuditAction.IMPORTED, "cancelled " + p.id());
        });
    }

    private ImportJobs.Progress mine(Handle h, String id) {
        return jobs.progress(h, importId(id))
                .filter(job -> caller.scope().covers(job.region()))
                .orElseThrow(() -> new ProblemException(GeneralProblem.NOT_FOUND));
    }

    private static UUID importId(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(GeneralProblem.NOT_FOUND);
        }
    }
}
