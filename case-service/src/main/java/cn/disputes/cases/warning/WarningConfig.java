package cn.disputes.cases.warning;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How warnings are raised. */
@ConfigMapping(prefix = "warnings")
interface WarningConfig {
    /** How often the clocks are looked at. */
    @WithDefault("60s")
    String sweepEvery();

    /** Cases in one transaction. */
    @WithDefault("200")
    int chunk();

    /** Region of the warnings that are about no case; everybody sees them. */
    @WithDefault("330700")
    String region();
}
