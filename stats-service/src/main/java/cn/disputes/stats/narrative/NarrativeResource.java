package cn.disputes.stats.narrative;

import static cn.disputes.contract.security.Roles.DASHBOARD;
import static cn.disputes.contract.security.Roles.STATISTICIAN;

import cn.disputes.contract.codes.Regions;
import cn.disputes.contract.security.Caller;
import cn.disputes.stats.figures.Cut;
import cn.disputes.stats.figures.Figure;
import cn.disputes.stats.figures.Figures;
import cn.disputes.stats.figures.Figures.Comparison;
import cn.disputes.stats.figures.Suppression;
import cn.disputes.stats.indicators.Indicator;
import cn.disputes.stats.indicators.Indicators;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The period in a paragraph, as a bureau's summary puts it; every number is counted when asked. */
@Path("/v1/narrative")
public class NarrativeResource {
    private final Jdbi jdbi;
    private final Figures figures;
    private final Suppression suppression;
    private final Caller caller;

    NarrativeResource(Jdbi jdbi, Figures figures, Suppression suppression, Caller caller) {
        this.jdbi = jdbi;
        this.figures = figures;
        this.suppression = suppression;
        this.caller = caller;
    }

    @GET
    @Produces("text/plain;charset=UTF-8")
    @RolesAllowed({STATISTICIAN, DASHBOARD})
    public String narrative(
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("regionCode") String regionCode,
            @QueryParam("asOf") String asOf) {
        var cut = Cut.of(from, to, regionCode, asOf, caller);
        return jdbi.inTransaction(
                org.jdbi.v3.core.transaction.TransactionIsolationLevel.REPEATABLE_READ, h -> paragraph(h, cut));
    }

    private String paragraph(Handle h, Cut cut) {
        var region = Regions.find(cut.regionCode()).map(Regions.Region::name).orElse(cut.regionCode());
        var period = cut.from().equals(cut.to()) ? cut.from().toString() : cut.from() + " 至 " + cut.to();
        var prose = new Prose();
        Summary.write(
                prose, period, region, code -> value(h, Indicators.find(code).orElseThrow(), cut));
        return prose.paragraphs().get(0);
    }

    /** What is withheld from this caller is left out of the words too. */
    private Figure.Value value(Handle h, Indicator indicator, Cut cut) {
        if (!suppression.appliesTo(caller)) return figures.single(h, indicator, cut, Comparison.PREVIOUS_YEAR);
        return suppression
                .compute(h, List.of(indicator), cut, List.of(), Map.of(), Comparison.PREVIOUS_YEAR)
                .rows()
                .get(0)
                .values()
                .get(indicator.code());
    }
}
