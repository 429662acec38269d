package cn.disputes.cases.litigation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;

/** From when on leadership is told of an agency; the office's own measure, no law sets it. */
@ConfigMapping(prefix = "leadership")
interface LeadershipConfig {
    /** How often it is looked for. */
    @WithDefault("1h")
    String sweepEvery();

    /** The share of heard suits in which a head is to attend, 0 to 1. */
    @WithDefault("0.95")
    BigDecimal attendanceTarget();

    /** With fewer suits heard in the year a rate says nothing. */
    @WithDefault("5")
    int attendanceMinSuits();
}
