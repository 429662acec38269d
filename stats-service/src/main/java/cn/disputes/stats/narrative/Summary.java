package cn.disputes.stats.narrative;

import cn.disputes.stats.figures.Figure;
import java.util.function.Function;

/** The period in one paragraph, as a bureau's summary puts it. */
public final class Summary {
    private final Prose prose;
    private final Function<String, Figure.Value> figures;

    private Summary(Prose prose, Function<String, Figure.Value> figures) {
        this.prose = prose;
        this.figures = figures;
    }

    /**
     * Adds the paragraph.
     *
     * @param period as it is printed
     * @param figures the value of an indicator, compared with the year before
     */
    public static void write(Prose prose, String period, String region, Function<String, Figure.Value> figures) {
        new Summary(prose.paragraph(), figures).write(period, region);
    }

    private void write(String period, String region) {
        prose.say(period).say("，").say(region);
        shown("新收行政复议案件", "RECONSIDERATIONS_RECEIVED", "件");
        shown("，办结", "RECONSIDERATIONS_CONCLUDED", "件");
        shown("，直接纠错", "RECONSIDERATIONS_CORRECTED", "件");
        shown("，案结事了率", "DISPUTE_SETTLED_RATE", "");
        shown("；复议案件量是一审行政诉讼的", "RECONSIDERATION_LITIGATION_RATIO", "倍");
        shown("，", "ZERO_LOSS_COUNTIES", "个县（市、区）复议后零败诉");
        shown("。一审行政诉讼收案", "FIRST_INSTANCE_RECEIVED", "件");
        prose.change("FIRST_INSTANCE_RECEIVED", figures.apply("FIRST_INSTANCE_RECEIVED"));
        shown("，败诉率", "LOSS_RATE", "");
        shown("，负责人出庭应诉率", "HEAD_APPEARANCE_RATE", "");
        shown("。化解高败诉风险案件", "HIGH_RISK_RESOLVED", "件");
        shown("；制发意见书、监督书", "SUPERVISION_ISSUED", "份");
        shown("，期末未整改", "RECTIFICATIONS_OUTSTANDING", "份");
        prose.say("。");
    }

    /** Left out, not printed as zero, when there is nothing to divide by. */
    private void shown(String lead, String code, String unit) {
        var value = figures.apply(code);
        if (value.value() == null) return;
        prose.say(lead).value(code, value).say(unit);
    }
}
