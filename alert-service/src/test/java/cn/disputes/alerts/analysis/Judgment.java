package cn.disputes.alerts.analysis;

import cn.disputes.contract.codes.ActType;
import cn.disputes.contract.codes.Domain;
import cn.disputes.contract.codes.Instance;
import cn.disputes.contract.codes.LitigationOutcome;
import cn.disputes.contract.events.LitigationEvent;
import cn.disputes.conventions.Ids;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What the register tells of a suit that was judged on 1 February 2026. */
final class Judgment {
    static final String AGENCY = "11330723002592265Y";

    private Judgment() {}

    /** @param effective the day of the step EFFECTIVE, null without one */
    static LitigationEvent of(
            Instance instance,
            String number,
            String previous,
            long version,
            LitigationOutcome outcome,
            String effective,
            Instant recordedAt) {
        return new LitigationEvent(
                Ids.next(),
                version,
                number,
                "法院",
                instance,
                "330723",
                AGENCY,
                "武义虚构局",
                null,
                List.of(),
                ActType.COERCION,
                Domain.TOWNSHIP,
                "CONCLUDED",
                LocalDate.parse("2025-11-01"),
                null,
                null,
                null,
                null,
                previous,
                List.of(),
                LocalDate.parse("2026-02-01"),
                outcome,
                null,
                effective == null ? null : LocalDate.parse(effective),
                recordedAt,
                null);
    }
}
