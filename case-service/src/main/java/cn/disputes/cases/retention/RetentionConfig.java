package cn.disputes.cases.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long things are kept. */
@ConfigMapping(prefix = "retention")
interface RetentionConfig {
    /** Years after the end of the proceedings. */
    @WithDefault("30")
    int years();
}
