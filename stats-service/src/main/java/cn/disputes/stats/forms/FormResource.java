package cn.disputes.stats.forms;

import static cn.disputes.contract.security.Roles.COORDINATOR;
import static cn.disputes.contract.security.Roles.STATISTICIAN;

import cn.disputes.contract.problem.GeneralProblem;
import cn.disputes.contract.problem.ProblemException;
import cn.disputes.contract.security.Caller;
import cn.disputes.stats.figures.Cut;
import cn.disputes.stats.figures.Figures;
import cn.disputes.stats.figures.Snapshot;
import cn.disputes.stats.printing.FileFormat;
import cn.disputes.stats.printing.Periods;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jdbi.v3.core.Jdbi;

/** Official returns (统计报表), each defined by a file and filled in from the facts. */
@Path("/v1/forms")
public class FormResource {
    private final Jdbi jdbi;
    private final FormCatalogue catalogue;
    private final Figures figures;
    private final Caller caller;
    private final Clock clock;

    FormResource(Jdbi jdbi, FormCatalogue catalogue, Figures figures, Caller caller, Clock clock) {
        this.jdbi = jdbi;
        this.catalogue = catalogue;
        this.figures = figures;
        this.caller = caller;
        this.clock = clock;
    }

    /** A form there is; {@code columns} counts those with figures. */
    public record Listed(String form, String number, String title, String authority, int columns, int checks) {}

    public record Catalogue(List<Listed> items) {}

    @GET
    @RolesAllowed({STATISTICIAN, COORDINATOR})
    public Catalogue list() {
        return new Catalogue(catalogue.all().stream()
                .map(form -> new Listed(
                        form.code(),
                        form.number(),
                        form.title(),
                        form.authority(),
                        form.leaves().size(),
                        form.checks() == null ? 0 : form.checks().size()))
                .toList());
    }

    /** A form for a period and region, as JSON with its checks or as the sheet that is printed and signed. */
    @GET
    @Path("/{form}")
    @RolesAllowed({STATISTICIAN, COORDINATOR})
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = FormAnswer.class)),
                @Content(mediaType = FileFormat.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response form(
            @PathParam("form") String code,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("regionCode") String regionCode,
            @QueryParam("asOf") String asOf,
            @QueryParam("format") String format,
            @Context HttpHeaders headers) {
        var form = catalogue.find(code).orElseThrow(() -> new ProblemException(GeneralProblem.NOT_FOUND));
        var wanted = FileFormat.asked(format, headers, FileFormat.json, FileFormat.xlsx);
        var cut = Cut.of(from, to, regionCode, asOf, caller);
        var answer = Snapshot.of(jdbi, h -> new FormFilling(form, cut).fill(h, figures));
        if (wanted == FileFormat.json) return Response.ok(answer).build();
        try {
            var sheet = new FormSheet(form, answer, LocalDate.now(clock)).bytes();
            return wanted.file(sheet, form.title() + Periods.zh(cut.from(), cut.to()))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
