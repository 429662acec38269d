package cn.disputes.stats.gauges;

import cn.disputes.stats.indicators.Indicator;
import cn.disputes.stats.indicators.Indicators;
import java.util.List;

/** The figures a bureau is asked for first: the eleven of its yearly summary, and the rates beside them. */
public final class Headline {
    public static final List<String> CODES = List.of(
            "RECONSIDERATIONS_RECEIVED",
            "RECONSIDERATIONS_CONCLUDED",
            "RECONSIDERATIONS_CORRECTED",
            "DISPUTE_SETTLED_RATE",
            "RECONSIDERATION_LITIGATION_RATIO",
            "ZERO_LOSS_COUNTIES",
            "HIGH_RISK_RESOLVED",
            "HEAD_APPEARANCE_RATE",
            "FIRST_INSTANCE_RECEIVED",
            "SUPERVISION_ISSUED",
            "RECTIFICATIONS_OUTSTANDING",
            "RECONSIDERATIONS_PENDING",
            "CORRECTION_RATE",
            "COMPREHENSIVE_CORRECTION_RATE",
            "RECONSIDERATION_SETTLEMENT_RATE",
            "ON_TIME_RATE",
            "FIRST_INSTANCE_CONCLUDED",
            "FIRST_INSTANCE_LOST",
            "LOSS_RATE",
            "LITIGATION_SETTLEMENT_RATE",
            "PRINCIPAL_APPEARANCE_RATE",
            "HIGH_RISK_FLAGGED",
            "HIGH_RISK_ASSIGNED",
            "HIGH_RISK_RESOLUTION_RATE",
            "RECTIFICATION_RATE");

    private Headline() {}

    static List<Indicator> indicators() {
        return CODES.stream().map(code -> Indicators.find(code).orElseThrow()).toList();
    }
}
