package cn.disputes.stats.tables;

import static cn.disputes.contract.security.Roles.COORDINATOR;
import static cn.disputes.contract.security.Roles.STATISTICIAN;

import cn.disputes.contract.problem.GeneralProblem;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.Caller;
import cn.disputes.conventions.table.Downloads;
import cn.disputes.conventions.table.TableFormat;
import cn.disputes.conventions.table.TableWriter;
import cn.disputes.stats.figures.Cut;
import cn.disputes.stats.figures.GroupFilter;
import cn.disputes.stats.figures.RowSet;
import cn.disputes.stats.figures.Rows;
import cn.disputes.stats.indicators.Indicators;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** The rows behind a figure as a table: all of them, streamed, with no pages to gather. */
@Path("/v1/statistics/{indicator}/cases")
public class RowTableResource {
    private final Jdbi jdbi;
    private final Rows rows;
    private final Caller caller;
    private final Downloads downloads;

    RowTableResource(Jdbi jdbi, Rows rows, Caller caller, Downloads downloads) {
        this.jdbi = jdbi;
        this.rows = rows;
        this.caller = caller;
        this.downloads = downloads;
    }

    // whoever accepts anything gets the page in JSON; in the document both are one operation
    @GET
    @Operation(operationId = "rowsRows")
    @Produces({AskedFormat.CSV + ";qs=0.5", AskedFormat.XLSX + ";qs=0.4"})
    @RolesAllowed({STATISTICIAN, COORDINATOR})
    public Response table(
            @PathParam("indicator") String code,
            @QueryParam("set") String set,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("regionCode") String regionCode,
            @QueryParam("asOf") String asOf,
            @BeanParam GroupFilter filter,
            @Context HttpHeaders headers) {
        var indicator = Indicators.find(code).orElseThrow(() -> new ProblemException(GeneralProblem.NOT_FOUND));
        var cut = filter.within(Cut.of(from, to, regionCode, asOf, caller));
        var group = filter.group(cut, List.of(indicator));
        var wanted = RowSet.parse(set);
        var table = new RowTable(indicator, wanted, Words.of(headers));
        var format = headers.getAcceptableMediaTypes().stream()
                        .anyMatch(type -> type.toString().startsWith(AskedFormat.XLSX))
                ? TableFormat.XLSX
                : TableFormat.CSV;
        // one snapshot for all rows, so that they add up to a figure; reading only, it holds nobody's feed back
        StreamingOutput body = out -> {
            var writer = TableWriter.open(format, "cases", out);
            writer.row(table.header());
            jdbi.useTransaction(
                    TransactionIsolationLevel.REPEATABLE_READ,
                    h -> rows.each(h, indicator, cut, wanted, group, row -> {
                        try {
                            writer.row(table.line(row));
                        } catch (IOException receiverGone) {
                            throw new UncheckedIOException(receiverGone);
                        }
                    }));
            writer.finish();
        };
        return Response.ok(downloads.bounded(body), format.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"cases." + format.extension() + "\"")
                .build();
    }
}
