package cn.disputes.alerts.analysis;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How lost suits are followed up. */
@ConfigMapping(prefix = "loss-analyses")
public interface LossConfig {
    /** How often the clocks are looked at. */
    @WithDefault("5m")
    String sweepEvery();

    /** Reports in one transaction. */
    @WithDefault("200")
    int chunk();

    /** A loss that took effect more than so many days before it became known is kept without a clock. */
    @WithDefault("90")
    int lookBackDays();
}
