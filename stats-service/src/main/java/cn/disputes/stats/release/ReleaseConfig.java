package cn.disputes.stats.release;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How large a release may be. */
@ConfigMapping(prefix = "releases")
interface ReleaseConfig {
    /** Cases behind all figures of a release together; they are held in memory while it is sealed or read. */
    @WithDefault("100000")
    int mostCases();
}
