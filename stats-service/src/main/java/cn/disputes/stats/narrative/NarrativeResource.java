package cn.disputes.stats.narrative;

import static cn.disputes.contract.security.Roles.DASHBOARD;
import static cn.disputes.contract.security.Roles.STATISTICIAN;

import cn.disputes.contract.codes.Regions;
import cn.disputes.contract.security.Caller;
import cn.disputes.stats.figures.Cut;
import cn.disputes.stats.figures.Figure;
import cn.disputes.stats.figures.Figures;
import cn.disputes.stats.figures.Figures.Comparison;
import cn.disputes.stats.indicators.Indicators;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The period in a paragraph, as a bureau's summary puts it; every number is counted when asked. */
@Path("/v1/narrative")
public class NarrativeResource {
    private final Jdbi jdbi;
    private final Figures figures;
    private final Caller caller;

    NarrativeResource(Jdbi jdbi, Figures figures, Caller caller) {
        this.jdbi = jdbi;
        this.figures = figures;
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
        var received = value(h, "FIRST_INSTANCE_RECEIVED", cut, Comparison.PREVIOUS_YEAR);
        var text = new StringBuilder(period)
                .append("，")
                .append(region)
                .append("新收行政复议案件")
                .append(shown(h, "RECONSIDERATIONS_RECEIVED", cut))
                .append("件，办结")
                .append(shown(h, "RECONSIDERATIONS_CONCLUDED", cut))
                .append("件，直接纠错")
                .append(shown(h, "RECONSIDERATIONS_CORRECTED", cut))
                .append("件");
        rate(text, "，案结事了率", h, "DISPUTE_SETTLED_RATE", cut, "");
        rate(text, "；复议案件量是一审行政诉讼的", h, "RECONSIDERATION_LITIGATION_RATIO", cut, "倍");
        text.append("，")
                .append(shown(h, "ZERO_LOSS_COUNTIES", cut))
                .append("个县（市、区）复议后零败诉。一审行政诉讼收案")
                .append(received.display())
                .append("件");
        if (received.changeDisplay() != null) text.append("，同比").append(received.changeDisplay());
        rate(text, "，败诉率", h, "LOSS_RATE", cut, "");
        rate(text, "，负责人出庭应诉率", h, "HEAD_APPEARANCE_RATE", cut, "");
        return text.append("。化解高败诉风险案件")
                .append(shown(h, "HIGH_RISK_RESOLVED", cut))
                .append("件；制发意见书、监督书")
                .append(shown(h, "SUPERVISION_ISSUED", cut))
                .append("份，期末未整改")
                .append(shown(h, "RECTIFICATIONS_OUTSTANDING", cut))
                .append("份。")
                .toString();
    }

    /** Left out, not printed as zero, when there is nothing to divide by. */
    private void rate(StringBuilder text, String lead, Handle h, String code, Cut cut, String unit) {
        var value = value(h, code, cut, Comparison.NONE);
        if (value.value() != null) text.append(lead).append(value.display()).append(unit);
    }

    private String shown(Handle h, String code, Cut cut) {
        return value(h, code, cut, Comparison.NONE).display();
    }

    private Figure.Value value(Handle h, String code, Cut cut, Comparison comparison) {
        return figures.single(h, Indicators.find(code).orElseThrow(), cut, comparison);
    }
}
