package cn.disputes.alerts.source;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How courts' systems are treated that nobody has set up. */
@ConfigMapping(prefix = "alert-sources")
interface SourceConfig {
    /** Rows a minute that a source may send unless it has a limit of its own; a minute's worth may come at once. */
    @WithDefault("120000")
    int rowsPerMinute();

    /** How often it is looked who has fallen silent. */
    @WithDefault("60s")
    String silenceEvery();
}
