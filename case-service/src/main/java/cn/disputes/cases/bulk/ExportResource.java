package cn.disputes.cases.bulk;

import static cn.disputes.contract.security.Roles.CASE_OFFICER;

import cn.disputes.cases.audit.AuditAction;
import cn.disputes.cases.audit.AuditTrail;
import cn.disputes.cases.casefile.CaseExport;
import cn.disputes.cases.casefile.CaseFilter;
import cn.disputes.cases.casefile.Viewer;
import cn.disputes.cases.litigation.LitigationExport;
import cn.disputes.cases.litigation.LitigationFilter;
import cn.disputes.cases.reconsideration.ReconsiderationExport;
import cn.disputes.cases.reconsideration.ReconsiderationFilter;
import cn.disputes.cases.supervision.SupervisionExport;
import cn.disputes.cases.supervision.SupervisionFilter;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.Caller;
import cn.disputes.conventions.paging.KnownParameters;
import cn.disputes.conventions.table.Downloads;
import cn.disputes.conventions.table.TableFormat;
import cn.disputes.conventions.table.TableWriter;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jdbi.v3.core.Jdbi;

/** Streams the cases of a list as a table, with the columns that {@code /v1/imports} reads. */
@Path("/v1/exports")
public class ExportResource {
    private static final Set<String> OF_THE_ENDPOINT = Set.of("kind", "format", "documentKind");
    private static final Set<String> OF_PAGES = Set.of("cursor", "limit", "count");

    private final AuditTrail audit;
    private final Downloads downloads;
    private final Jdbi jdbi;
    private final Caller caller;

    ExportResource(Jdbi jdbi, Caller caller, AuditTrail audit, Downloads downloads) {
        this.audit = audit;
        this.downloads = downloads;
        this.jdbi = jdbi;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(CASE_OFFICER)
    @APIResponse(
            responseCode = "200",
            description = "text/csv (UTF-8) 或 .xlsx / text/csv (UTF-8) or .xlsx",
            content = {
                @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)),
                @Content(mediaType = TableFile.XLSX, schema = @Schema(implementation = String.class, format = "binary"))
            })
    public Response export(
            @QueryParam("kind") String kind,
            @QueryParam("format") String format,
            @Parameter(description = "监督文书的种类（kind 在此已另有所指）/ kind of supervision document") @QueryParam("documentKind")
                    String documentKind,
            @BeanParam ReconsiderationFilter reconsiderations,
            @BeanParam LitigationFilter litigations,
            @BeanParam SupervisionFilter documents,
            @Context UriInfo uri) {
        var as = TableFormat.of(format);
        return switch (kind == null ? "" : kind) {
            case "reconsiderations" -> {
                onlyOf(ReconsiderationFilter.class, uri);
                yield stream(ReconsiderationExport.TABLE, as, reconsiderations.conditions(caller), uri);
            }
            case "litigations" -> {
                onlyOf(LitigationFilter.class, uri);
                yield stream(LitigationExport.TABLE, as, litigations.conditions(caller), uri);
            }
            case "supervision-documents" -> {
                onlyOf(SupervisionFilter.class, uri);
                documents.kind = documentKind;
                yield stream(SupervisionExport.TABLE, as, documents.conditions(caller), uri);
            }
            default ->
                throw ProblemException.invalid(
                        "kind",
                        "应为 reconsiderations、litigations、supervision-documents 之一",
                        "Must be reconsiderations, litigations or supervision-documents");
        };
    }

    /** A filter of another kind would be ignored in silence, and the file would hold more than was asked for. */
    private static void onlyOf(Class<?> filter, UriInfo uri) {
        var names = new TreeSet<>(KnownParameters.of(filter));
        names.removeAll(OF_PAGES);
        for (var given : uri.getQueryParameters().keySet()) {
            if (!names.contains(given) && !OF_THE_ENDPOINT.contains(given)) {
                throw ProblemException.invalid(
                        given, "该种类没有这个筛选条件，可用：" + names, "This kind has no such filter; there are " + names);
            }
        }
    }

    /**
     * Who takes what away is on record before the first row leaves, and how many rows it was before the file ends: whoever
     * holds a whole file is on record with its count.
     */
    private Response stream(CaseExport export, TableFormat format, CaseFilter filter, UriInfo uri) {
        var by = audit.caller();
        var viewer = Viewer.of(caller);
        var what = ExportedWhat.of(export.kind(), uri.getQueryParameters());
        jdbi.useTransaction(h -> audit.add(h, by, AuditAction.EXPORTED, null, List.of(), what));
        StreamingOutput body = out -> {
            var table = TableWriter.open(format, export.kind(), out);
            var left = write(export, filter, viewer, table);
            jdbi.useTransaction(h -> audit.add(h, by, AuditAction.EXPORTED, null, List.of(), what + left));
            table.finish();
        };
        return Response.ok(downloads.bounded(body), format.mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + export.kind() + "." + format.extension() + "\"")
                .build();
    }

    /** How many cases have left, and how many of them with whole names. */
    private static final class Left {
        private long cases;
        private long whole;

        void add(CaseExport.Row row) {
            cases++;
            if (row.whole()) whole++;
        }

        @Override
        public String toString() {
            return ": " + cases + " cases, " + whole + " with whole names";
        }
    }

    /** A cursor lives in a transaction; a reading one has no id, so it does not hold the feeds back. */
    private Left write(CaseExport export, CaseFilter filter, Viewer viewer, TableWriter table) throws IOException {
        var left = new Left();
        table.row(export.header());
        jdbi.useTransaction(h -> export.each(h, filter, viewer, row -> {
            try {
                table.row(row.cells());
                left.add(row);
            } catch (IOException receiverGone) {
                throw new UncheckedIOException(receiverGone);
            }
        }));
        return left;
    }
}
